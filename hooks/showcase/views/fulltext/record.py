"""Records: what the full-text search is handed of each page that the public reads."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.facets import FacetName, values_of
from showcase.catalogue.orders import arrange
from showcase.model.settings import Settings
from showcase.views.brand_files import url_of
from showcase.views.docs import Docs, DocsPage
from showcase.views.fulltext.brand_text import STOPS, tell_brand

FILTERS: Final[tuple[FacetName, ...]] = ("area", "agency", "region", "level", "year", "audience")
"""The facets that found brands can be narrowed by, besides the kind of page."""


class UntoldError(Exception):
    """What a brand tells cannot be made a record of; the text names the brand."""


@dataclass(frozen=True, slots=True)
class Record:
    """One page that can be found (检索条目)."""

    url: str
    """Address below the root of the site."""
    title: str
    text: str
    kind: str
    """``brand``, ``page`` or ``news``."""
    filters: Mapping[FacetName, tuple[str, ...]] = field(default_factory=dict)
    """Values by facet, as visitors read them."""

    def as_message(self, language: str) -> dict[str, Any]:
        """As Pagefind takes it."""
        filters: dict[str, list[str]] = {name: list(values) for name, values in self.filters.items() if values}
        # Most pages are of brands: not to say so of each keeps what is fetched small. For the same reason it is told no
        # day: Pagefind tells every order to everybody who searches, and this one is seen by the names of its files.
        if self.kind != "brand":
            filters["kind"] = [self.kind]
        return {
            "url": self.url,
            "content": self.text,
            "language": language,
            "meta": {"title": self.title},
            "filters": filters,
        }


def iterate_records(catalogue: Catalogue, docs: Docs) -> Iterator[Record]:
    """A record of each page, the newest first."""
    for one in arrange_pages(catalogue, docs):
        if isinstance(one, DocsPage):
            yield record_page(docs, one)
        else:
            yield record_brand(catalogue, docs.settings, one)


def arrange_pages(catalogue: Catalogue, docs: Docs) -> Sequence[Entry | DocsPage]:
    """All that is found: brands and news by the day they were published (最新上线), then what has no day."""
    every: list[Entry | DocsPage] = [*arrange(catalogue, "newest")]
    every += [page for page in docs.pages if docs.texts.get(page.url)]
    return sorted(every, key=_day_of, reverse=True)


def _day_of(one: Entry | DocsPage) -> str:
    return one.date if isinstance(one, DocsPage) else one.published


def count_records(catalogue: Catalogue, docs: Docs) -> int:
    """How many records there are."""
    return len(catalogue.listed) + len(docs.texts)


def record_page(docs: Docs, page: DocsPage) -> Record:
    """What is found of a hand-written page, or of a news post."""
    told = (_end(page.title), _end(page.description), docs.texts[page.url])
    return Record(page.url, page.title, "\n".join(filter(None, told)), "news" if page.date else "page")


def record_brand(catalogue: Catalogue, settings: Settings, entry: Entry) -> Record:
    """What is found of a brand: all that its page tells, and the words that it is filed under.

    Raises :class:`UntoldError`, and what the loading of a brand raises.
    """
    filters = {name: name_values(catalogue, settings.locale, entry, name) for name in FILTERS}
    filed = "，".join(value for name in ("agency", "area", "region", "level") for value in filters[name])
    brand = catalogue.load(entry.slug)
    try:
        sentences = (filed, *tell_brand(brand))
    except Exception as error:
        # Of thousands of brands, one is at fault: whoever reads of it has to know which.
        raise UntoldError(f"{url_of(entry.slug)}: {error!r}") from error
    return Record(url_of(entry.slug), entry.name, "\n".join(map(_end, sentences)), "brand", filters)


def name_values(catalogue: Catalogue, locale: str, entry: Entry, facet: FacetName) -> tuple[str, ...]:
    """What an entry has of a facet, as visitors read it."""
    vocabulary, values = catalogue.vocabulary, values_of(catalogue, facet, entry)
    match facet:
        case "area":
            return tuple(vocabulary.categories[value].name.to(locale) for value in values)
        case "agency":
            return tuple(vocabulary.agencies[value].name.to(locale) for value in values)
        case "level":
            return tuple(vocabulary.levels[value].name.to(locale) for value in values)
        case _:
            return values


def _end(text: str) -> str:
    """A text with a full stop, so that what stands next to it in an excerpt does not run into it."""
    text = text.rstrip()
    return f"{text}。" if text and text[-1] not in STOPS else text
