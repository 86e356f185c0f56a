"""Characters that no page should hold: controls, invisible ones, and those that turn the direction of text around."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from showcase.model.faults import Fault, Place
from showcase.source.source_text import SourceText

_KINDS: Final = (
    ("control-character", "\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"),
    ("bidi-character", "\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c"),
    (
        "invisible-character",
        "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u200b-\u200d\u2060-\u2064\u206a-\u206f\u3164\ufeff\uffa0",
    ),
    ("lost-character", "\ufffd"),
)
_FORBIDDEN: Final = re.compile("".join(["[", *(chars for _, chars in _KINDS), "]"]))
_BY_KIND: Final = tuple((code, re.compile(f"[{chars}]")) for code, chars in _KINDS)
_CONTROL: Final = _BY_KIND[0][1]
_MAX_REPORTED: Final = 20
"""Most faults told of one file; a file of rubbish needs no thousand lines."""


def check_characters(source: SourceText, story_line: int | None = None) -> list[Fault]:
    """A fault for each forbidden character of a text, the first twenty of them.

    From ``story_line`` on invisible characters are let pass: emoji are joined with them.
    """
    if source.is_clean:
        return []
    faults = _iterate_faults(source, story_line)
    return [fault for fault, _ in zip(faults, range(_MAX_REPORTED), strict=False)]


def check_value(text: str, place: Place, field: str) -> Iterator[Fault]:
    """A fault for the first forbidden character that an escape such as ``\\u200b`` brings into a value."""
    found = _FORBIDDEN.search(text)
    if found and found[0] not in place.source:
        yield Fault(_code_of(found[0]), place, field, {"found": name_character(found[0])})


def _code_of(char: str) -> str:
    return next(code for code, pattern in _BY_KIND if pattern.match(char))


def blank_controls(text: str) -> str:
    """A text with a blank in place of each control character, so that reading can go on."""
    return _CONTROL.sub(" ", text)


def name_character(char: str) -> str:
    """Code point and Unicode name, such as ``U+200B ZERO WIDTH SPACE``."""
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".rstrip()


def _iterate_faults(source: SourceText, story_line: int | None) -> Iterator[Fault]:
    for found in _FORBIDDEN.finditer(source.text):
        code = _code_of(found[0])
        place = source.place_at(found.start())
        if code == "invisible-character" and story_line is not None and place.line >= story_line:
            continue
        yield Fault(code, place, details={"found": name_character(found[0])})
