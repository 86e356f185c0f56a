"""Slips of the keyboard that can be seen line by line: full-width colons, tabs, a blank left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from showcase.model.faults import Fault, Place
from showcase.source.characters import name_character
from showcase.source.dash_slips import find_dash_slips
from showcase.source.editor_words import is_key_word
from showcase.source.mending import write_text
from showcase.source.merge_conflicts import is_mark
from showcase.source.source_text import SourceText
from showcase.source.wide_colons import find_wide_colon

IsKey = Callable[[str], bool]

BLOCK_TEXT: Final = re.compile(r"(?:[^#]*:|\s*-)\s+[|>][-+0-9]*\s*(?:#.*)?")
"""A line that opens a text over several lines."""
_TAB: Final = re.compile(r" *\t")
_ODD: Final = r"\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""Blanks that look like any other, and that YAML takes for letters: Word's, and the full-width one."""
_ODD_BLANKS: Final = re.compile(rf"[ \t]*([{_ODD}][ \t{_ODD}]*)(?:-[ {_ODD}]|([A-Za-z_][\w-]*|[一-鿿]{{1,8}})\s*[:：])")
_ODD_AFTER: Final = re.compile(rf"(\s*)((?:- )?([A-Za-z_]+):|-)([{_ODD}][ {_ODD}]*)(.*)")
"""Such a blank behind a colon or a hyphen, where one of the others has to stand."""
_TIGHT_COLON: Final = re.compile(r"(\s*(?:- )?)([A-Za-z_]+):(?!\s|/|$)(.*)")
_COLOR: Final = re.compile(r"(.*?\bcolor:\s+)(#[0-9a-fA-F]{3,8})\b")

_HASHES: Final = re.compile(r"(\s*(?:- )?([A-Za-z_]+):[ ]+)\[([^\[\]{}\"'\n]*)\][ ]*")
"""A list of words in brackets, in which none may begin with a number sign."""


def indentation(line: str) -> int:
    """How many blanks and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def find_slips(source: SourceText, block: str, first_line: int, is_key: IsKey = is_key_word) -> list[Fault]:
    """The slips in a block of YAML that begins on a line of the file; texts over several lines are passed over.

    ``is_key`` tells keys from words of a text that a colon follows.
    """
    lines = [(number + first_line, line) for number, line in _iterate_lines(block)]
    slips = [fault for number, line in lines for fault in _check_line(source, number, line, is_key)]
    return [*slips, *find_dash_slips(source, lines)]


def _iterate_lines(block: str) -> Iterator[tuple[int, str]]:
    """The lines that hold keys, each with its number from 0."""
    inside: int | None = None
    for number, line in enumerate(block.split("\n")):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if inside is not None and indentation(line) > inside:
            continue
        inside = indentation(line) if BLOCK_TEXT.fullmatch(line) else None
        yield number, line


def explain_indentation(place: Place, blanks: str) -> Fault:
    """The fault of blanks at the beginning of a line that YAML takes for letters."""
    odd = blanks.strip(" \t\u3000")
    return (
        Fault("odd-blank", place, details={"found": name_character(odd[0])})
        if odd
        else Fault("full-width-indentation", place)
    )


def _check_line(source: SourceText, number: int, line: str, is_key: IsKey) -> Iterator[Fault]:
    if is_mark(line):
        yield source.fault("merge-conflict", number, 1, len(line))
        return
    tab = _TAB.match(line)
    if tab:
        yield source.fault("tab-indentation", number, tab.end())
    blanks = _ODD_BLANKS.match(line)
    if blanks and (blanks[2] is None or is_key(blanks[2])):
        yield explain_indentation(source.place(number, blanks.start(1) + 1, len(blanks[1])), blanks[1])
        return
    after = _ODD_AFTER.match(line)
    if after and (after[3] is None or is_key(after[3])):
        details = {"found": name_character(after[4][0]), "suggestion": f"{after[2]} {after[5]}"}
        yield source.fault("odd-blank", number, after.start(4) + 1, len(after[4]), **details)
    if wide := find_wide_colon(source, number, line, is_key):
        yield wide
    tight = _TIGHT_COLON.match(line)
    if tight and is_key(tight[2]):
        column = tight.end(2) + 1
        yield source.fault("no-space-after-colon", number, column, suggestion=f"{tight[2]}: {tight[3]}")
    words = _HASHES.fullmatch(line) if "#" in line else None
    if words and is_key(words[2]) and (items := _split_hashes(words[3])):
        suggestion = f"{words[2]}: [{', '.join(items)}]"
        yield source.fault("reserved-character", number, line.index("#") + 1, found="#", suggestion=suggestion)
    color = _COLOR.match(line)
    if color and "{" in color[1]:
        details = {"found": color[2], "suggestion": f'color: "{color[2]}"'}
        yield source.fault("color-is-comment", number, len(color[1]) + 1, len(color[2]), **details)


def _split_hashes(text: str) -> list[str]:
    """The items of ``#甲, #乙`` without their signs; none where no item begins with one."""
    items = [item.strip() for item in re.split(r"[、，,；;]", text)]
    begun = [item for item in items if item.startswith("#")]
    parts = [part.strip() for item in items for part in item.split("#")]
    return [write_text(part) for part in parts if part] if begun else []
