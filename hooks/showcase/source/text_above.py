"""What stands above the front matter: blank lines, a heading, the fence of code that it was copied from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from showcase.model.faults import Fault
from showcase.source.editor_words import is_key_word
from showcase.source.source_text import SourceText

_DASHES: Final = re.compile(r"---[ \t]*")
_KEY: Final = re.compile(r"([A-Za-z_]+|[一-鿿]{1,8})[ \t]*[:：].*")
_CODE: Final = re.compile(r"[ \t]*(`{3,}|~{3,}).*")
"""A line that opens or closes a block of code."""
_SEARCHED: Final = 20
"""Lines in which front matter may begin."""


def explain_text_above(source: SourceText) -> Fault | None:
    """Front matter that does not begin on the first line, with what to delete; ``None`` where there is none."""
    lines = source.lines
    number = next((number for number, line in enumerate(lines[:_SEARCHED], 1) if _DASHES.fullmatch(line)), 1)
    if number == 1 or (any(map(str.strip, lines[: number - 1])) and not _begins_fields(lines[number:])):
        return None
    details = {"last": str(number - 1)} if number > 2 else {"only": "1"}
    if fence := _find_closing(lines, number):
        details["fence"] = str(fence)
    return source.fault("text-before-front-matter", 1, 1, len(source.line(1)) or 1, **details)


def _begins_fields(lines: Sequence[str]) -> bool:
    """Whether a key stands on the first line that is no comment, and another ``---`` below it: no heading does so."""
    rest = iter(lines)
    first = next((line for line in rest if line.strip() and not line.startswith("#")), "")
    key = _KEY.fullmatch(first)
    return key is not None and is_key_word(key[1]) and any(map(_DASHES.fullmatch, rest))


def _find_closing(lines: Sequence[str], number: int) -> int | None:
    """The line at the end that closes a block of code which was opened above one; ``None`` where there is none."""
    fences = [place for place, line in enumerate(lines, 1) if _CODE.fullmatch(line)]
    above = sum(fence < number for fence in fences)
    is_open = above % 2 == 1 and len(fences) % 2 == 0
    return fences[-1] if is_open and not any(map(str.strip, lines[fences[-1] :])) else None
