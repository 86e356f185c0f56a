"""How much a story may hold: Markdown's time grows with the square of some marks, and a page has to stay a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

MAX_CHARACTERS: Final = 500_000
"""Of any story; settings name a smaller number."""
MAX_LINES: Final = 2_000
MAX_NESTING: Final = 12
"""Lists and quotations within one another."""
MAX_COLUMNS: Final = 20
"""Columns of a table."""

_MOST: Final[Mapping[str, int]] = {"[": 1_000, "<": 500}
"""Signs that hold Markdown for long where there are many: 20,000 opening brackets take a minute."""
_THINGS: Final[Mapping[str, str]] = {"[": "brackets", "<": "signs"}
_MARK: Final = r"(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t]))"
_DEEP: Final = re.compile(
    rf"\n(?=[ \t>*+\-\d])(?:(?:[ \t]*{_MARK}){{{MAX_NESTING + 1}}}|(?: {{4}}|\t){{{MAX_NESTING}}} *{_MARK})"
)
"""Begins with a literal, and is sought far faster than a line's beginning; few lines begin with what may go deep."""
_MOST_REACH: Final = 1_000_000
"""Characters between the brackets of a story and those that close them, or the ends of their paragraphs, in all: from
every opening bracket Markdown looks so far, five times over."""
_FEW: Final = 20
"""Opening brackets that can look no further, however long the story is."""
_BRACKET: Final = re.compile(r"[\[\]]|\n[ \t]*\n")
_HARMLESS: Final = 12
"""A story of fewer characters is within every limit."""


class Excess(NamedTuple):
    """A limit of a story that is passed."""

    code: str
    """Kind of fault."""
    offset: int
    """Where it is passed, in characters from the start of the body."""
    found: str
    limit: str
    thing: str = ""
    """Of what there is too much, where its kind leaves that open: ``lines``, ``columns``, ``brackets``, ``signs``."""


def find_excess(body: str, characters: int = MAX_CHARACTERS) -> Excess | None:
    """The first limit that a story passes; Markdown should not be given a story that passes one."""
    return next(_iterate_excess(body, characters), None) if len(body) > _HARMLESS else None


def _iterate_excess(body: str, characters: int) -> Iterator[Excess]:
    if len(body) > characters:
        yield Excess("story-too-long", characters, str(len(body)), str(characters))
    lines = body.count("\n") + 1
    if lines > MAX_LINES:
        yield Excess("story-too-many", 0, str(lines), str(MAX_LINES), "lines")
    for sign, most in _MOST.items():
        count = body.count(sign)
        if count > most:
            yield Excess("story-too-many", body.index(sign), str(count), str(most), _THINGS[sign])
    if body.count("[") > _FEW:
        yield from _find_far_brackets(body)
    deep = _DEEP.search(f"\n{body}")
    if deep:
        yield Excess("story-too-deep", deep.start(), "", str(MAX_NESTING))
    if body.count("|") > MAX_COLUMNS:
        yield from _find_wide_table(body)


def _find_far_brackets(body: str) -> Iterator[Excess]:
    reach = 0
    opened: list[int] = []
    for sign in _BRACKET.finditer(body):
        if sign[0] == "[":
            opened.append(sign.start())
        elif sign[0] != "]":
            reach += sum(sign.start() - start for start in opened)
            opened.clear()
        elif opened:
            reach += sign.start() - opened.pop()
    reach += sum(len(body) - start for start in opened)
    if reach > _MOST_REACH:
        count = body.count("[")
        most = max(_FEW, count * _MOST_REACH // reach)
        yield Excess("story-too-many", body.index("["), str(count), str(most), _THINGS["["])


def _find_wide_table(body: str) -> Iterator[Excess]:
    offset = 0
    for line in body.split("\n"):
        signs = line.count("|")
        if signs > MAX_COLUMNS + 1:
            row = line.strip()
            columns = signs + 1 - row.startswith("|") - row.endswith("|")
            yield Excess("story-too-many", offset, str(columns), str(MAX_COLUMNS), "columns")
            return
        offset += len(line) + 1
