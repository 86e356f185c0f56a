"""Faults for programs: JSON, annotations of GitHub, GitLab's Code Quality, and SARIF 2.1.0."""

from __future__ import annotations

import gettext
import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final
from urllib.parse import quote

from showcase import __version__
from showcase.model.fault_texts import KINDS, render_fault, severity_of
from showcase.model.faults import Fault, Severity

_GITHUB: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_GITLAB: Final = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}
_SARIF: Final = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SARIF_SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"


def format_json(faults: Iterable[Fault], translations: gettext.NullTranslations) -> str:
    """A list of objects: path, line, column, code, severity, field, message, expected, found, hint."""
    return _dump([_as_record(fault, translations) for fault in faults])


def format_github(faults: Iterable[Fault], translations: gettext.NullTranslations) -> str:
    """A workflow command a line; nothing in a fault can become a command of its own."""
    return "\n".join(_as_command(fault, translations) for fault in faults)


def format_gitlab(faults: Iterable[Fault], translations: gettext.NullTranslations) -> str:
    """A report of GitLab's Code Quality."""
    seen: dict[str, int] = {}
    return _dump([_as_issue(fault, translations, seen) for fault in faults])


def format_sarif(faults: Iterable[Fault], translations: gettext.NullTranslations) -> str:
    """A log in SARIF 2.1.0."""
    faults = tuple(faults)
    codes = sorted({fault.code for fault in faults})
    driver = {
        "name": "brand-showcase",
        "version": __version__,
        "rules": [_as_rule(code, translations) for code in codes],
    }
    results = [_as_result(fault, codes.index(fault.code), translations) for fault in faults]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _dump({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)


def _as_record(fault: Fault, translations: gettext.NullTranslations) -> dict[str, Any]:
    text = render_fault(fault, translations)
    return {
        "path": fault.place.path,
        "line": fault.place.line,
        "column": fault.place.column,
        "code": fault.code,
        "severity": str(text.severity),
        "field": fault.field,
        "message": text.message,
        "expected": text.expected,
        "found": text.found,
        "hint": text.hint,
    }


def _describe(fault: Fault, translations: gettext.NullTranslations) -> str:
    """Everything a fault says, a part a line."""
    text = render_fault(fault, translations)
    notes = (("expected", text.expected), ("found", text.found), ("hint", text.hint))
    lines = [f"{translations.gettext(name)}: {note}" for name, note in notes if note]
    return "\n".join([text.message, *lines])


def _as_command(fault: Fault, translations: gettext.NullTranslations) -> str:
    place = fault.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": fault.code,
    }
    named = ",".join(f"{name}={_escape_property(value)}" for name, value in properties.items())
    return f"::{_GITHUB[severity_of(fault)]} {named}::{_escape_data(_describe(fault, translations))}"


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _as_issue(fault: Fault, translations: gettext.NullTranslations, seen: dict[str, int]) -> dict[str, Any]:
    """One issue; its fingerprint stays the same while lines above it come and go."""
    details = (f"{name}={value}" for name, value in sorted(fault.details.items()))
    identity = "\0".join([fault.code, fault.place.path, fault.field, *details])
    seen[identity] = seen.get(identity, 0) + 1
    fingerprint = hashlib.sha256(f"{identity}\0{seen[identity]}".encode(errors="surrogateescape")).hexdigest()
    return {
        "description": _describe(fault, translations).replace("\n", " "),
        "check_name": fault.code,
        "fingerprint": fingerprint,
        "severity": _GITLAB[severity_of(fault)],
        "location": {"path": fault.place.path, "lines": {"begin": fault.place.line}},
    }


def _as_rule(code: str, translations: gettext.NullTranslations) -> dict[str, Any]:
    kind = KINDS[code]
    title = {"text": translations.gettext(kind.title)}
    return {
        "id": code,
        "shortDescription": title,
        "fullDescription": title,
        "help": title,
        "defaultConfiguration": {"level": _SARIF[kind.severity]},
    }


def _as_result(fault: Fault, rule: int, translations: gettext.NullTranslations) -> dict[str, Any]:
    place = fault.place
    region = {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
    return {
        "ruleId": fault.code,
        "ruleIndex": rule,
        "level": _SARIF[severity_of(fault)],
        "message": {"text": _describe(fault, translations)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": _as_uri(place.path)}, "region": region}}],
    }


def _as_uri(path: str) -> str:
    """A relative reference: names in Han characters and blanks percent-encoded, and what is no UTF-8 byte by byte."""
    return quote(path, safe="/", errors="surrogateescape")
