"""QR codes: what is drawn from what was learnt is what segno draws."""

import re

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from showcase.views import qr_code
from showcase.views.qr_code import CodeBook

LEARNT = CodeBook(learnt_after=0)
ADDRESSES = [
    "tel:12345",
    "https://example.com/",
    "https://example.com/brands/zheliban/",
    "https://www.example.gov.cn/zwfw/brands/a-rather-long-name-of-a-brand/",
    "a" * 5,
    "https://example.com/品牌/",
    "x" * 300,
]


def read_path(size: int, path: str) -> list[list[int]]:
    """The modules that a path darkens."""
    modules = [[0] * size for _ in range(size)]
    for row, runs in re.findall(r"M0 (\d+)((?:(?:m\d+ 0)?h\d+)*)", path):
        at = 0
        for skipped, dark in re.findall(r"(?:m(\d+) 0)?h(\d+)", runs):
            at += int(skipped or 0)
            modules[int(row)][at : at + int(dark)] = [1] * int(dark)
            at += int(dark)
    return modules


def draw(text: str) -> list[list[int]]:
    code = segno.make(text, error="m", micro=False, mask=2, mode="byte")
    return [list(map(int, row)) for row in code.matrix]


@pytest.mark.parametrize("text", ADDRESSES)
@pytest.mark.parametrize("book", [LEARNT, CodeBook(learnt_after=1000)], ids=["learnt", "by segno"])
def test_the_code_of_an_address(book: CodeBook, text: str) -> None:
    assert read_path(*book.draw(text)) == draw(text)


@given(st.text(st.characters(codec="ascii", categories=["L", "N", "P", "S"]), min_size=1, max_size=90))
def test_any_text(text: str) -> None:
    assert read_path(*LEARNT.draw(text)) == draw(text)


def test_drawing_more_changes_nothing() -> None:
    book = CodeBook(learnt_after=3)
    texts = [f"https://example.com/brands/brand-{number:03}/" for number in range(12)]
    first = [book.draw(text) for text in texts]
    assert first == [book.draw(text) for text in texts] == [CodeBook().draw(text) for text in texts]


def test_no_more_pieces_are_kept_than_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(qr_code, "_PIECES", 5)
    book = CodeBook(learnt_after=0)
    assert [book.draw(text) for text in ADDRESSES] == [LEARNT.draw(text) for text in ADDRESSES]
    assert len(book._strokes) == 5
