"""The ledger: what comes back of a line is what was read."""

import json
from pathlib import Path

import pytest

from showcase.compile.ledger import read_page, write_line
from showcase.source.brand_file import BrandFile, read_brand_file

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
    (line,) = (note.line for note in read_page(json.dumps([["", "", "", "", "", json.loads(written.as_json())]]), {}))
    claims = [(claim.field, claim.text) for claim in reading.claims]
    assert list(line.claims) == claims
    assert list(line.links) == [text for field, text in claims if not field]
    assert bool(line.claimed) == is_kept
