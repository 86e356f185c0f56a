"""Paragraphs that begin with four blanks or a tab, as in a letter: Markdown takes them for code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from showcase.source.story_code import blank_code

_INDENT: Final = re.compile(r" {0,3}(?:\t| {4})")
_ITEM: Final = re.compile(r" {0,3}(?:[-*+]|\d{1,9}\.)[ \t]")
_HAN: Final = re.compile(r"[\u3400-\u9fff，。、；：？！“”（）《》]")
_SIGN: Final = re.compile(r"\S")


class IndentedProse(NamedTuple):
    """The first line of a paragraph that is shown as code."""

    offset: int
    """Where its blanks begin, in characters from the start of the body."""
    text: str
    """Without the blanks."""


def find_indented_prose(body: str) -> Iterator[IndentedProse]:
    """The indented paragraphs that are Chinese for the most part; in a list such a paragraph belongs to its item."""
    if "    " not in body and "\t" not in body:
        return
    offset, is_start, is_in_list = 0, True, False
    for line in blank_code(body).split("\n"):
        text = line.strip()
        is_indented = _INDENT.match(line) is not None
        if is_start and is_indented and not is_in_list and _is_prose(text):
            yield IndentedProse(offset, text)
        if _ITEM.match(line):
            is_in_list = True
        elif is_start and text and not is_indented:
            is_in_list = False
        # What stands right below a heading begins a paragraph too.
        is_start = not text or line.startswith("#")
        offset += len(line) + 1


def _is_prose(text: str) -> bool:
    return 2 * len(_HAN.findall(text)) > len(_SIGN.findall(text))
