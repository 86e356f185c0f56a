"""Feeds (订阅): the newest brands of the whole catalogue, of a service area, of an agency, as Atom and as JSON Feed.

Atom is written by hand: a feed is a dozen elements, and feedgen would bring lxml with it. Days come
from the content, never from the build; a brand without a day is in no feed, for a feed has to say when.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest
from types import MappingProxyType
from typing import Any, Final
from uuid import NAMESPACE_URL, uuid5

from pydantic_core import to_json

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.model.values import PartialDate
from showcase.views.head import Alternate
from showcase.views.site import Site, root_of
from showcase.views.words import Words

FEED_SIZE: Final = 50
"""Brands in a feed at most."""
ATOM: Final = "http://www.w3.org/2005/Atom"
"""The namespace of https://www.rfc-editor.org/rfc/rfc4287."""
JSON_FEED: Final = "https://jsonfeed.org/version/1.1"
_IN_TEXT: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
"""What a text of XML cannot hold as it is; ``xml.sax.saxutils``, which has the same, brings the network with it."""
_IN_ATTRIBUTE: Final = _IN_TEXT | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#09;"})
"""What an attribute cannot hold."""


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed, its files beside the page that it follows."""

    base: str
    """Address below the root of the page that it follows: ``areas/x/``, ``agencies/x/``, empty for the whole."""
    title: str
    entries: tuple[Entry, ...]
    """Newest first; at least one."""

    @property
    def updated(self) -> str:
        """When the last of it changed."""
        return max(map(read_update, self.entries))


def has_day(entry: Entry) -> bool:
    """Whether a brand can stand in a feed."""
    return bool(entry.published) and entry.is_open


def select_newest(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The brands of a feed: those with a day, newest first."""
    dated = (entry for entry in entries if has_day(entry))
    return tuple(nlargest(FEED_SIZE, dated, key=lambda entry: (entry.published, entry.slug)))


def read_update(entry: Entry) -> str:
    """The day that an entry last changed, as exact as it is known; empty where nothing is."""
    return max(entry.updated, entry.published)


@lru_cache(maxsize=1024)
def write_moment(date: str) -> str:
    """The first moment in China of a day, month or year, as RFC 3339 has it."""
    known = PartialDate.parse(date)
    return f"{known.year:04}-{known.month or 1:02}-{known.day or 1:02}T00:00:00+08:00"


def list_groups(catalogue: Catalogue) -> dict[str, tuple[Entry, ...]]:
    """The brands of everything that has feeds, by its address: the whole, service areas, agencies."""
    return {
        "": catalogue.listed,
        **{f"areas/{key}/": entries for key, entries in catalogue.by_category.items()},
        **{f"agencies/{key}/": entries for key, entries in catalogue.by_agency.items()},
    }


def open_feed(site: Site, base: str) -> Feed:
    """The feed at an address that :func:`list_groups` gives."""
    name = site.settings.site_name
    if base:
        kind, key, _ = base.split("/")
        vocabulary = site.catalogue.vocabulary
        term = vocabulary.categories[key] if kind == "areas" else vocabulary.agencies[key]
        name = site.words.local(term.name)
        entries = (site.catalogue.by_category if kind == "areas" else site.catalogue.by_agency)[key]
    else:
        entries = site.catalogue.listed
    return Feed(base, site.words.text("New brands: {name}", name=name), select_newest(entries))


def offer_feeds(words: Words, base: str, name: str, url: str, entries: Iterable[Entry]) -> tuple[Alternate, ...]:
    """The feeds at ``base`` as alternates of the page at ``url``; none where none of the brands has a day."""
    if not any(map(has_day, entries)):
        return ()
    title = words.text("New brands: {name}", name=name)
    return tuple(Alternate(form.type, f"{root_of(url)}{base}{file}", title) for file, form in FEEDS.items())


