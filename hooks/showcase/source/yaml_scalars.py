"""What a plain word of YAML means: YAML 1.1's idea of it, as every other tool will read the file.

Text that only looks like something else (``no``, ``1.10``, ``12:30``) must not pass for text, or the page would not
show what was written.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

ImplicitKind = Literal["octal", "base", "sexagesimal", "float", "long-number", "datetime", "alias"]

_MAX_DIGITS: Final = 30
_WORDS: Final[dict[str, bool | None]] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"), True),
    **dict.fromkeys(("no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"), False),
}
SPECIAL_WORDS: Final = frozenset(_WORDS)
"""Words that are no text."""
MISSING_WORDS: Final = frozenset(word for word, value in _WORDS.items() if value is None)
"""Words that stand for no value."""
_SUSPECT: Final = frozenset("-+.0123456789")
"""What a number or date begins with."""
_INTEGER: Final = re.compile(r"[-+]?(?:0|[1-9][0-9]*)")
_DECIMAL: Final = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+)")
_DATE: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_OTHERS: Final[tuple[tuple[ImplicitKind, re.Pattern[str]], ...]] = (
    ("octal", re.compile(r"[-+]?0[0-9_]+")),
    ("base", re.compile(r"[-+]?0(?:b[0-1_]+|x[0-9a-fA-F_]+|o[0-7_]+)")),
    ("sexagesimal", re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?")),
    (
        "float",
        re.compile(
            r"[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+]?[0-9]+)?|[-+]?[1-9][0-9_]*"
            r"|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
        ),
    ),
    (
        "datetime",
        re.compile(
            r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|[ \t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]*)?"
            r"(?:[ \t]*(?:Z|[-+][0-9]{1,2}(?::?[0-9]{2})?))?"
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Implicit:
    """A plain word that YAML takes for something no field wants, such as ``0571`` or ``12:30``."""

    raw: str
    kind: ImplicitKind


Scalar = str | int | bool | Decimal | dt.date | Implicit | None


def resolve_plain(raw: str) -> Scalar:
    """The value of an unquoted word."""
    if raw in _WORDS:
        return _WORDS[raw]
    if raw[0] not in _SUSPECT:
        return raw
    return _recall_number(raw) if len(raw) <= _MAX_DIGITS else _resolve_number(raw)


def _resolve_number(raw: str) -> Scalar:
    if _INTEGER.fullmatch(raw):
        return int(raw) if len(raw) <= _MAX_DIGITS else Implicit(raw, "long-number")
    if _DECIMAL.fullmatch(raw):
        return Decimal(raw) if len(raw) <= _MAX_DIGITS else Implicit(raw, "long-number")
    date = _DATE.fullmatch(raw)
    if date:
        return _resolve_date(raw, date)
    for kind, pattern in _OTHERS:
        if pattern.fullmatch(raw):
            return Implicit(raw, kind)
    return raw


_recall_number: Final = lru_cache(maxsize=4096)(_resolve_number)
"""The same few hundred numbers and days come again and again."""


def _resolve_date(raw: str, found: re.Match[str]) -> Scalar:
    """A day; one that does not exist stays text, so that the field can say so."""
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return raw
