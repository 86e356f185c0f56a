"""Readiness (准备情况): how far a brand shows what the source document asks of it, worked out from what it holds.

A program sees that evidence is there, not that it is true; what only a person can judge is 待核, never 有.
"""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from functools import cache
from typing import Final, Literal, NamedTuple

from showcase.model.brand import Brand
from showcase.model.management import SystemKind
from showcase.model.phases import DeliberationKind, Phase, PhaseStatus

ConditionKey = Literal["identity", "service", "management", "culture"]
_SYSTEMS: Final = tuple((kind, f"{kind}-system") for kind in SystemKind)


class State(StrEnum):
    """How an item stands."""

    PRESENT = "present"
    """有"""
    MISSING = "missing"
    """缺"""
    TO_CONFIRM = "to-confirm"
    """待核: there, but a person has to confirm it."""


class Item(NamedTuple):
    """One thing asked for."""

    key: str
    state: State


class Condition(NamedTuple):
    """One of the four conditions (应具备的条件), or one of the two steps that a brand may be ready for."""

    key: str
    items: tuple[Item, ...]

    @property
    def met(self) -> bool:
        """Whether nothing is missing; items to confirm do not stand in the way."""
        return State.MISSING not in [item.state for item in self.items]

    @property
    def missing(self) -> tuple[str, ...]:
        """Keys of the items that are missing."""
        return tuple(item.key for item in self.items if item.state is State.MISSING)

    @property
    def to_confirm(self) -> tuple[str, ...]:
        """Keys of the items that a person has to confirm."""
        return tuple(item.key for item in self.items if item.state is State.TO_CONFIRM)


class Readiness(NamedTuple):
    """How far a brand has come."""

    conditions: tuple[Condition, ...]
    """Identity, service, management and culture, in this order."""
    publicity: Condition
    """What publicity (宣传阶段) asks for."""
    implementation: Condition
    """What a review of the implementation (实施阶段) asks for."""

    @property
    def ready_for_publicity(self) -> bool:
        """Whether nothing stands in the way of publicity."""
        return self.publicity.met

    @property
    def ready_for_implementation_review(self) -> bool:
        """Whether nothing stands in the way of a review."""
        return self.implementation.met

    def condition(self, key: ConditionKey) -> Condition:
        """One of the four conditions."""
        return next(condition for condition in self.conditions if condition.key == key)


def assess(brand: Brand, other_names: Collection[str] = ()) -> Readiness:
    """Assesses a brand; ``other_names`` are the names of all other brands."""
    identity = _assess_identity(brand, other_names)
    conditions = (identity, _assess_service(brand), _assess_management(brand), _assess_culture(brand))
    return Readiness(conditions, _assess_publicity(brand, identity), _assess_implementation(brand))


def _item(key: str, present: object) -> Item:
    return _share_item(key, bool(present), State.PRESENT)


def _judged(key: str, present: object) -> Item:
    """An item that is there or not, but that a person has to judge."""
    return _share_item(key, bool(present), State.TO_CONFIRM)


@cache
def _share_item(key: str, is_there: bool, there: State) -> Item:
    """One item for all brands: making thirty for each would take longer than finding out what they say."""
    return Item(key, there if is_there else State.MISSING)


def _assess_identity(brand: Brand, other_names: Collection[str]) -> Condition:
    identity = brand.identity
    appraisal = brand.phases.appraisal
    kinds = {one.kind for one in appraisal.deliberations} if appraisal else set()
    items = (
        _item("unique-name", brand.name not in other_names),
        _judged("easy-name", brand.name),
        _item("name-meaning", identity.meaning),
        _item("logo", identity.logo and identity.logo_alt),
        _item("logo-meaning", identity.logo and identity.logo_meaning),
        _judged("logo-legible", identity.logo),
        _item("expert-deliberation", DeliberationKind.EXPERT in kinds),
        _item("public-deliberation", DeliberationKind.PUBLIC in kinds),
    )
    return Condition("identity", items)


def _assess_service(brand: Brand) -> Condition:
    service = brand.service
    items = (
        _item("technology", any(method.technology and method.benefit for method in service.methods)),
        _item("channel", service.channels),
        _item("audience", service.audience),
    )
    return Condition("service", items)


def _assess_management(brand: Brand) -> Condition:
    management = brand.management
    kinds = {system.kind for system in management.systems}
    satisfaction = management.satisfaction
    items = (
        *[_item(key, kind in kinds) for kind, key in _SYSTEMS],
        _item("measurable-commitment", any(commitment.measurable for commitment in brand.service.commitments)),
        _item("responsible", management.responsible),
        _item("supervision-reply", any(channel.reply_days is not None for channel in management.supervision)),
        _item("satisfaction", satisfaction and satisfaction.sample is not None and satisfaction.period),
    )
    return Condition("management", items)


def _assess_culture(brand: Brand) -> Condition:
    culture = brand.culture
    items = (
        _item("concept", culture.concept),
        _item("practice", culture.practice),
        _item("case", brand.shown_cases),
    )
    return Condition("culture", items)


def _assess_publicity(brand: Brand, identity: Condition) -> Condition:
    appraisal, planning = brand.phases.appraisal, brand.phases.planning
    items = (
        _item("identity", identity.met),
        _item("appraisal", _is_evident(appraisal) or (_is_done(appraisal) and appraisal and appraisal.deliberations)),
        _item("planning", _is_evident(planning)),
        _item("audience", brand.service.audience),
        _item("supervision", brand.management.supervision),
        _item("dated", all(honour.year for honour in brand.honours)),
        _item("source", brand.sources),
    )
    return Condition("publicity", items)


def _assess_implementation(brand: Brand) -> Condition:
    items = (
        _item("result", brand.results),
        _item("case", brand.shown_cases),
        _item("review", brand.reviews or brand.management.satisfaction),
    )
    return Condition("implementation", items)


def _is_done(phase: Phase | None) -> bool:
    return phase is not None and phase.status is PhaseStatus.DONE


def _is_evident(phase: Phase | None) -> bool:
    """Whether a phase is done and something shows it."""
    return phase is not None and _is_done(phase) and bool(phase.evidence)
