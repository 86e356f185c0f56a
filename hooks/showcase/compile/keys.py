"""Keys: a digest of everything that the bytes of a target depend on.

A view may show of another brand only its face (see :class:`showcase.catalogue.entry.Entry`), so that an edit to a
brand's story leaves the pages of its neighbours as they are.

What the keys of pages that list brands have of their views is imported where they are made, for an edit of a story asks
for none of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import astuple
from functools import cached_property

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.facets import Choice, FacetName, Facets, list_filled
from showcase.catalogue.figures import count_figures, count_met
from showcase.catalogue.relations import Bearings
from showcase.compile.key_digests import TermDigests, digest_values
from showcase.compile.ledger import Line
from showcase.model.phases import PHASES
from showcase.views.docs import Docs
from showcase.views.frame import FrameKey
from showcase.views.pages import Pages, slice_page


def join_key(**parts: str) -> str:
    """A key of named parts, each a digest: ``frame=ab12… brand=34cd…``; :func:`compare_keys` tells which differ."""
    return " ".join(f"{name}={digest}" for name, digest in parts.items())


def compare_keys(before: str, after: str) -> tuple[str, ...]:
    """The names of the parts in which a key differs from an earlier one."""
    known = dict(part.partition("=")[::2] for part in before.split())
    parts = dict(part.partition("=")[::2] for part in after.split())
    return tuple(name for name, digest in parts.items() if known.get(name) != digest)


def own_part(line: Line) -> str:
    """The part of a brand's page's key that stands for the brand itself and all that lies beside it."""
    return f"brand={line.digest}"


def told_part(entry: Entry) -> str:
    """A digest of all that the files of the search may know of a brand besides what every page may show of it."""
    return digest_values(_told(entry))


class Keys:
    """The keys of one build's targets."""

    def __init__(self, catalogue: Catalogue, docs: Docs, identity: str) -> None:
        """``identity`` is a digest of the code and of the libraries that render."""
        self._catalogue = catalogue
        self._docs = docs
        self._identity = identity
        self.base = join_key(program=digest_values(identity), settings=digest_values(docs.settings.as_plain()))
        self._terms = TermDigests(catalogue.vocabulary)
        self._frames: dict[FrameKey, str] = {}
        self._faces: dict[str, str] = {}
        self._named: dict[tuple[str, str, str], str] = {}

    def of_brand(self, entry: Entry, line: Line, bearings: Bearings) -> str:
        """The key of a brand's page."""
        catalogue = self._catalogue
        shown = [
            str(entry.category in catalogue.by_category),
            str(entry.agency in catalogue.by_agency),
            *self._tell_links(line),
            *(f"{self._face(catalogue.by_slug[slug])} {bond} {word}" for slug, bond, word in bearings.related),
            *(f"{one[0]} {one[1]}" if one else "" for one in (bearings.before, bearings.after)),
            *(key for _, key in bearings.tags),
        ]
        frame = self._frame(f"brands/{entry.slug}/")
        own = own_part(line)
        return f"{frame} {own} vocabulary={self._terms_of(entry)} neighbours={digest_values(shown)}"

    def of_listing(self, pages: Pages) -> str:
        """The key of a page of all brands."""
        return self._page(pages, self._catalogue.listed, self._panel)

    def of_area(self, key: str, pages: Pages) -> str:
        """The key of a page of a service area."""
        return self._page(pages, self._catalogue.by_category[key], self._terms["categories", key], self._panel)

    def of_agency(self, key: str, pages: Pages) -> str:
        """The key of a page of an agency."""
        parent = self._catalogue.vocabulary.agencies[key].parent or ""
        above = (self._terms["agencies", parent], parent in self._catalogue.by_agency)
        entries = self._catalogue.by_agency[key]
        # Where there is but one, its page says what it is.
        summary = entries[0].summary if len(entries) == 1 else ""
        return self._page(pages, entries, self._terms["agencies", key], above, summary)

    def of_choice(self, choice: Choice, pages: Pages) -> str:
        """The key of a page of the value of a facet."""
        return self._page(pages, choice.entries, choice.facet, self._term_of(choice))

    def of_order(self, pages: Pages, shown: Sequence[Entry]) -> str:
        """The key of a page of all brands in an order."""
        brands = digest_values(astuple(pages), len(self._catalogue.listed), [self._face(entry) for entry in shown])
        return f"{self._frame(pages.url(pages.number))} brands={brands}"

    def of_index(self, facet: FacetName, url: str, samples: int) -> str:
        """The key of the index of a facet, which names so many brands of every value."""
        rows = [
            (one.key, self._term_of(one), len(one.entries), [(each.slug, each.name) for each in one.entries[:samples]])
            for one in self.facets[facet].values()
        ]
        return f"{self._frame(url)} brands={digest_values(facet, rows)}"

    def of_figures(self, url: str) -> str:
        """The key of the figures page."""
        counts = [
            [(one.key, self._term_of(one), len(one.entries)) for one in self.facets[facet].values()]
            for facet in ("area", "level", "phase", "year")
        ]
        figures = (count_figures(self._catalogue), sorted(count_met(self._catalogue).items()))
        return f"{self._frame(url)} brands={digest_values(counts, figures)}"

    def of_filter(self) -> str:
        """The key of the data to filter with."""
        listed = self._catalogue.listed
        values = [
            (one.key, self._term_of(one), [self._catalogue.places[each.slug] for each in one.entries])
            for choices in self.facets.values()
            for one in choices.values()
        ]
        brands = [(entry.slug, entry.name, entry.published, entry.featured) for entry in listed]
        return f"{self.base} brands={digest_values(values, brands)}"

    def of_cards(self, entries: Iterable[Entry]) -> str:
        """The key of the data of plain cards."""
        rows = [(entry.slug, entry.name, entry.slogan, entry.color, entry.status) for entry in entries]
        return f"{self.base} brands={digest_values(rows)}"

    def of_areas(self) -> str:
        """The key of the index of service areas."""
        return f"{self._frame('areas/')} vocabulary={self._doors}"

    def of_agencies(self) -> str:
        """The key of the index of agencies."""
        from showcase.views.agencies import count_faces

        most = count_faces(self._catalogue)
        rows = [
            (self._terms["agencies", key], len(entries), [self._face(entry) for entry in entries[:most]])
            for key, entries in self._catalogue.by_agency.items()
        ]
        return f"{self._frame('agencies/')} brands={digest_values(rows)}"

    def of_home(self) -> str:
        """The key of the home page."""
        from showcase.views.feeds import has_day
        from showcase.views.home import NEWS, WALL, list_newest

        catalogue = self._catalogue
        words = sorted((str(name), str(value)) for name, value in self._docs.home.items())
        brands = digest_values(
            count_figures(catalogue),
            [self._face(entry) for entry in (*catalogue.listed[:WALL], *list_newest(catalogue))],
            [len(catalogue.by_phase.get(name, ())) for name in PHASES],
            any(map(has_day, catalogue.listed)),
        )
        docs = digest_values(words, self._docs.news[:NEWS])
        return f"{self._frame('')} docs={docs} vocabulary={self._doors} brands={brands}"

    def of_names(self, entries: Iterable[Entry]) -> str:
        """The key of a block of names."""
        rows = [(entry.slug, entry.name, self._terms_of(entry)) for entry in entries]
        return f"{self.base} brands={digest_values(rows)}"

    @cached_property
    def of_all_names(self) -> str:
        """The key of the first block of names, which knows of all that is written anywhere."""
        pages = [(page.url, page.title, page.date) for page in self._docs.pages]
        told = digest_values(pages, list_filled(self._catalogue))
        return f"{self.of_names(self._catalogue.listed)} words={self._words} docs={told}"

    @cached_property
    def of_words(self) -> str:
        """The key of every shard of what brands say they do."""
        return f"{self.base} words={self._words}"

    def of_lines(self, entries: Iterable[Entry]) -> str:
        """The key of what is shown of brands that were found."""
        return f"{self.base} brands={digest_values([(entry.slug, entry.color, *_told(entry)) for entry in entries])}"

    @cached_property
    def _words(self) -> str:
        return digest_values([_told(entry) for entry in self._catalogue.listed])

    def of_fulltext(self) -> str:
        """The key of the files of the full-text search."""
        regions = self._catalogue.vocabulary.agencies
        brands = [
            (entry.slug, entry.told, self._terms_of(entry), regions[entry.agency].region or "")
            for entry in self._catalogue.listed
        ]
        pages = [(page.url, page.title, page.description, page.date) for page in self._docs.pages]
        texts = sorted(self._docs.texts.items())
        from showcase.views.fulltext.record import arrange_pages

        every = arrange_pages(self._catalogue, self._docs)
        order = [one.slug if isinstance(one, Entry) else one.url for one in every]
        told = digest_values(self._docs.settings.locale, brands, pages, texts, order)
        return join_key(program=self._identity, text=told)

    def of_content(self, *values: object) -> str:
        """The key of a file that depends on the values alone, and on the code."""
        return f"{self.base} source={digest_values(values)}"

    def of_record(self, entry: Entry, line: Line) -> str:
        """The key of a brand's data."""
        key = f"{self.base} brand={entry.digest} vocabulary={self._terms_of(entry)}"
        return f"{key} neighbours={digest_values(self._tell_links(line))}" if line.links else key

    def of_feed(self, base: str, entries: Iterable[Entry]) -> str:
        """The key of the feeds at an address; ``entries`` are those they tell of."""
        kind, _, rest = base.partition("/")
        term = self._terms["categories" if kind == "areas" else kind, rest.removesuffix("/")]
        return f"{self.base} vocabulary={term} brands={digest_values(base, [self._row(entry) for entry in entries])}"

    @cached_property
    def of_table(self) -> str:
        """The key of the list of brands in open data."""
        rows = [self._row(entry) for entry in self._catalogue.entries if entry.is_open]
        return f"{self.base} brands={digest_values(rows)}"

    def of_summary(self, url: str | None = None) -> str:
        """The key of what tells of the open data as a whole; ``url`` is its address where it is a page."""
        from showcase.views.feeds import has_day, read_update

        entries = [entry for entry in self._catalogue.entries if entry.is_open]
        last = max((read_update(entry) for entry in entries), default="")
        first = entries[0].slug if entries else ""
        frame = self.base if url is None else self._frame(url)
        feeds = any(map(has_day, self._catalogue.listed))
        return f"{frame} brands={digest_values(len(entries), len(self._catalogue.listed), last, first, feeds)}"

    def of_docs(self, url: str) -> str:
        """The key of a page that tells of nothing but which hand-written pages there are."""
        return f"{self._frame(url)} docs={digest_values([page.source for page in self._docs.pages])}"

    def of_ways(self, url: str | None = None) -> str:
        """The key of what lists the ways into the site; ``url`` is its address where it is a page."""
        agencies = [(self._terms["agencies", key], len(every)) for key, every in self._catalogue.by_agency.items()]
        frame = self.base if url is None else self._frame(url)
        told = str(self._docs.home.get("description") or "")
        docs = digest_values(told, self._docs.pages)
        columns = [facet for facet, choices in self.facets.items() if choices]
        return f"{frame} docs={docs} vocabulary={digest_values(self._doors, agencies, columns)}"

    def _tell_links(self, line: Line) -> list[str]:
        """The brands that a story links to, each with whether it has a page."""
        return [f"{slug} {slug in self._catalogue.by_slug}" for slug in line.links]

    def _row(self, entry: Entry) -> tuple[object, ...]:
        """What feeds and lists tell of a brand."""
        terms = self._terms_of(entry)
        own = (entry.slug, entry.name, entry.slogan, entry.summary, entry.status, entry.phase, entry.since, terms)
        days = (entry.published, entry.updated)
        return (*own, *days, entry.tags, entry.audience, entry.hotlines, entry.website)

    def forget(self) -> None:
        """Lets go of what was worked out on the way: of a large catalogue it is as much as all the keys are."""
        self._faces.clear()

    @property
    def facets(self) -> Facets:
        """The facets of the catalogue."""
        return self._catalogue.facets

    def _term_of(self, choice: Choice) -> str:
        """What the vocabulary says of the value of a facet; of a word, the word."""
        section = {"area": "categories", "agency": "agencies", "level": "levels"}.get(choice.facet, "")
        return self._terms[section, choice.value] or choice.value

    @cached_property
    def _panel(self) -> str:
        from showcase.views.facets.panel import SHOWN

        rows = [
            (len(choices), [(one.key, self._term_of(one), len(one.entries)) for one in choices.values()][:SHOWN])
            for choices in self.facets.values()
        ]
        areas = [(key, len(entries)) for key, entries in self._catalogue.by_category.items()]
        return digest_values(rows, areas)

    @cached_property
    def _doors(self) -> str:
        counts = [
            (self._terms["categories", key], len(members)) for key, members in self._catalogue.by_category.items()
        ]
        return digest_values(counts, len(self._catalogue.listed))

    def _page(self, pages: Pages, entries: tuple[Entry, ...], *terms: object) -> str:
        from showcase.views.feeds import has_day

        shown = slice_page(entries, pages.number, self._docs.settings.page_size)
        faces = [self._face(entry) for entry in shown]
        brands = digest_values(
            astuple(pages), len(entries), faces, self._catalogue.has_days and any(map(has_day, entries))
        )
        return f"{self._frame(pages.url(pages.number))} vocabulary={digest_values(terms)} brands={brands}"

    def _face(self, entry: Entry) -> str:
        face = self._faces.get(entry.slug)
        if face is None:
            face = self._faces[entry.slug] = entry.face + self._terms_of(entry)
        return face

    def _terms_of(self, entry: Entry) -> str:
        """What the vocabulary says of a brand's agency, service area and level."""
        names = (entry.agency, entry.category, entry.level)
        told = self._named.get(names)
        if told is None:
            level = self._terms["levels", entry.level] if entry.level else ""
            agency, area = self._terms["agencies", entry.agency], self._terms["categories", entry.category]
            told = self._named[names] = digest_values(agency, area, level)
        return told

    def _frame(self, url: str) -> str:
        key = FrameKey.of(url)
        if key not in self._frames:
            self._frames[key] = f"{self.base} frame={digest_values(self._docs.frames[key].pieces)}"
        return self._frames[key]


def _told(entry: Entry) -> tuple[object, ...]:
    """What a brand may be found by besides its name."""
    return (entry.slogan, entry.summary, entry.offers, entry.tags, entry.audience)
