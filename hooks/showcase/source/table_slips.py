"""Rows that were meant as a table and are shown as they are written: pasted from a sheet, or with no line of dashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from showcase.source.line_signs import LINE_SIGN
from showcase.source.story_code import blank_code

_WIDE: Final = "｜"
_LINE: Final = re.compile(r"[^\n]+")
_ROW: Final = re.compile(r" {0,3}[|｜]")
_SHEET_ROW: Final = re.compile(r" {0,3}(?![-*+>#|｜ \t]|\d{1,9}\.[ \t])([^\t\n]+)\t\s*\S")
"""Two cells at least, of which the first is no sign of an item; a tab at the end of a line makes none."""
_LONE_SIGN: Final = re.compile(r"[·∙⋅・–—\uf000-\uf0ff]|[（(]?\d{1,3}[)）]|\d{1,3}(?:[.．]\d{1,3})*[.．]")
"""Those that Word sets before the items of a list, and that begin no line without a blank."""
_BELOW_HEAD: Final = re.compile(r"[ \t]*[|:-][ \t|:-]*")
_CELLS: Final = re.compile(r"(?<!\\)\|")


class TableSlip(NamedTuple):
    """Rows that make no table."""

    offset: int
    """Where the first of them begins, in characters from the start of the body."""
    text: str
    row: str
    """As it should be written."""
    rule: str
    """What should stand below it."""


def find_table_slips(body: str) -> Iterator[TableSlip]:
    """The first row of each such table; code is passed over."""
    lines = [(found.start(), found[0]) for found in _LINE.finditer(blank_code(body)) if found[0].strip()]
    for (sort, _), group in groupby(lines, _Sorter()):
        rows = [*group]
        if sort == "row":
            yield from _check_rows(rows)
        elif sort == "sheet" and len(rows) > 1:
            yield _as_slip(rows[0], re.split(r"\t+", rows[0][1].strip()))


class _Sorter:
    """Tells what lines are, and numbers those that stand together."""

    def __init__(self) -> None:
        self._end, self._number = -1, 0

    def __call__(self, line: tuple[int, str]) -> tuple[str, int]:
        start, text = line
        self._number += start != self._end + 1
        self._end = start + len(text)
        sort = "row" if _ROW.match(text) else "sheet" if _is_sheet_row(text) else ""
        return sort, self._number


def _is_sheet_row(text: str) -> bool:
    """Whether a line is a row of a sheet, and no item of a list that Word wrote with a tab behind its sign."""
    row = _SHEET_ROW.match(text)
    if not row:
        return False
    first = row[1].strip()
    sign = LINE_SIGN.match(first)
    return first != "" and not (_LONE_SIGN.fullmatch(first) or (sign and sign.end() == len(first)))


def _check_rows(rows: Sequence[tuple[int, str]]) -> Iterator[TableSlip]:
    head = _split(rows[0][1])
    if len(rows) < 2 and len(head) < 2:
        return  # A line that begins with a bar by itself is none.
    below = rows[1][1] if len(rows) > 1 else ""
    is_ruled = _BELOW_HEAD.fullmatch(below) is not None and "-" in below and len(_split(below)) == len(head)
    if not is_ruled:
        yield _as_slip(rows[0], head)
    elif wide := next((row for row in rows if _WIDE in (row[1].strip()[:1], row[1].strip()[-1:])), None):
        yield _as_slip(wide, _split(wide[1]))


def _split(row: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(row.replace(_WIDE, "|").strip().strip("|"))]


def _as_slip(line: tuple[int, str], cells: Sequence[str]) -> TableSlip:
    offset, text = line
    return TableSlip(offset, text, f"| {' | '.join(cells)} |", f"|{' --- |' * len(cells)}")
