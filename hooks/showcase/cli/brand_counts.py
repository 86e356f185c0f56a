"""How many brands there are and which of them can be published: what a check says at its end."""

from __future__ import annotations

import gettext
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from showcase.cli.named_paths import Named
from showcase.cli.selection import list_faulty, select_slugs
from showcase.model.brand import Brand, Status
from showcase.model.faults import Fault
from showcase.source.brand_folder import Reading


def describe_counts(
    reading: Reading, faults: Sequence[Fault], named: Named, brands: Path, translations: gettext.NullTranslations
) -> list[str]:
    """Lines on all brands, or on those that were named, whose ``faults`` are told, and then on the rest."""
    if reading.vocabulary is None and reading.found:
        text = translations.gettext(
            "Checked {found} brands; none can be published before the vocabulary, _catalogue.yml, is mended."
        )
        return [text.format(found=reading.found)]
    faulty = list_faulty(faults, brands)
    slugs = select_slugs(reading, faulty, named, brands)
    if not slugs:
        text = translations.gettext("Checked {found} brands; {good} can be published.")
        text = text.format(found=reading.found, good=len(reading.brands))
        return [text, *_tell_apart(reading.brands, translations)]
    good = [brand for brand in reading.brands if brand.slug in slugs - faulty]
    rest = reading.slugs - slugs
    lines = [_describe_named(slugs, len(good), faults, translations), *_tell_apart(good, translations)]
    return lines + _describe_rest(len(rest), len(rest - {brand.slug for brand in reading.brands}), translations)


def _describe_named(
    slugs: frozenset[str], good: int, faults: Sequence[Fault], translations: gettext.NullTranslations
) -> str:
    _ = translations.gettext
    if len(slugs) > 1:
        text = _("Of the {found} brands that were named, {good} can be published.")
    elif not good:
        text = _("{slug} has errors and cannot be published yet.")
    else:
        text = _("{slug} can be published.") if faults else _("{slug} is in order and can be published.")
    return text.format(slug=next(iter(slugs)), found=len(slugs), good=good)


def _describe_rest(count: int, bad: int, translations: gettext.NullTranslations) -> list[str]:
    _ = translations.gettext
    if not count:
        return []
    if not bad:
        return [_("The other {count} brands can be published.").format(count=count)]
    text = _("Of the other {count} brands, {bad} have errors; python build.py check shows them.")
    return [text.format(count=count, bad=bad)]


def _tell_apart(brands: Iterable[Brand], translations: gettext.NullTranslations) -> list[str]:
    """A line on the brands that a build or a listing does not count; none where there are none."""
    _ = translations.gettext
    counts = Counter(brand.status for brand in brands)
    apart = {
        _("{count} in draft (only the preview shows them)"): counts[Status.DRAFT],
        _("{count} retired (with a page, in no list)"): counts[Status.RETIRED],
    }
    told = [words.format(count=count) for words, count in apart.items() if count]
    return [_("Among them {told}.").format(told=_(", ").join(told))] if told else []
