"""What is asked of a whole text at once, so that nobody need look at its parts."""

from __future__ import annotations

import pytest

from showcase.model.faults import Place
from showcase.source.characters import check_value
from showcase.source.plain_yaml import read_plain
from showcase.source.source_text import SourceText


def test_no_character_that_may_be_refused_is_clean() -> None:
    for char in map(chr, range(0x10000)):
        if SourceText("a.md", char).is_clean:
            block = f"a: '一{char}二'\n"
            assert not list(check_value(char, Place("a.md"), "")), hex(ord(char))
            assert read_plain(block, 100, 9, 9, is_clean=True) == read_plain(block, 100, 9, 9), hex(ord(char))


@pytest.mark.parametrize("text", ["一切都好。\n“办”\t— 12345", "\U0001f600", ""])
def test_what_nearly_every_file_holds_is_clean(text: str) -> None:
    assert SourceText("a.md", text).is_clean


@pytest.mark.parametrize(
    ("text", "held"),
    [("电话 0571-12345678", False), ("电话 138 1234 5678", True), ("证号 11010519491231002X", True), ("", False)],
)
def test_private_numbers_are_found_wherever_they_stand(text: str, held: bool) -> None:
    assert SourceText("a.md", f"---\nname: {text}\n---\n").has_private_numbers is held
    assert SourceText("a.md", f"---\nname: 一\n---\n\n{text}").has_private_numbers is held
