"""Hints: for a value of the wrong kind or form, the line that would be right."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from pydantic import BaseModel

from showcase.model.faults import Place
from showcase.model.mobile_numbers import find_mobile_number
from showcase.model.values import is_email, is_file_name, is_url, take_quotes_off
from showcase.source.mending import (
    explain_date,
    has_wide_digits,
    mend_color,
    mend_date,
    mend_email,
    mend_file_name,
    mend_phone,
    mend_slug,
    mend_url,
    quote_text,
    shorten,
)
from showcase.source.part_hints import Hint, hint_list, hint_part
from showcase.source.schema import Path
from showcase.source.written_numbers import is_rank, mend_count, mend_number, mend_with_unit
from showcase.source.yaml_scalars import Implicit
from showcase.source.yaml_tree import MappingNode, Node, ScalarNode, SequenceNode

_MAX_MENDED: Final = 300
"""Longest value whose mend is guessed at; nobody would paste a longer one."""


def kind_of(node: Node) -> str:
    """What YAML took a value for: a key of :data:`showcase.model.fault_texts.TERMS`."""
    if isinstance(node, MappingNode):
        return "mapping"
    if isinstance(node, SequenceNode):
        return "list"
    value = node.value
    if isinstance(value, Implicit):
        return value.kind
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | Decimal):
        return "number"
    return "date" if isinstance(value, dt.date) else "text"


def describe_value(node: Node) -> dict[str, str]:
    """What was found: its kind, and for a single value how it is written."""
    details = {"found_kind": kind_of(node)}
    if isinstance(node, ScalarNode):
        details["found"] = shorten(node.raw)
    return details


def hint_for(
    code: str, path: Path, node: Node, part: type[BaseModel] | None, place: Place, unit: str | None = None
) -> Hint:
    """A hint for a value of the wrong kind or form; the code may change to one that names the slip itself.

    ``part`` is the part of a brand that is wanted at its place, or in the list there. ``unit`` is what stands beside a
    number as its unit, empty where nothing does and ``None`` where it takes none.
    """
    if code == "not-mapping":
        return hint_part(path, node, part, place)
    if code == "not-list":
        return hint_list(path, node, part, place)
    if code == "too-short" and isinstance(node, ScalarNode) and not node.raw.strip():
        return "empty-text", {}
    if code == "not-text" and isinstance(node, ScalarNode):
        code = _rename_not_text(path, node)
    if isinstance(node, ScalarNode) and (plain := _take_quotes_off(code, node.raw[:_MAX_MENDED])):
        return "curly-quotes", {"suggestion": _as_line(path, plain)}
    return code, _hint_scalar(code, path, node, unit) if isinstance(node, ScalarNode) else {}


def _hint_scalar(code: str, path: Path, node: ScalarNode, unit: str | None) -> dict[str, str]:
    if code == "bad-number" and unit is not None:
        return _hint_number(path, node.raw[:_MAX_MENDED], unit)
    if code == "bad-phone" and (phone := mend_phone(node.raw[:_MAX_MENDED])):
        return {"narrow" if has_wide_digits(node.raw) else "suggestion": _as_line(path, phone)}
    mend = _MENDS.get(code)
    if mend is None or len(node.raw) > _MAX_MENDED:
        return {}
    suggestion = mend(node.raw)
    if suggestion:
        return {"suggestion": _as_line(path, suggestion)}
    return explain_date(node.raw) if code == "bad-date" else {}


def _hint_number(path: Path, raw: str, unit: str) -> dict[str, str]:
    """The number, and what belongs to it in the unit: 2500 is no number of the size of 2500万."""
    raw = take_quotes_off(raw) or raw
    mended = mend_with_unit(raw, unit)
    if mended is None:
        return {"rank": shorten(raw)} if is_rank(raw) else {}
    suggestion = {"suggestion": _as_line(path, mended[0])}
    unit = mended[1] if mended[1][:1].isalpha() else quote_text(mended[1])
    return {**suggestion, "unit": f"unit: {unit}"} if mended[1] else suggestion


def _rename_not_text(path: Path, node: ScalarNode) -> str:
    """What quotes alone would not mend."""
    if path and path[-1] == "phone" and find_mobile_number(node.raw):
        return "mobile-number"
    return "bad-color" if path and path[-1] == "color" else "not-text"


def _as_line(path: Path, value: str) -> str:
    """What could be pasted: ``key: value``, or the value alone in a list."""
    last = path[-1] if path else ""
    return value if isinstance(last, int) else f"{last}: {value}"


def _take_quotes_off(code: str, raw: str) -> str | None:
    """What would be right without quotation marks of a text around it; nothing where these are not what is wrong."""
    mend = _UNQUOTED.get(code)
    bare = take_quotes_off(raw) if mend else ""
    return mend(bare) if mend and bare else None


def _mend_flag(raw: str) -> str | None:
    if raw.strip().lower() in ("true", "yes", "on", "1", "是", "有", "同意", "y", "t", "√"):
        return "true"
    return "false" if raw.strip().lower() in ("false", "no", "off", "0", "否", "无", "不同意", "n", "f", "×") else None


def _mend_quoted_color(raw: str) -> str | None:
    color = mend_color(raw)
    return quote_text(color) if color else None


def _mend_line_break(raw: str) -> str | None:
    return shorten(raw)


_MENDS: Final[Mapping[str, Callable[[str], str | None]]] = {
    "not-text": quote_text,
    "line-break": _mend_line_break,
    "bad-date": mend_date,
    "bad-period": mend_date,
    "bad-number": mend_number,
    "not-whole-number": mend_count,
    "not-flag": _mend_flag,
    "bad-color": _mend_quoted_color,
    "bad-url": mend_url,
    "bad-email": mend_email,
    "bad-slug": mend_slug,
    "bad-file-name": mend_file_name,
}
_UNQUOTED: Final[Mapping[str, Callable[[str], str | None]]] = {
    **{code: mend for code, mend in _MENDS.items() if code not in ("not-text", "line-break")},
    "curly-quotes": lambda bare: mend_phone(bare) or bare,
    "bad-phone": mend_phone,
    "bad-url": lambda bare: bare if is_url(bare) else mend_url(bare),
    "bad-email": lambda bare: bare if is_email(bare) else mend_email(bare),
    "bad-file-name": lambda bare: bare if is_file_name(bare) else mend_file_name(bare),
}
"""Of what is no free text, in which such marks may be meant."""
