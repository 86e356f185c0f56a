"""A line in both languages, ``place: 中文 / English``, told in the one that was asked for."""

from __future__ import annotations

import re
from typing import Final

_BOTH: Final = " / "
_HAN: Final = re.compile("[一-鿿]+")
_NUMBERS: Final = r"(?::\d+){0,2}: "
_FILE: Final = rf"[^\s:：，；。/]*/.*?\.[A-Za-z][A-Za-z0-9]{{0,7}}{_NUMBERS}"
"""A file in a folder, whose name may hold what ends a place elsewhere: ``docs/通知: 关于停电.md:3:1:``."""
_PLACE: Final = re.compile(rf"(?:{_FILE}|[^:：，；。]+{_NUMBERS})?(?:[A-Za-z_][\w.]*: )*", re.ASCII)
"""The file with line and column, and names of settings, which are the same in both."""


def choose_language(line: str, locale: str) -> str:
    """The half of a line that is of a locale, with its place; the whole line where it is not of two such halves.

    What was found may hold a stroke, too. It stands in both halves, so that the middle one parts them.
    """
    pieces = line.split(_BOTH)
    middle = len(pieces) // 2
    if len(pieces) % 2:
        return line
    chinese, english = _BOTH.join(pieces[:middle]), _BOTH.join(pieces[middle:])
    found = _PLACE.match(chinese)
    place = found[0] if found else ""
    if not _is_pair(chinese[len(place) :], english):
        return line
    return f"{place}{english}" if locale == "en" else chinese


def _is_pair(chinese: str, english: str) -> bool:
    """Whether one is Chinese, and the other has no Chinese but what was found, which both have."""
    return bool(_HAN.search(chinese)) and all(word in chinese for word in _HAN.findall(english))
