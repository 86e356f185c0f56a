"""What every program is given: the same brands, and edits that find their place and leave the corpus alone."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from benchmarks.corpus import Corpus, write_corpus
from benchmarks.environment import locked_version
from benchmarks.programs.hugo import BRAND as HUGO_BRAND
from benchmarks.programs.hugo import TEMPLATE as HUGO_TEMPLATE
from benchmarks.programs.hugo import convert_front_matter
from benchmarks.programs.hugo import lay_out as lay_out_hugo
from benchmarks.programs.material import BRAND, TEMPLATE
from benchmarks.programs.material import lay_out as lay_out_material
from benchmarks.programs.ours import describe_ours
from benchmarks.programs.program import PEERS, Edit
from benchmarks.programs.zensical import lay_out as lay_out_zensical


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return write_corpus(tmp_path_factory.mktemp("corpus") / "brands", 120)


def read_brand(file: Path) -> tuple[dict[str, Any], str]:
    _, head, story = file.read_text("utf-8").split("---\n", 2)
    return yaml.safe_load(head), story


def iterate_values(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for one in value.values() for text in iterate_values(one)]
    if isinstance(value, list):
        return [text for one in value for text in iterate_values(one)]
    return [str(value)]


def test_hugo_gets_every_field_under_a_key_it_knows(corpus: Corpus) -> None:
    for _, file in corpus.iterate_files():
        head, story = read_brand(file)
        _, converted, told = convert_front_matter(file.read_text("utf-8"), "东州").split("---\n", 2)
        after = yaml.safe_load(converted)
        assert told == story
        assert after.pop("title") == head.pop("name")
        assert after.pop("agencies") == [head.pop("agency")]
        assert after.pop("areas") == [head.pop("category")]
        assert after.pop("date") == head.pop("published")
        assert after.pop("abstract") == head.pop("summary")
        assert after.pop("audiences") == head["service"]["audience"]
        assert after.pop("channels") == ["hotline", "web"]
        assert after.pop("levels") == [head["level"]]
        assert after.pop("steps") == ["publicity"]
        assert after.pop("regions") == ["东州"]
        assert after.pop("years") == [str(head["since"])]
        assert after == head


def test_hugo_gets_a_page_for_each_agency_and_area(corpus: Corpus, tmp_path: Path) -> None:
    lay_out_hugo(corpus, tmp_path / "hugo")
    content = tmp_path / "hugo" / "content"
    assert len(list(content.glob("agencies/agency-*/_index.md"))) == len(corpus.agencies)
    assert len(list(content.glob("areas/area-*/_index.md"))) == 12
    assert len(list(content.glob("sort/*/_index.md"))) == 3
    assert (content / "brands" / "brand-000100" / "hall.jpg").is_file()


def test_pages_print_every_fact(corpus: Corpus, tmp_path: Path) -> None:
    lay_out_material(corpus, tmp_path / "material")
    for slug, file in corpus.iterate_files():
        head, story = read_brand(file)
        page = (tmp_path / "material" / "docs" / "brands" / slug / "index.md").read_text("utf-8")
        assert story.strip() in page
        # Keys stand there by their names, figures with separators; tags and the colour are for machines.
        hidden = {*map(str, (head["agency"], head["category"], head["level"], head["identity"]["color"]))}
        figures = {str(result["value"]) for result in head["results"]}
        words = {"hotline", "web", "service", "done", "ongoing"}
        told = set(iterate_values(head)) - hidden - figures - words - set(head["tags"])
        assert [text for text in sorted(told) if text not in page] == []


def test_pages_list_forty_eight_brands(corpus: Corpus, tmp_path: Path) -> None:
    lay_out_material(corpus, tmp_path / "material")
    brands = tmp_path / "material" / "docs" / "brands"
    listings = [brands / "index.md", brands / "page" / "2.md", brands / "page" / "3.md"]
    shown = [re.findall(r'class="card".*?brands/(brand-\d+)/', listing.read_text("utf-8")) for listing in listings]
    assert list(map(len, shown)) == [48, 48, 24]
    assert len({slug for page in shown for slug in page}) == 120


@pytest.mark.parametrize(
    ("lay_out", "edits"),
    [
        (lay_out_hugo, (HUGO_BRAND, HUGO_TEMPLATE)),
        (lay_out_material, (BRAND, TEMPLATE)),
        (lay_out_zensical, (BRAND, TEMPLATE)),
    ],
    ids=["hugo", "material", "zensical"],
)
def test_edits_find_their_place(
    lay_out: Callable[[Corpus, Path], None], edits: tuple[Edit, ...], corpus: Corpus, tmp_path: Path
) -> None:
    lay_out(corpus, tmp_path / "project")
    for edit in edits:
        edit.apply(tmp_path / "project")
        assert edit.new in (tmp_path / "project" / edit.path).read_text("utf-8")


def test_our_edits_leave_the_corpus_and_the_program_alone(corpus: Corpus, tmp_path: Path) -> None:
    ours = describe_ours()
    before = {path: path.read_bytes() for path in corpus.folder.rglob("*.md")}
    ours.lay_out(corpus, tmp_path / "project")
    for edit in (ours.brand, ours.template):
        edit.apply(tmp_path / "project")
        assert edit.new in (tmp_path / "project" / edit.path).read_text("utf-8")
    assert {path: path.read_bytes() for path in corpus.folder.rglob("*.md")} == before
    assert ours.template.new not in (PEERS.parents[1] / ours.template.path).read_text("utf-8")


def test_an_edit_that_finds_nothing_says_so(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("品牌", "utf-8")
    with pytest.raises(ValueError, match=r"page\.md"):
        Edit("page.md", "单位", "领域").apply(tmp_path)


@pytest.mark.parametrize(
    ("peer", "wanted"), [("hugo", "hugo"), ("material", "mkdocs-material"), ("zensical", "zensical")]
)
def test_every_peer_is_locked_by_digests(peer: str, wanted: str) -> None:
    assert (PEERS / peer / "requirements.in").read_text("utf-8").split() == [wanted]
    assert re.fullmatch(r"[\d.]+", locked_version(peer, wanted))
    text = re.sub(r"^\s*#.*\n", "", (PEERS / peer / "requirements.txt").read_text("utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=[a-z])", text)
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []


@pytest.mark.parametrize("peer", ["hugo", "material", "zensical"])
def test_every_peer_says_what_is_fair(peer: str) -> None:
    text = (PEERS / peer / "README.md").read_text("utf-8")
    assert "**Fair:**" in text
    assert "**Left out**" in text
