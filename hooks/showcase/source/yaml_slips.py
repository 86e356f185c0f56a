"""Slips of the keyboard that can be seen line by line: full-width colons, tabs, a blank left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from showcase.model.faults import Fault
from showcase.source.editor_words import is_key_word
from showcase.source.merge_conflicts import is_mark
from showcase.source.source_text import SourceText

IsKey = Callable[[str], bool]

_BLOCK_TEXT: Final = re.compile(r"(?:[^#]*:|\s*-)\s+[|>][-+0-9]*\s*(?:#.*)?")
"""A line that opens a text over several lines."""
_TAB: Final = re.compile(r" *\t")
_WIDE_BLANKS: Final = re.compile(r"[ \t]*(\u3000[ \t\u3000]*)(?:- |([A-Za-z_][\w-]*|[一-鿿]{1,8})\s*[:：])")
_WIDE_COLON: Final = re.compile(r"(\s*(?:- )?)([A-Za-z_][\w-]*|[一-鿿]{1,8})(\s*：\s*)(.*)")
_TIGHT_COLON: Final = re.compile(r"(\s*(?:- )?)([A-Za-z_]+):(?!(?!\u3000)\s|/|$)\u3000*(.*)")
"""A colon that nothing follows which YAML takes for a blank: a full-width one is none."""
_COLOR: Final = re.compile(r"(.*?\bcolor:\s+)(#[0-9a-fA-F]{3,8})\b")


def indentation(line: str) -> int:
    """How many blanks and tabs a line begins with."""
    return len(line) - len(line.lstrip(" \t"))


def find_slips(source: SourceText, block: str, first_line: int, is_key: IsKey = is_key_word) -> list[Fault]:
    """The slips in a block of YAML that begins on a line of the file; texts over several lines are passed over.

    ``is_key`` tells keys from words of a text that a colon follows.
    """
    lines = _iterate_lines(block)
    return [fault for number, line in lines for fault in _check_line(source, number + first_line, line, is_key)]


def _iterate_lines(block: str) -> Iterator[tuple[int, str]]:
    """The lines that hold keys, each with its number from 0."""
    inside: int | None = None
    for number, line in enumerate(block.split("\n")):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if inside is not None and indentation(line) > inside:
            continue
        inside = indentation(line) if _BLOCK_TEXT.fullmatch(line) else None
        yield number, line


def _check_line(source: SourceText, number: int, line: str, is_key: IsKey) -> Iterator[Fault]:
    if is_mark(line):
        yield source.fault("merge-conflict", number, 1, len(line))
        return
    tab = _TAB.match(line)
    if tab:
        yield source.fault("tab-indentation", number, tab.end())
    blanks = _WIDE_BLANKS.match(line)
    if blanks and (blanks[2] is None or is_key(blanks[2])):
        yield source.fault("full-width-indentation", number, blanks.start(1) + 1, len(blanks[1]))
        return
    wide = _WIDE_COLON.match(line)
    if wide and is_key(wide[2]):
        column = wide.start(3) + wide[3].index("：") + 1
        yield source.fault("full-width-colon", number, column, suggestion=f"{wide[2]}: {wide[4]}".strip())
    tight = _TIGHT_COLON.match(line)
    if tight and is_key(tight[2]):
        column = tight.end(2) + 1
        yield source.fault("no-space-after-colon", number, column, suggestion=f"{tight[2]}: {tight[3]}")
    color = _COLOR.match(line)
    if color and "{" in color[1]:
        details = {"found": color[2], "suggestion": f'color: "{color[2]}"'}
        yield source.fault("color-is-comment", number, len(color[1]) + 1, len(color[2]), **details)
