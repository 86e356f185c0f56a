"""What only shows when all brands lie side by side: names, old addresses, and the vocabulary's keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from showcase.model.faults import Fault
from showcase.model.limits import Limits
from showcase.model.vocabulary import Vocabulary
from showcase.source.brand_file import BrandFile, BrandReading, Claim
from showcase.source.git_dates import GitDates
from showcase.source.missing_brand import explain_missing
from showcase.source.signs_around import fold_brand_name
from showcase.source.slug import derive_slug, is_slug, suggest_free
from showcase.source.vocabulary_terms import Term, suggest_term

_SECTIONS: Final = {"agency": "agencies", "category": "categories", "level": "levels"}
_SHOWN_KEYS: Final = 24


class _Owners:
    """Who claimed what so far; the first to claim keeps it."""

    def __init__(self) -> None:
        self.names: dict[str, BrandFile] = {}
        self.aliases: dict[str, BrandFile] = {}
        self.summaries: dict[str, BrandFile] = {}


def check_files(
    readings: Sequence[BrandReading], vocabulary: Vocabulary | None, limits: Limits, dates: Mapping[str, GitDates]
) -> list[list[Fault]]:
    """The faults of each reading, in the order of the readings; ``dates`` are what git knows, by slug.

    Their claims have no places: for these, files with a fault are read once more.
    """
    together = _check_in_order(readings, vocabulary)
    if not any(together):
        return together
    # Of two that claim the same it is the one that came later, where git knows; else the one whose slug does.
    order = sorted(range(len(readings)), key=lambda index: _tell_arrival(readings[index], dates))
    ordered = [readings[index] for index in order]
    # Seldom needed, and long to import.
    from showcase.source.brand_reading import read_brand_file

    placed = [
        read_brand_file(reading.file, limits) if several else reading
        for reading, several in zip(ordered, _check_in_order(ordered, vocabulary), strict=True)
    ]
    found = dict(zip(order, _check_in_order(placed, vocabulary), strict=True))
    return [found[index] for index in range(len(readings))]


def _tell_arrival(reading: BrandReading, dates: Mapping[str, GitDates]) -> tuple[bool, str]:
    """What tells which of two brands came first; one that was not committed yet comes after all that were."""
    known = dates.get(reading.file.slug)
    first = known.first if known else None
    return first is None, str(first or "")


def _check_in_order(readings: Sequence[BrandReading], vocabulary: Vocabulary | None) -> list[list[Fault]]:
    """The faults of each reading; they claim in their order."""
    slugs = {reading.file.slug: reading.file.shown for reading in readings}
    owners = _Owners()
    list_renamed = cache(lambda: _list_renamed(readings))
    return [list(_check_one(reading, vocabulary, slugs, owners, list_renamed)) for reading in readings]


def _list_renamed(readings: Sequence[BrandReading]) -> dict[str, str]:
    """The slugs of brands by their old addresses."""
    return {
        claim.text: reading.file.slug
        for reading in readings
        for claim in reading.claims
        if claim.field.startswith("aliases[")
    }


def _check_one(
    reading: BrandReading,
    vocabulary: Vocabulary | None,
    slugs: Mapping[str, str],
    owners: _Owners,
    list_renamed: Callable[[], Mapping[str, str]],
) -> Iterator[Fault]:
    file = reading.file
    is_twice = False
    for claim in reading.claims:
        if claim.field in _SECTIONS:
            yield from _check_key(claim, vocabulary)
        elif claim.field == "name":
            # A name of nothing but signs is none to take.
            owner = owners.names.setdefault(name, file) if (name := fold_brand_name(claim.text)) else file
            is_twice = owner.slug != file.slug
            yield from _check_taken(claim, "name-taken", owner, file)
        elif claim.field == "summary":
            owner = owners.summaries.setdefault(claim.text, file)
            # Of a brand that is there twice, everything is; and one that is empty is told as that.
            if claim.text and not is_twice and owner.slug != file.slug:
                yield Fault("summary-taken", claim.place, claim.field, {"other": owner.shown})
        elif claim.field == "":
            if claim.text not in slugs:
                yield Fault("unknown-brand", claim.place, "", explain_missing(claim.text, slugs, list_renamed()))
        elif claim.text == file.slug:
            yield Fault("own-alias", claim.place, claim.field, {"found": claim.text})
        elif claim.text in slugs:
            other = slugs[claim.text]
            details = {"found": claim.text, "other": other, "holder": other}
            yield Fault("alias-taken", claim.place, claim.field, details)
        else:
            yield from _check_taken(claim, "alias-taken", owners.aliases.setdefault(claim.text, file), file)


def _check_taken(claim: Claim, code: str, owner: BrandFile, file: BrandFile) -> Iterator[Fault]:
    # A brand that is there both as a folder and as a file is told as that.
    if owner.slug != file.slug:
        yield Fault(code, claim.place, claim.field, {"found": claim.text, "other": owner.shown})


def _check_key(claim: Claim, vocabulary: Vocabulary | None) -> Iterator[Fault]:
    section = _SECTIONS[claim.field]
    terms: Mapping[str, Term] = getattr(vocabulary, section) if vocabulary else {}
    if vocabulary is None or claim.text in terms:
        return
    details = {"found": claim.text, "section": section}
    if 0 < len(terms) <= _SHOWN_KEYS:
        details["known"] = ", ".join(terms)
    suggestion = suggest_term(claim.text, terms)
    if suggestion:
        details["suggestion"] = f"{claim.field}: {suggestion}"
    if section == "agencies":
        details["entry"] = _draft_agency(claim.text, terms)
    yield Fault("not-in-vocabulary", claim.place, claim.field, details)


def _draft_agency(text: str, terms: Mapping[str, Term]) -> str:
    """A line for the vocabulary that adds the agency: what was written is its name, or else its key."""
    if is_slug(text):
        return f"{text}: {{name: …}}"
    name = text if all(char.isalnum() for char in text) else "…"
    return f"{suggest_free(derive_slug(text) or 'agency', terms)}: {{name: {name}}}"
