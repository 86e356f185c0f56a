"""An entry: what listings, counts and relations have to know of a brand, and no more.

Ten thousand entries are read in the time of a few brands; the brand itself is loaded when its page is drawn.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from pydantic_core import to_json

from showcase.catalogue.texts import Texts
from showcase.model.brand import Brand, Status
from showcase.model.readiness import assess
from showcase.model.service import ChannelType
from showcase.source.brand_file import digest_summary

_UNIT: Final = "\x1f"
"""Between texts that are kept as one; no text of a brand can hold it."""
_BRAND_LINK: Final = re.compile(r"\]\(brand:([a-z0-9-]{1,64})")


class Entry(NamedTuple):
    """One brand in the catalogue (目录条目).

    What orders and groups are made of are its fields, and plain; what is only shown or compared is in :class:`Texts`
    that it may share with others.
    """

    slug: str
    name: str
    has_logo: bool
    """Whether its card shows a picture, for which the brand has to be loaded."""
    status: str
    """A value of :class:`showcase.model.brand.Status`."""
    featured: bool
    published: str
    """ISO 8601, as exact as it is known; empty where it is not."""
    updated: str
    """As ``published``: the last change that git knows of."""
    since: int
    """The year it was named, 0 where that is not told."""
    agency: str
    category: str
    level: str
    """Empty for none."""
    phase: str
    """The phase it stands in; empty for none."""
    tags: tuple[str, ...]
    audience: tuple[str, ...]
    channels: tuple[str, ...]
    """The types of its channels, each once, in the order of :class:`showcase.model.service.ChannelType`."""
    met: tuple[str, ...]
    """Keys of the conditions and steps of which nothing is missing; see :mod:`showcase.model.readiness`."""
    desks: tuple[str, ...]
    """Where it is done, each once: hosts of its channels, names of its apps, addresses of its halls. Telephones are no
    such places: one number may be that of every city."""
    links: tuple[str, ...]
    """Slugs of the brands that its story links to, each once."""
    aliases: tuple[str, ...]
    texts: Texts
    """What is said in Chinese, mostly: slogan, summary, offers."""
    marks: Texts
    """What is not, and takes half the memory a character: colour, website, phones, and the digests."""
    number: int
    """The row of both that is its own."""

    @classmethod
    def of(cls, brand: Brand, written: bytes | None = None) -> Entry:
        """The entry of a brand; ``written`` is the brand as JSON, where it is at hand."""
        channels = brand.service.channels
        types = [channel.type for channel in channels]
        told, digest = _digest_brand(written or to_json(brand))
        phones = [one.phone for one in channels if one.phone and one.type is ChannelType.HOTLINE]
        offers = [f"{one.name}：{one.summary}" if one.summary else one.name for one in brand.service.items]
        marks = (brand.identity.color or "", brand.official_address or "", _UNIT.join(phones))
        return cls(
            slug=brand.slug,
            name=brand.name,
            has_logo=brand.logo is not None,
            status=brand.status.value,
            featured=brand.featured,
            published=str(brand.published or ""),
            updated=str(brand.updated or ""),
            since=brand.since.year if brand.since else 0,
            agency=brand.agency,
            category=brand.category,
            level=brand.level or "",
            phase=brand.phases.current or "",
            tags=brand.tags,
            audience=brand.service.audience,
            channels=tuple(value for kind, value in _CHANNEL_TYPES if kind in types),
            met=_list_met(brand),
            desks=tuple(dict.fromkeys(_iterate_desks(brand))),
            links=tuple(dict.fromkeys(_BRAND_LINK.findall(brand.body))),
            aliases=brand.aliases,
            texts=Texts([(brand.slogan, brand.summary, _UNIT.join(offers))]),
            marks=Texts([(*marks, _digest_face(brand), digest, told, digest_summary(brand.summary))]),
            number=0,
        )

    @classmethod
    def from_row(cls, row: Sequence[Any], texts: Texts, marks: Texts, number: int, shared: dict[Any, Any]) -> Entry:
        """The entry whose :attr:`row` became ``row`` on a way through JSON; its texts are row ``number`` of the others.

        What many entries have in common besides is in ``shared``, and in memory once.
        """
        values = list(row)
        for place in _LISTS:
            values[place] = tuple(values[place])
        for place in _SHARED:
            values[place] = shared.setdefault(values[place], values[place])
        return cls._make([*values, texts, marks, number])

    @property
    def row(self) -> Sequence[object]:
        """Its plain fields."""
        return self[:_PLAIN]

    @property
    def text_row(self) -> tuple[str, ...]:
        """Its row of the texts."""
        return self.texts.row(self.number)

    @property
    def mark_row(self) -> tuple[str, ...]:
        """Its row of the marks."""
        return self.marks.row(self.number)

    @property
    def slogan(self) -> str:
        """What it promises, in a few words."""
        return self.texts.cell(self.number, 0)

    @property
    def summary(self) -> str:
        """What it is, in a sentence or two."""
        return self.texts.cell(self.number, 1)

    @property
    def offers(self) -> str:
        """:attr:`items` as one text."""
        return self.texts.cell(self.number, 2)

    @property
    def items(self) -> tuple[str, ...]:
        """What can be done there: name and summary of each service item."""
        return _split(self.offers)

    @property
    def color(self) -> str:
        """The brand's colour; empty for none."""
        return self.marks.cell(self.number, 0)

    @property
    def website(self) -> str:
        """Where the service is on line; empty for none."""
        return self.marks.cell(self.number, 1)

    @property
    def phones(self) -> str:
        """:attr:`hotlines` as one text."""
        return self.marks.cell(self.number, 2)

    @property
    def hotlines(self) -> tuple[str, ...]:
        """The numbers of its hotlines."""
        return _split(self.phones)

    @property
    def face(self) -> str:
        """Digest of what its card shows."""
        return self.marks.cell(self.number, 3)

    @property
    def digest(self) -> str:
        """Digest of everything it holds."""
        return self.marks.cell(self.number, 4)

    @property
    def told(self) -> str:
        """Digest of what the full-text search may find it by, and of little else."""
        return self.marks.cell(self.number, 5)

    @property
    def gist(self) -> str:
        """Digest of its summary."""
        return self.marks.cell(self.number, 6)

    @property
    def outline(self) -> list[object]:
        """What pages other than its own, and the order of brands, depend on, as plain values."""
        return [getattr(self, name) for name in _OUTLINE]

    @property
    def is_listed(self) -> bool:
        """Whether listings show it: all but the retired."""
        return self.status != Status.RETIRED

    @property
    def is_open(self) -> bool:
        """Whether feeds, maps and open data hold it: all but drafts, which only a preview shows."""
        return self.status != Status.DRAFT


