"""Lines among the fields that are none, and go on from none: of an outline, labels, headings that lost their sign."""

from __future__ import annotations

import re
from typing import Final

from showcase.model.brand import FrontMatter
from showcase.model.faults import Fault
from showcase.source.editor_words import is_key_word, suggest_key
from showcase.source.mending import shorten
from showcase.source.source_text import SourceText

_NUMBER: Final = "[一二三四五六七八九十]{1,3}"
_OUTLINE: Final = re.compile(
    rf"(?:{_NUMBER}[、.．]|第{_NUMBER}[章节条]|[（(](?:{_NUMBER}|\d{{1,2}})[)）]|\d{{1,2}}(?:[、．)）]|\.(?!\d))|[①-⑳]).*"
)
"""A numbered line, ``一、服务对象`` or ``（一）服务对象``."""
_LABEL: Final = re.compile(r"[一-鿿]{2,12}：.*")
_WORD: Final = re.compile(r"[一-鿿]{1,8}")
_SENTENCE_ENDS: Final = ("。", "！", "？", "；", "…")


def explain_no_field(source: SourceText, line: int, above: int, words: re.Pattern[str]) -> Fault | None:
    """A line that is no field, with those below it that are none either; ``None`` where it may go on from ``above``.

    ``words`` matches a line in which no key stands.
    """
    text = source.line(line).strip()
    start = _column_of(source, line)
    is_key = is_key_word(text)
    if not (is_key or is_outline(text) or (_WORD.fullmatch(text) and _ends_sentence(source.line(above)))):
        return None
    key = suggest_key(text, FrontMatter.model_fields) if is_key and not start else None
    details = {"found": shorten(text)}
    if key:
        is_parent = _column_of(source, line + 1) > start
        details |= {"key": key, **({"suggestion": f"{key}:"} if is_parent else {"draft": f"{key}: …"})}
    elif (last := _find_last(source, line, words)) > line:
        details |= {"first": str(line), "last": str(last)}
    return source.fault("not-a-field", line, start + 1, len(text), **details)


def is_outline(text: str) -> bool:
    """Whether a line is numbered, or a label with a full-width colon."""
    return (_OUTLINE.fullmatch(text) or _LABEL.fullmatch(text)) is not None


def _ends_sentence(text: str) -> bool:
    return text.rstrip().endswith(_SENTENCE_ENDS)


def _find_last(source: SourceText, line: int, words: re.Pattern[str]) -> int:
    """The last of the lines from one on in which no key stands, not even a Chinese one or with a full-width colon."""
    column = _column_of(source, line)
    while line < len(source.lines):
        text = source.line(line + 1).strip()
        if not text or text[0] in "#-" or not words.fullmatch(text) or _column_of(source, line + 1) != column:
            break
        if is_key_word(text.partition("：")[0]):
            break
        line += 1
    return line


def _column_of(source: SourceText, line: int) -> int:
    text = source.line(line) if line <= len(source.lines) else ""
    return len(text) - len(text.lstrip(" \t"))
