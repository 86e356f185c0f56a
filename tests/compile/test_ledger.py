"""The ledger: what comes back of a line is what was read."""

from pathlib import Path

import pytest

from showcase.catalogue.texts import Texts
from showcase.compile.ledger import join_leaves, read_page, split_page, write_leaf, write_line
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

FRONT = """\
name: 浙里办
slogan: 好办快办
summary: 一处把要办的事都办成，不用再跑别的地方，也不用再交一份材料。
agency: office
category: desk
"""


@pytest.mark.parametrize(
    ("front", "story", "is_kept"),
    [
        pytest.param(FRONT, "", False, id="required fields"),
        pytest.param(FRONT + "level: city\naliases: [old, older]\n", "[另一个](brand:other)", False, id="all claims"),
        pytest.param(FRONT, "[a](brand:b) [c](brand:d)", False, id="links to two"),
        pytest.param(FRONT, "[a](brand:b) [again](brand:b)", True, id="a link twice"),
        pytest.param(FRONT, "`[a](brand:b)`", True, id="a link that is code"),
        pytest.param(FRONT.replace("slogan", "slogn"), "[a](brand:b)", True, id="a brand with an error"),
    ],
)
def test_claims_are_those_of_the_file(front: str, story: str, is_kept: bool, tmp_path: Path) -> None:
    path = tmp_path / "zheliban.md"
    path.write_text(f"---\n{front}---\n{story}\n", encoding="utf-8")
    reading = read_brand_file(BrandFile(str(path), "brands/zheliban.md", "zheliban", "zheliban.md", has_folder=False))
    written = write_line(reading, reading.brand)
    page = join_leaves([write_leaf("zheliban.md", "", "", written)])
    ((_, _, _, _, line),) = read_page(page.notes, Texts.from_bytes(page.texts), {})
    claims = [(claim.field, claim.text) for claim in reading.claims]
    assert list(line.claims) == claims
    assert list(line.links) == [text for field, text in claims if not field]
    assert bool(line.claimed) == is_kept


def test_a_page_is_taken_apart_into_what_it_was_joined_of(tmp_path: Path) -> None:
    fronts = {"a.md": FRONT, "b.md": FRONT.replace("slogan", "slogn"), "c.md": FRONT.replace("好办快办", "𠮷祥如意")}
    leaves = {}
    for source, front in fronts.items():
        (tmp_path / source).write_text(f"---\n{front}---\n", encoding="utf-8")
        reading = read_brand_file(BrandFile(str(tmp_path / source), source, source[0], source, has_folder=False))
        leaves[source] = write_leaf(source, "signature", "", write_line(reading, reading.brand))
    page = join_leaves(leaves.values())
    texts = Texts.from_bytes(page.texts)
    assert split_page(page.notes, texts) == leaves
    read = read_page(page.notes, texts, {})
    assert [note.line.entry and note.line.entry.slogan for note in read] == ["好办快办", None, "𠮷祥如意"]
    assert len({note.line.digest for note in read}) == 3
