"""The four phases a brand goes through (四个阶段): 论证, 规划, 宣传, 实施."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from showcase.model.values import Count, Paragraph, Part, PartialDate, Sentence, Url

PhaseName = Literal["appraisal", "planning", "publicity", "implementation"]
PHASES: tuple[PhaseName, ...] = ("appraisal", "planning", "publicity", "implementation")
"""The phases in their order (论证、规划、宣传、实施)."""


class PhaseStatus(StrEnum):
    """Where a phase stands."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"


class DeliberationKind(StrEnum):
    """Who deliberated (论证形式)."""

    EXPERT = "expert"
    PUBLIC = "public"
    NOTICE = "notice"


class Evidence(Part):
    """What shows that a phase took place (佐证材料)."""

    title: Annotated[str, Field(min_length=1, max_length=120)]
    url: Url | None = None
    date: PartialDate | None = None


class Deliberation(Part):
    """A meeting, survey or public notice on name and image (论证活动)."""

    date: PartialDate | None = None
    kind: DeliberationKind
    count: Count | None = None
    """How many took part (参加人数)."""
    conclusion: Sentence | None = None


class Phase(Part):
    """One phase of the making of a brand."""

    status: PhaseStatus
    start: PartialDate | None = None
    end: PartialDate | None = None
    summary: Paragraph | None = None
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _ends_after_start(self) -> Phase:
        if self.start and self.end and self.end < PartialDate(*_as_exact_as(self.start, self.end)):
            raise PydanticCustomError("ends-before-start", "ends before it starts")
        return self


class Appraisal(Phase):
    """论证: experts and public discuss; name and image are settled."""

    deliberations: tuple[Deliberation, ...] = ()


class Phases(Part):
    """The four phases as far as a brand has come."""

    appraisal: Appraisal | None = None
    planning: Phase | None = None
    publicity: Phase | None = None
    implementation: Phase | None = None

    def __iter__(self) -> Iterator[tuple[PhaseName, Phase]]:  # type: ignore[override]
        """Each phase that the brand tells of, in order."""
        for name in PHASES:
            phase: Phase | None = getattr(self, name)
            if phase is not None:
                yield name, phase

    @property
    def current(self) -> PhaseName | None:
        """The furthest phase that is under way, else the furthest done (所处阶段); ``None`` where none is told."""
        for status in (PhaseStatus.ONGOING, PhaseStatus.DONE):
            names = [name for name, phase in self if phase.status is status]
            if names:
                return names[-1]
        return None


def _as_exact_as(date: PartialDate, other: PartialDate) -> tuple[int, int | None, int | None]:
    """``date`` cut to what ``other`` knows, so that 2014-06 does not end before 2014-06-25."""
    month = date.month if other.month else None
    return date.year, month, date.day if other.day and month else None
