"""What the search box reads: names in blocks, what brands say in shards, lines to show; characters folded."""

import gzip
import json
import random
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue, arrange_entries
from showcase.catalogue.entry import Entry
from showcase.catalogue.pairs import count_shards, index_pairs, list_steps, shard_of
from showcase.catalogue.pinyin import list_readings
from showcase.catalogue.texts import Texts
from showcase.catalogue.variants import fold
from showcase.views.search import names
from showcase.views.search.lines import render_lines
from showcase.views.search.names import render_names
from showcase.views.search.words import render_words
from showcase.views.site import Site

Open = Callable[..., Site]


def read(script: bytes) -> tuple[str, Any]:
    """What a script assigns to, and the value."""
    target, _, value = script.decode().partition("]=")
    return target, json.loads(value)


ZHELIBAN = {
    "name": "浙里办",
    "tags": ["掌上"],
    "identity": {"color": "#1b66d6"},
    "service": {"audience": ["个人"], "items": [{"name": "缴费", "summary": "交水费"}, {"name": "查询"}]},
}


def test_names_stand_in_listing_order_with_their_agencies_and_areas(open_site: Open) -> None:
    plain = {"name": "12345 热线", "agency": "harbour", "category": "road"}
    site = open_site({"zheliban": ZHELIBAN, "plain": plain, "old": {"status": "retired"}})
    target, block = read(render_names(site, 0))
    assert target == "(window.showcaseNames??=[])[0"
    assert (block["names"], block["slugs"], block["total"]) == ("12345 热线\n浙里办", "plain\nzheliban", 2)
    assert [block["agencies"][place][:2] for place in block["agency"]] == [
        ["harbour", "港口局"],
        ["office", "政务中心"],
    ]
    assert [block["areas"][place] for place in block["area"]] == [["road", "交通"], ["desk", "政务"]]
    assert [fold(char) in block["readings"][key] for key, char in zip(("zhe", "li", "ban"), "浙里办", strict=True)] == [
        True
    ] * 3
    groups = block["variants"].split()
    assert any({"里", "裡", "裏"} <= set(group) for group in groups)
    assert any({"费", "費"} <= set(group) for group in groups)
    assert not any("龙" in group for group in groups)
    assert ["figures/", "数据看板", 0] in block["pages"]


def test_names_are_cut_into_blocks(open_site: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(names, "BLOCK", 2)
    site = open_site({slug: {} for slug in "abc"})
    first, second = (read(render_names(site, number))[1] for number in range(names.count_blocks(site.catalogue)))
    assert (first["slugs"], second["slugs"], first["total"]) == ("a\nb", "c", 3)
    assert not {"total", "readings", "variants", "pages"} & second.keys()


def test_an_empty_catalogue_has_names_and_words_to_ask_for(open_site: Open) -> None:
    site = open_site({})
    assert read(render_names(site, 0))[1]["total"] == 0
    assert read(render_words(site, 0))[1] == {}


def test_words_tell_whether_services_alone_say_so(open_site: Open) -> None:
    site = open_site({"a": ZHELIBAN, "b": {"slogan": "缴费快办，一次办成"}})
    target, pairs = read(render_words(site, 0))
    assert target == "(window.showcaseWords??={})[0"
    assert pairs[fold("缴费")] == [1, 1]  # a of its services (0 * 2 + 1), b by its slogan (1 * 2)
    assert pairs[fold("掌上")] == [0]
    assert fold("费交") not in pairs  # No pair goes over a colon.


def test_lines_hold_what_is_shown(open_site: Open) -> None:
    target, [[slogan, color, summary, items, tags]] = read(render_lines(open_site({"a": ZHELIBAN}), 0))
    assert target == "(window.showcaseLines??={})[0"
    assert re.fullmatch("#[0-9a-f]{6}", color)
    assert (slogan, summary) == ("好办快办，一次办成", "一" * 20)
    assert (items, tags) == (["缴费：交水费", "查询"], ["掌上", "个人"])


def test_shards_hold_every_pair_once(make_catalogue: Callable[..., Catalogue]) -> None:
    listed = make_catalogue({f"b{number}": {"slogan": f"第{number}号快办好办"} for number in range(130)}).listed
    shards = index_pairs(listed)
    assert len(shards) == count_shards(len(listed)) == 16
    assert [pair for number, shard in enumerate(shards) for pair in shard if shard_of(pair, 16) != number] == []
    (shard,) = [shard for shard in shards if fold("快办") in shard]
    assert list_steps(shard[fold("快办")]) == [0, *[2] * 129]


HAN = [chr(0x4E00 + number) for number in range(2500)]
COMMON = [number ** (1 / 3) for number in range(1, 2501)]


def invent(chance: random.Random, entry: Entry, number: int) -> Entry:
    """Another brand, of words that no other has: every text is drawn anew, common characters more often."""

    def write(length: int) -> str:
        return "".join(chance.choices(HAN, cum_weights=COMMON, k=length))

    slogan, summary = write(10), write(50)
    offers = "\x1f".join(f"{write(6)}：{write(20)}" for _ in range(4))
    return entry._replace(
        slug=f"brand-{chance.randrange(10**8)}-{number}",
        name=write(chance.choice((3, 4, 4, 5, 6))),
        tags=(write(4), write(4)),
        texts=Texts([(slogan, summary, offers)]),
        number=0,
    )


def test_the_first_search_among_2000_brands_is_light(open_site: Open) -> None:
    """150 KB: the names, the pairs of four characters, and the lines of thirteen brands that stand far apart."""
    site, chance = open_site({"a": {}}), random.Random(2000)
    entries = [invent(chance, site.catalogue.listed[0], number) for number in range(2000)]
    large = replace(site, catalogue=arrange_entries(entries, site.catalogue.vocabulary, site.catalogue.load))

    def weigh(scripts: Iterable[bytes]) -> list[int]:
        return sorted(len(gzip.compress(script, 6, mtime=0)) for script in scripts)

    (block,) = weigh(render_names(large, number) for number in range(names.count_blocks(large.catalogue)))
    shards = weigh(render_words(large, number) for number in range(0, count_shards(2000), 8))
    lines = weigh(render_lines(large, number) for number in range(13))
    assert block + sum(shards[-3:]) + sum(lines) < 150 * 1024


@pytest.mark.parametrize(
    ("written", "like"),
    [("浙裡辦", "浙里办"), ("浙裏辦", "浙里办"), ("ＡＢＣ１", "abc1"), ("後", "后"), ("發髮", "发发"), ("İ㎏", "İ㎏")],
)
def test_both_scripts_are_folded_alike(written: str, like: str) -> None:
    assert fold(written) == fold(like)
    assert len(fold(written)) == len(written)


def test_a_character_is_read_as_its_word_tells_and_by_itself() -> None:
    readings = list_readings(["重庆银行", "12345 热线"])
    assert {syllable for syllable, chars in readings.items() if "重" in chars} == {"chong", "zhong"}
    assert {syllable for syllable, chars in readings.items() if "行" in chars} == {"hang", "xing"}
    assert not {"1", "12345"} & readings.keys()
