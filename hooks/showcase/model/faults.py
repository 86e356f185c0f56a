"""Faults: what is wrong with the content, where, and how to mend it.

A fault carries data only. Its words come from :mod:`showcase.model.fault_texts`, in the language of the reader.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a fault weighs."""

    ERROR = "error"
    """The brand cannot be published (错误)."""
    WARNING = "warning"
    """It can, but a reader will stumble (警告); an error under ``--strict``."""
    ADVICE = "advice"
    """A word from an experienced editor (建议); never fails a build."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file that an editor can go to."""

    path: str
    """POSIX path as the editor would write it, relative to the working folder where possible."""
    line: int = 1
    """Line, from 1."""
    column: int = 1
    """Column in characters, from 1."""
    length: int = 1
    """How many characters the caret underlines, at least 1."""
    source: str = ""
    """The text of that line, without its line ending; empty where there is none to show."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong, with its place."""

    code: str
    """A key of :data:`showcase.model.fault_texts.KINDS`, such as ``unknown-key``."""
    place: Place
    field: str = ""
    """The field's dotted path, such as ``service.items[0].url``; empty where no field is meant."""
    details: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What the message names: ``found``, ``expected``, ``suggestion`` and the like, already as text."""

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Sort key: path, line, column, code."""
        return (self.place.path, self.place.line, self.place.column, self.code)


def sort_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """The faults in reading order, each once."""
    seen: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        seen.setdefault((*fault.order, fault.field, tuple(sorted(fault.details.items()))), fault)
    return tuple(sorted(seen.values(), key=lambda fault: fault.order))
