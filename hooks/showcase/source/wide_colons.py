"""Full-width colons behind keys, at the beginning of a line and between braces: ``water：``, ``{name：甲}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from typing import Final

from showcase.model.faults import Fault
from showcase.source.editor_words import is_key_word
from showcase.source.mending import quote_text
from showcase.source.source_text import SourceText

_KEY: Final = r"[A-Za-z_][\w-]*|[一-鿿]{1,8}"
_AT_START: Final = re.compile(rf"(\s*(?:- )?)({_KEY})(\s*：\s*)(.*)")
_BRACES: Final = re.compile(rf"(\s*+(?:- )?)((?:(?:{_KEY}):[ ]+)?)(\[?[ ]*\{{.*)")
_WITHIN: Final = re.compile(rf"(\{{|,)(\s*)({_KEY})\s*：\s*")
_GOES_ON: Final = re.compile(rf"，\s*({_KEY})\s*：\s*")
"""A further key between braces all of whose signs are full-width."""
_UNWRITABLE: Final = re.compile(r"[@`%&*!#]|[^\"'\[{\s][^:]*+(?::(?!\s)[^:]*+)*+:\s")
"""What a value begins with that has to stand in quotes."""
_ENTRY: Final = re.compile(r"[a-z][a-z0-9-]*")
_BLAMED: Final = frozenset({"unknown-key", "bad-key", "not-mapping", "missing-key"})
"""What is told of a line whose key was not taken for one."""


def is_entry_key(word: str) -> bool:
    """Whether a word of the vocabulary's file is a key: one of the model, or one that an entry may have."""
    return is_key_word(word) or _ENTRY.fullmatch(word) is not None


def find_wide_colon(source: SourceText, number: int, line: str, is_key: Callable[[str], bool]) -> Fault | None:
    """The first full-width colon behind a key of a line, with the line as it should be but for its blanks and sign."""
    if "：" not in line:
        return None
    start = _AT_START.match(line)
    if start and is_key(start[2]):
        column = start.start(3) + start[3].index("：") + 1
        value = quote_text(start[4].strip()) if _UNWRITABLE.match(start[4]) else _mend_braces(start[4], is_key)
        suggestion = f"{start[2]}: {value}".strip()
        return source.fault("full-width-colon", number, column, suggestion=suggestion)
    braces = _BRACES.match(line)
    mended = _mend_braces(braces[3], is_key) if braces else ""
    if not braces or mended == braces[3]:
        return None
    suggestion = f"{braces[2].rstrip()} {mended}".strip()
    column = line.index("：", braces.start(3)) + 1
    return source.fault("full-width-colon", number, column, suggestion=suggestion)


def _mend_braces(text: str, is_key: Callable[[str], bool]) -> str:
    def mend(found: re.Match[str]) -> str:
        return f"{found[1]}{found[2]}{found[3]}: " if is_key(found[3]) else found[0]

    mended = _WITHIN.sub(mend, text) if text.lstrip("[ ").startswith("{") else text
    if mended == text:
        return text
    return _GOES_ON.sub(lambda found: f", {found[1]}: " if is_key(found[1]) else found[0], mended)


def blame_wide_colons(
    source: SourceText, faults: Iterable[Fault], is_key: Callable[[str], bool] = is_key_word
) -> list[Fault]:
    """Faults with that of the colon in the place of those that follow from it on its line."""
    faults = list(faults)
    numbers = sorted({fault.place.line for fault in faults if fault.code in _BLAMED})
    found = [find_wide_colon(source, number, source.line(number), is_key) for number in numbers]
    slips = {slip.place.line: slip for slip in found if slip}
    keys = {slip.details["suggestion"].partition(":")[0] for slip in slips.values()}
    return [*(fault for fault in faults if not _follows(fault, slips.keys(), keys)), *slips.values()]


def _follows(fault: Fault, lines: Collection[int], keys: Collection[str]) -> bool:
    is_there = fault.code == "missing-key" and fault.details.get("key", "") in keys
    return is_there or (fault.place.line in lines and fault.code in (*_BLAMED, "full-width-colon"))
