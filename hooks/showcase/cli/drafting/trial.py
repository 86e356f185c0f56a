"""Answers on trial: put into a file as they would be, and read by what reads every brand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from gettext import NullTranslations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from showcase.cli.drafting.agency_entry import AgencyEntry, append_agency
from showcase.cli.drafting.starter import Draft, Term, compose_starter
from showcase.model.fault_texts import render_fault, severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file
from showcase.source.catalogue_file import read_catalogue_file
from showcase.source.file_names import CATALOGUE_FILE

_SAMPLE: Final = Draft(
    name="样例品牌",
    agency=Term("sample", "样例单位"),
    category=Term("sample", "样例领域"),
    slogan="说到做到，件件有着落",
    summary="这是一段用来试填的简介，长短合适，没有任何毛病，好让另一项的毛病单独显出来。",
)
_HINTS_OF_FILES: Final = frozenset({"too-long", "empty-text"})
"""Kinds of faults with hints about the lines of a file, which whoever answers a question may never have seen."""
_EMPTY_VOCABULARY: Final = "agencies: {}\ncategories: {}\nlevels: {}\n"


def explain_draft(field: str, text: str, translations: NullTranslations) -> list[str]:
    """Why a brand that is sound but for this field would not pass; empty where it would.

    ``field`` is one of the texts of :class:`Draft`.
    """
    changes: dict[str, Any] = {field: text}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "index.md"
        path.write_text(compose_starter(replace(_SAMPLE, **changes)), encoding="utf-8", newline="")
        file = BrandFile(str(path), path.name, "sample", "sample/index.md", has_folder=True)
        return _tell_errors(read_brand_file(file).faults, translations)


def explain_agency(entry: AgencyEntry, translations: NullTranslations) -> list[str]:
    """What stands against a new agency, taken by itself."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / CATALOGUE_FILE
        path.write_text(append_agency(_EMPTY_VOCABULARY, entry), encoding="utf-8", newline="")
        return _tell_errors(read_catalogue_file(path, path.name).faults, translations)


def _tell_errors(faults: Iterable[Fault], translations: NullTranslations) -> list[str]:
    """All errors in words, each once; warnings and advice are for ``check``."""
    return list(dict.fromkeys(_tell(fault, translations) for fault in faults if severity_of(fault) is Severity.ERROR))


def _tell(fault: Fault, translations: NullTranslations) -> str:
    text = render_fault(fault, translations)
    hint = "" if fault.code in _HINTS_OF_FILES else text.hint
    return "\n    ".join(part for part in (text.message, text.expected, hint) if part)