def render_atom(site: Site, feed: Feed) -> bytes:
    """The feed as Atom; links are relative where the site does not know its address, as RFC 4287 allows."""
    settings = site.settings
    head = (
        _write("title", feed.title),
        _write("id", name_resource(site, feed.base or "feed.xml")),
        _write("updated", write_moment(feed.updated)),
        _write("link", rel="self", type=FEEDS["feed.xml"].type, href=_link(site, feed, f"{feed.base}feed.xml")),
        _write("link", rel="alternate", type="text/html", href=_link(site, feed, feed.base)),
        _write_author(settings.organizer or settings.site_name),
    )
    entries = [f"<entry>\n{_write_entry(site, feed, entry)}\n</entry>" for entry in feed.entries]
    root = f'<feed xmlns="{ATOM}" xml:lang="{settings.locale}">'
    return "\n".join(("<?xml version='1.0' encoding='utf-8'?>", root, *head, *entries, "</feed>\n")).encode()


def _write_entry(site: Site, feed: Feed, entry: Entry) -> str:
    url = f"brands/{entry.slug}/"
    vocabulary, local = site.catalogue.vocabulary, site.words.local
    return "\n".join(
        (
            _write("title", entry.name),
            _write("id", name_resource(site, url)),
            _write("link", rel="alternate", type="text/html", href=_link(site, feed, url)),
            _write("published", write_moment(entry.published)),
            _write("updated", write_moment(read_update(entry))),
            _write_author(local(vocabulary.agencies[entry.agency].name)),
            _write("category", term=entry.category, label=local(vocabulary.categories[entry.category].name)),
            _write("summary", _summarise(entry)),
        )
    )


def _write_author(name: str) -> str:
    return f"<author>\n{_write('name', name)}\n</author>"


def _write(tag: str, text: str = "", **attributes: str) -> str:
    """An element of XML; as text, for a tree of elements takes thrice the time."""
    told = "".join([f' {key}="{_quote(value)}"' for key, value in attributes.items()])
    return f"<{tag}{told}>{text.translate(_IN_TEXT)}</{tag}>" if text else f"<{tag}{told} />"


def _quote(value: str) -> str:
    return value.translate(_IN_ATTRIBUTE)


def render_json_feed(site: Site, feed: Feed) -> bytes:
    """The feed as JSON Feed 1.1; what wants a full address is left out where the site does not know its own."""
    settings = site.settings
    told: dict[str, Any] = {"version": JSON_FEED, "title": feed.title, "language": settings.locale}
    if settings.site_url:
        told |= {"home_page_url": _link(site, feed, feed.base), "feed_url": _link(site, feed, f"{feed.base}feed.json")}
    told["authors"] = [{"name": settings.organizer or settings.site_name}]
    told["items"] = [_item(site, feed, entry) for entry in feed.entries]
    return to_json(told) + b"\n"


def _item(site: Site, feed: Feed, entry: Entry) -> dict[str, Any]:
    url = f"brands/{entry.slug}/"
    vocabulary = site.catalogue.vocabulary
    return {
        "id": name_resource(site, url),
        "url": _link(site, feed, url),
        "title": entry.name,
        "content_text": _summarise(entry),
        "date_published": write_moment(entry.published),
        "date_modified": write_moment(read_update(entry)),
        "authors": [{"name": site.words.local(vocabulary.agencies[entry.agency].name)}],
        "tags": [site.words.local(vocabulary.categories[entry.category].name), *entry.tags],
    }


def _summarise(entry: Entry) -> str:
    stop = "" if entry.slogan.endswith(("。", "！", "？", "…", ".", "!", "?")) else "。"
    return f"{entry.slogan}{stop}{entry.summary}"


def name_resource(site: Site, url: str) -> str:
    """A name for ever (标识): the address itself, or where the site does not know its own a UUID made of its name."""
    settings = site.settings
    if settings.site_url:
        return settings.site_url + url
    return _name_for_ever(f"{settings.site_name}/{url}")


@lru_cache(maxsize=1024)
def _name_for_ever(name: str) -> str:
    return f"urn:uuid:{uuid5(NAMESPACE_URL, name)}"


def _link(site: Site, feed: Feed, url: str) -> str:
    return (site.settings.site_url or root_of(feed.base)) + url


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a feed."""

    type: str
    """Media type."""
    render: Callable[[Site, Feed], bytes]


FEEDS: Final[Mapping[str, Form]] = MappingProxyType(
    {
        "feed.xml": Form("application/atom+xml", render_atom),
        "feed.json": Form("application/feed+json", render_json_feed),
    }
)
"""The forms of a feed by file name."""
