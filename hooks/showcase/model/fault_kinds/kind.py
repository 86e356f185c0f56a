"""What a kind of fault is made of."""

from __future__ import annotations

from typing import NamedTuple

from showcase.model.faults import Severity

Texts = str | tuple[str, ...]
"""One template, or several of which the first is used that the fault's details can fill."""


class Kind(NamedTuple):
    """One kind of fault. Templates are English gettext msgids; ``{name}`` stands for a detail of the fault."""

    severity: Severity
    title: str
    """What is wrong, without details."""
    message: Texts = ()
    """What is wrong, with details; the title where it cannot be filled."""
    expected: Texts = ()
    found: Texts = ()
    hint: Texts = ()


ERROR = Severity.ERROR
WARNING = Severity.WARNING
ADVICE = Severity.ADVICE
