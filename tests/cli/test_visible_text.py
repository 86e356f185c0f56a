from __future__ import annotations

import pytest

from showcase.cli.visible_text import cut_line, make_visible, width_of


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("name: 浙里办", "name: 浙里办"),
        ("a\tb", "a    b"),
        ("\x1b[31m红\x07", "\\u{1b}[31m红\\u{7}"),
        ("a\u200bb\u202e", "a\\u{200b}b\\u{202e}"),
        ("\u2028\x85\ufeff", "\\u{2028}\\u{85}\\u{feff}"),
    ],
)
def test_nothing_commands_the_terminal(text: str, shown: str) -> None:
    assert make_visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("abc", 3), ("浙里办", 6), ("，。", 4), ("e\u0301", 1), ("·", 1), ("①", 1)]
)
def test_widths(text: str, width: int) -> None:
    assert width_of(text) == width


@pytest.mark.parametrize(
    ("line", "column", "length", "parts"),
    [
        ("name: 浙里办 # 注", 7, 3, ("name: ", "浙里办", " # 注")),
        ("\tname", 1, 1, ("", "    ", "name")),
        ("", 1, 1, ("", "", "")),
        ("ab", 9, 1, ("ab", "", "")),
    ],
)
def test_lines_in_three_parts(line: str, column: int, length: int, parts: tuple[str, str, str]) -> None:
    assert cut_line(line, column, length, 100) == parts


@pytest.mark.parametrize(("column", "length"), [(1, 5), (500, 5), (996, 5), (1, 1000)])
def test_long_lines_are_cut_around_what_is_meant(column: int, length: int) -> None:
    before, meant, after = cut_line("浙" * 1000, column, length, 60)
    assert width_of(before + meant + after) <= 72
    assert meant.startswith("浙")
    assert bool(before) == (column > 1)
