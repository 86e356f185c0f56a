"""The words of faults: every kind there is, and how one fault is told in a reader's language."""

from __future__ import annotations

import gettext
import string
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Final, NamedTuple

from showcase.language import N_
from showcase.model.fault_kinds import brand_kinds, field_kinds, file_kinds, picture_kinds, story_kinds, yaml_kinds
from showcase.model.fault_kinds.kind import Kind, Texts
from showcase.model.faults import Fault, Severity
from showcase.model.system_causes import CAUSES

KINDS: Final[Mapping[str, Kind]] = {
    **file_kinds.KINDS,
    **yaml_kinds.KINDS,
    **field_kinds.KINDS,
    **brand_kinds.KINDS,
    **story_kinds.KINDS,
    **picture_kinds.KINDS,
}
"""Every kind of fault by its code."""

TERMS: Final[Mapping[str, str]] = {
    "mapping": N_("keys with values"),
    "list": N_("a list"),
    "text": N_("a text"),
    "boolean": N_("YAML takes it for yes or no"),
    "number": N_("a number"),
    "date": N_("a date"),
    "octal": N_("YAML takes it for a number in base eight"),
    "base": N_("YAML takes it for a number in another base"),
    "sexagesimal": N_("YAML takes it for a number in base sixty"),
    "float": N_("YAML takes it for a number"),
    "long-number": N_("a number with too many digits"),
    "datetime": N_("a date with a time"),
    "alias": N_("an alias"),
    **CAUSES,
}
"""What a value may be taken for; a detail whose name ends in ``_kind`` is a key of this."""


class FaultText(NamedTuple):
    """A fault in words; empty where there is nothing to say."""

    severity: Severity
    message: str
    expected: str
    found: str
    hint: str


def severity_of(fault: Fault) -> Severity:
    """How much a fault weighs."""
    return KINDS[fault.code].severity


def has_errors(faults: Iterable[Fault]) -> bool:
    """Whether any of the faults is an error."""
    return any(severity_of(fault) is Severity.ERROR for fault in faults)


def render_fault(fault: Fault, translations: gettext.NullTranslations) -> FaultText:
    """A fault in the language of a catalogue of domain ``cli``."""
    kind = KINDS[fault.code]
    details = {name: _translate(name, value, translations) for name, value in fault.details.items()}
    details.setdefault("field", fault.field)
    title = translations.gettext(kind.title)
    return FaultText(
        kind.severity,
        _fill(kind.message, details, translations) or title,
        _fill(kind.expected, details, translations),
        _fill(kind.found, details, translations),
        _fill(kind.hint, details, translations),
    )


def _translate(name: str, value: str, translations: gettext.NullTranslations) -> str:
    return translations.gettext(TERMS[value]) if name.endswith("_kind") and value in TERMS else value


def _fill(texts: Texts, details: Mapping[str, str], translations: gettext.NullTranslations) -> str:
    """The first of the templates that the details can fill, filled; empty where there is none."""
    for text in (texts,) if isinstance(texts, str) else texts:
        if all(details.get(name) for name in placeholders(text)):
            return translations.gettext(text).format_map(details)
    return ""


@cache
def placeholders(text: str) -> tuple[str, ...]:
    """The names of the details that a template wants."""
    return tuple(name for _, name, _, _ in string.Formatter().parse(text) if name)
