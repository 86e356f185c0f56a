"""Everything a visitor reads of a brand, as plain text, in the order of its page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from showcase.model.brand import Brand
from showcase.views.fulltext.plain_story import strip_markdown

STOPS: Final = "。！？；：，、.!?;:,…"
"""Marks after which none is needed."""

Parts = Iterator[tuple[object, ...]]
"""What is told in one breath: texts and numbers, ``None`` for what is not told."""


def tell_brand(brand: Brand) -> Iterator[str]:
    """Sentences; the story comes last, as it was written."""
    for told in (_tell_identity, _tell_service, _tell_management, _tell_culture, _tell_phases, _tell_evidence):
        for parts in told(brand):
            if sentence := _join(str(part) for part in parts if part is not None and part != ""):
                yield sentence
    if story := strip_markdown(brand.body).strip():
        yield story


def _join(parts: Iterable[str]) -> str:
    """What is told in one breath, with a comma where it has no stop of its own."""
    sentence = ""
    for part in parts:
        comma = "，" if sentence and sentence[-1] not in STOPS else ""
        sentence += comma + part.strip()
    return sentence


def _tell_identity(brand: Brand) -> Parts:
    yield (brand.name, brand.slogan)
    yield (brand.summary,)
    yield brand.tags
    yield (brand.identity.meaning,)
    yield (brand.identity.logo_meaning,)


def _tell_service(brand: Brand) -> Parts:
    service = brand.service
    yield service.audience
    for item in service.items:
        yield (item.name, item.summary, item.place, item.hours)
    for channel in service.channels:
        yield (channel.name, channel.phone, channel.address, channel.hours)
    for method in service.methods:
        yield (method.name, method.technology, method.benefit)
    for commitment in service.commitments:
        yield (commitment.text, f"{commitment.limit} {commitment.unit}" if commitment.measurable else None)


def _tell_management(brand: Brand) -> Parts:
    management = brand.management
    for system in management.systems:
        yield (system.title, system.document)
    for certification in management.certifications:
        yield (certification.standard, certification.by, certification.number)
    yield (management.responsible,)
    for way in management.supervision:
        yield (way.name, way.value)


def _tell_culture(brand: Brand) -> Parts:
    culture = brand.culture
    yield (culture.concept,)
    yield culture.values
    yield from ((text,) for text in (culture.practice, culture.mi, culture.bi, culture.vi))


def _tell_phases(brand: Brand) -> Parts:
    for _, phase in brand.phases:
        yield (phase.summary,)
        yield from ((one.title,) for one in phase.evidence)
    if appraisal := brand.phases.appraisal:
        yield from ((one.conclusion,) for one in appraisal.deliberations)


def _tell_evidence(brand: Brand) -> Parts:
    if brand.designation:
        yield (brand.designation.grade, brand.designation.by, brand.designation.document)
    for result in brand.results:
        yield (f"{result.label} {result.value} {result.unit or ''}".rstrip(), result.source)
    for honour in brand.honours:
        yield (honour.title, honour.by)
    for case in brand.shown_cases:
        yield (case.title, case.text)
    for picture in brand.gallery:
        yield (picture.caption or picture.alt,)
    contact = brand.contact
    yield (contact.address, contact.phone, contact.email, contact.hours)
