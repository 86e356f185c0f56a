"""Items of lists whose sign is none to YAML: a hyphen without its blank, ``-甲``, or another sign, ``• 甲``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from showcase.model.faults import Fault
from showcase.source.mending import shorten
from showcase.source.source_text import SourceText

_SIGN: Final = re.compile(r"-(?![-\s])|[－—–•·●]+[ \t\u3000]*|[*+][ \t]+")
"""What an item is begun with in the place of a hyphen and a blank."""
_BARE: Final = re.compile(r"(?:- +)*[^\s:#\"'\[\]{}]+:[ ]*(?:#.*)?")
"""A key with nothing behind it, to which what stands below belongs."""

_LONGEST: Final = 300
"""Of an item that is shown as it should be, in characters."""


def find_dash_slips(source: SourceText, lines: Iterable[tuple[int, str]]) -> Iterator[Fault]:
    """The slips in lines, each with its number: where a list is begun with a right sign, or what stands is no text."""
    around: list[tuple[int, str]] = []
    for number, line in lines:
        text = line.lstrip(" ")
        column = len(line) - len(text)
        while around and around[-1][0] > column:
            around.pop()
        level, above = around[-1] if around else (-1, "")
        item = take_sign(text)
        kind = "item" if text.startswith("- ") else "key" if _BARE.fullmatch(text) else ""
        # Further in than its key, what begins so may be a text, but for the sign of an alias.
        if item and above and (level == column or (above == "key" and text[0] == "*")):
            kind = "item"
            yield source.fault("no-space-after-dash", number, column + 1, suggestion=f"- {shorten(item, _LONGEST)}")
        if level == column:
            around.pop()
        around.append((column, kind))


def take_sign(text: str) -> str:
    """What follows the sign of an item that is none to YAML; empty where none stands, or nothing follows."""
    found = _SIGN.match(text)
    return text[found.end() :].strip() if found else ""
