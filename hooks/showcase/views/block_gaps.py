"""Where the blocks of a story begin: as it is written and as previews show it, told to Markdown in its own terms.

Python-Markdown begins a list or a table only after an empty line, and a list in a list only four blanks further in;
GitHub, Gitee and editors do with less. And who presses Enter before （一） or 1、 means a new line.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from showcase.source.line_signs import LINE_SIGN
from showcase.source.story_code import blank_fences
from showcase.source.story_limits import MAX_NESTING

_ITEM: Final = re.compile(r"([-*+]|\d{1,9}\.)[ \t]+(?=\S)")
_RULE: Final = re.compile(r"(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|[-=]+[ \t]*)")
"""A line across the page, or the line below a heading."""
_BELOW_HEAD: Final = re.compile(r"[ \t:|-]+")
_QUOTE: Final = re.compile(r" {0,3}> ?")
_QUOTE_IN_ITEM: Final = re.compile(r" {0,60}> ?")
_LABEL: Final = re.compile(r"[\u3400-\u9fff]{1,6}：(?=\S)")
"""As in 地址：解放路 1 号."""
_ENDS: Final = ("。", "；", "：", "！", "？", ":", ";")
_PAUSES: Final = (*_ENDS, "，", "、", ",")
_HEAD: Final = 24
"""Characters of a line with a number that may be a heading: a longer one may go on in the next line."""


class _Item(NamedTuple):
    """An item of a list that is not over."""

    indent: int
    is_numbered: bool


def begins_anew(line: str, before: str) -> bool:
    """Whether a line of a paragraph is meant to stand on a line of its own; ``before`` is the line above it."""
    before = before.strip()
    if LINE_SIGN.match(line) or (len(before) <= _HEAD and LINE_SIGN.match(before) and not before.endswith(_PAUSES)):
        return True
    return _LABEL.match(line) is not None and (_LABEL.match(before) is not None or before.endswith(_ENDS))


def set_blocks_apart(body: str) -> str:
    """The body with an empty line where a block is meant to begin, and inner lists as far in as Markdown wants them.

    Code in fences stays as it is.
    """
    layout = _Layout(body.split("\n"), blank_fences(body).split("\n"))
    return "\n".join(layout.write())


class _Layout:
    """A body, line by line."""

    def __init__(self, lines: list[str], bare: list[str]) -> None:
        """``bare`` are the lines with their code blanked out."""
        self._lines, self._bare = lines, bare
        self._written: list[str] = []
        self._items: list[_Item] = []
        """The items that hold the next line."""
        self._is_text = False
        """Whether the line above is one that a paragraph, a quotation or an item may go on from."""
        self._is_row = False
        """Whether it is one of a table."""
        self._level = 0
        """How many items hold the first of the lines that stand together, which says for Markdown where all belong."""
        self._began_with_item = False
        """Whether it is the first of an item: within a paragraph, Markdown sees none."""

    def write(self) -> list[str]:
        """The lines of the result."""
        number = 0
        while number < len(self._lines):
            line = self._lines[number].expandtabs(4)
            indent = len(line) - len(line.lstrip(" "))
            if not self._bare[number].strip():
                self._add(self._lines[number])
            elif (_QUOTE_IN_ITEM if self._items else _QUOTE).match(line):
                number = self._add_quotation(number, indent)
                continue
            else:
                self._add_line(number, indent)
            number += 1
        return self._written

    def _add(self, line: str, *, is_text: bool = False, is_row: bool = False, apart: bool = False) -> None:
        if apart:
            self._written.append("")
        if apart or not (self._is_text or self._is_row):
            self._level, self._began_with_item = len(self._items), False
        self._written.append(line)
        self._is_text, self._is_row = is_text, is_row

    def _add_quotation(self, start: int, indent: int) -> int:
        """Adds the lines of a quotation, which is laid out by itself, and gives the number of the line below it."""
        sign, end = _QUOTE_IN_ITEM if self._items else _QUOTE, start
        while end < len(self._lines) and sign.match(self._bare[end]):
            end += 1
        if not self._is_text:
            self._leave_items(indent)
        level = 0 if self._is_text else len(self._items)
        inner = "\n".join(sign.sub("", line, count=1) for line in self._lines[start:end])
        for line in set_blocks_apart(inner).split("\n"):
            self._add(" " * 4 * level + (f"> {line}" if line.strip() else ">"), is_text=True)
        return end

    def _add_line(self, number: int, indent: int) -> None:
        line = self._lines[number]
        text = line.lstrip(" \t")
        item = _ITEM.match(text) if indent < 4 or self._items else None
        if _RULE.fullmatch(text) or text.startswith("#"):
            if not indent:
                self._items.clear()
            self._add(line, apart=self._is_text and text.startswith("#") and self._written[-1].startswith(">"))
        elif item and self._begins_item(item[1]):
            self._add_item(text, _Item(indent, item[1][0].isdigit()))
        elif text.startswith("|") and (self._is_row or self._is_head(number)):
            self._add(line, is_row=True, apart=self._is_text and not self._items)
        elif self._items:
            self._add_to_item(line, indent)
        else:
            apart = self._is_text and indent < 4 and begins_anew(text, self._written[-1])
            self._add(line, is_text=True, apart=apart or (self._is_row and "|" not in text))

    def _begins_item(self, sign: str) -> bool:
        """Whether a line with the sign of an item is one: within a paragraph, 2019. may be the end of a sentence."""
        return bool(self._items) or not self._is_text or not sign[0].isdigit() or sign == "1."

    def _is_head(self, number: int) -> bool:
        """Whether the line below is what stands below the head of a table."""
        below = self._bare[number + 1 : number + 2]
        return bool(below) and _BELOW_HEAD.fullmatch(below[0]) is not None and {*"|-"} <= {*below[0]}

    def _add_item(self, text: str, item: _Item) -> None:
        beside = self._leave_items(item.indent)
        level = min(len(self._items), MAX_NESTING)
        is_other = not level and beside is not None and beside.is_numbered != item.is_numbered
        apart = self._is_text and (is_other or level < self._level or not self._began_with_item)
        begins = apart or not (self._is_text or self._is_row)
        self._add(" " * 4 * level + text, is_text=True, apart=apart)
        self._began_with_item |= begins
        self._items.append(item)

    def _add_to_item(self, line: str, indent: int) -> None:
        """Adds a line that goes on an item, or that begins a paragraph of it, or that ends its list."""
        text = line.lstrip(" \t")
        if self._is_text:
            if begins_anew(text, self._written[-1]):
                # Of an empty line all items of the list would become paragraphs.
                self._written[-1] = f"{self._written[-1].rstrip()}  "
            self._add(line, is_text=True)
        else:
            self._leave_items(indent)
            self._add(" " * max(4 * len(self._items), indent) + text, is_text=True)

    def _leave_items(self, indent: int) -> _Item | None:
        """Leaves the items that do not hold a line so far in; gives the last that was left."""
        left = None
        while self._items and indent < self._items[-1].indent + 2:
            left = self._items.pop()
        return left
