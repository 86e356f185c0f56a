"""Text that is safe and true in a terminal: nothing in it commands the terminal, and its width is known."""

from __future__ import annotations

import unicodedata
from typing import Final

_TAB: Final = "    "
_ELLIPSIS: Final = "…"


def make_visible(text: str) -> str:
    """A text whose tabs are blanks, and whose control and invisible characters are shown as ``\\u{200b}``."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_show(char) for char in text)


def width_of(text: str) -> int:
    """How many cells of a terminal a visible text takes; a Han character takes two."""
    if text.isascii():
        return len(text)
    return sum(_cells(char) for char in text)


def cut_line(line: str, column: int, length: int, width: int) -> tuple[str, str, str]:
    """A line in three visible parts: before, within and after what is meant.

    ``column`` is from 1, ``length`` in characters, ``width`` the cells that the three may take together.
    """
    start = column - 1
    before = make_visible(line[:start])
    meant = _keep_start(make_visible(line[start : start + length]), width * 3 // 4)
    before = _keep_end(before, width - max(1, width_of(meant)) - 10)
    after = _keep_start(make_visible(line[start + length :]), max(10, width - width_of(before) - width_of(meant)))
    return before, meant, after


def _show(char: str) -> str:
    if char == "\t":
        return _TAB
    if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"):
        return f"\\u{{{ord(char):x}}}"
    return char


def _cells(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def _keep_start(text: str, width: int) -> str:
    """The first part of a text, with an ellipsis where it had to be cut."""
    if width_of(text) <= width:
        return text
    end = 0
    used = 1
    while end < len(text) and used + _cells(text[end]) <= width:
        used += _cells(text[end])
        end += 1
    return text[:end] + _ELLIPSIS


def _keep_end(text: str, width: int) -> str:
    """The last part of a text, with an ellipsis where it had to be cut."""
    if width_of(text) <= width:
        return text
    start = len(text)
    used = 1
    while start and used + _cells(text[start - 1]) <= width:
        start -= 1
        used += _cells(text[start])
    return _ELLIPSIS + text[start:]