_PLAIN: Final = Entry._fields.index("texts")
"""How many fields are plain."""
NO_TEXTS: Final = ("",) * 3
NO_MARKS: Final = ("",) * 7
"""What stands in the tables for a file of which there is no entry."""
_LISTS: Final = tuple(
    Entry._fields.index(name) for name in ("tags", "audience", "channels", "met", "desks", "links", "aliases")
)
_SHARED: Final = tuple(
    Entry._fields.index(name)
    for name in (
        *("status", "published", "updated", "since", "agency", "category", "level", "phase"),
        *("tags", "audience", "channels", "met"),
    )
)
_OUTLINE: Final = (*Entry._fields[:_PLAIN], "slogan", "summary", "color", "website", "phones", "face")
_CHANNEL_TYPES: Final = tuple((kind, kind.value) for kind in ChannelType)
_UNTOLD: Final = tuple(
    (f'"{first}":'.encode(), f'"{after}":'.encode() if after else b"")
    for first, after in (
        ("published", "level"),
        ("featured", "since"),
        ("aliases", "identity"),
        ("logo", "logo_meaning"),
        ("logo_rules", "meaning"),
        ("reviews", "results"),
        ("sources", "slug"),
        ("source", ""),
    )
)
"""What of a brand's JSON no full text is made of: from the first key to the one after; the last piece ends with it."""


def _split(text: str) -> tuple[str, ...]:
    return tuple(text.split(_UNIT)) if text else ()


def _iterate_desks(brand: Brand) -> Iterator[str]:
    for channel in brand.service.channels:
        if channel.url and (host := urlsplit(channel.url).hostname):
            yield host.removeprefix("www.")
        if channel.name and channel.type in (ChannelType.APP, ChannelType.MINIPROGRAM):
            yield channel.name
        if channel.address and channel.type is ChannelType.HALL:
            yield channel.address


def _list_met(brand: Brand) -> tuple[str, ...]:
    readiness = assess(brand)
    asked = (*readiness.conditions, readiness.publicity, readiness.implementation)
    return tuple(condition.key for condition in asked if condition.met)


def digest_text(text: str) -> str:
    """A digest of a text: 32 hex digits."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _digest_brand(written: bytes) -> tuple[str, str]:
    """Digests of what full text is made of and of all, from a brand's JSON.

    To cut the JSON takes a tenth of the time that writing it again without some fields does. No text can be taken for
    a key: within a text, a backslash stands before every quotation mark.
    """
    told: list[bytes] = []
    others: list[bytes] = []
    start = 0
    for first, after in _UNTOLD:
        end = written.index(first, start)
        told.append(written[start:end])
        start = written.index(after, end) if after else len(written)
        others.append(written[end:start])
    digest = hashlib.blake2b(b"".join(told), digest_size=16)
    of_told = digest.hexdigest()
    digest.update(b"".join(others))
    return of_told, digest.hexdigest()


def _digest_face(brand: Brand) -> str:
    logo = brand.logo
    shown: Mapping[str, object] = {
        "name": brand.name,
        "slogan": brand.slogan,
        "keys": (brand.slug, brand.agency, brand.category, brand.level, brand.status),
        "color": brand.identity.color,
        "logo": logo and (logo.name, logo.digest),
    }
    return digest_text(repr(shown))
