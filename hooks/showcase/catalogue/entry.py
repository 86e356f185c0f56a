"""An entry: what listings, counts and relations have to know of a brand, and no more.

Ten thousand entries are read in the time of a few brands; the brand itself is loaded when its page is drawn.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit

from showcase.model.brand import Brand, Status
from showcase.model.readiness import assess
from showcase.model.service import ChannelType

_UNIT: Final = "\x1f"
"""Between texts that are kept as one; no text of a brand can hold it."""
_BRAND_LINK: Final = re.compile(r"\]\(brand:([a-z0-9-]{1,64})")


class Entry(NamedTuple):
    """One brand in the catalogue (目录条目); every field is plain, so that an entry can be stored as a row."""

    slug: str
    name: str
    slogan: str
    color: str
    """The brand's colour; empty for none."""
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
    summary: str
    audience: tuple[str, ...]
    channels: tuple[str, ...]
    """The types of its channels, each once, in the order of :class:`showcase.model.service.ChannelType`."""
    met: tuple[str, ...]
    """Keys of the conditions and steps of which nothing is missing; see :mod:`showcase.model.readiness`."""
    website: str
    """Where the service is on line; empty for none."""
    hotlines: tuple[str, ...]
    """The numbers of its hotlines."""
    desks: tuple[str, ...]
    """Where it is done, each once: hosts of its channels, names of its apps, addresses of its halls. Telephones are no
    such places: one number may be that of every city."""
    links: tuple[str, ...]
    """Slugs of the brands that its story links to, each once."""
    aliases: tuple[str, ...]
    offers: str
    """:attr:`items` as one text: of a hundred thousand brands they would be most of what is in memory."""
    face: str
    """Digest of what its card shows."""
    digest: str
    """Digest of everything it holds."""
    told: str
    """Digest of what the full-text search may find it by, and of little else."""

    @classmethod
    def of(cls, brand: Brand, text: str | None = None) -> Entry:
        """The entry of a brand; ``text`` is the brand as JSON, where it is at hand."""
        channels = brand.service.channels
        types = [channel.type for channel in channels]
        told, digest = _digest_brand(text or brand.model_dump_json())
        return cls(
            slug=brand.slug,
            name=brand.name,
            slogan=brand.slogan,
            color=brand.identity.color or "",
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
            summary=brand.summary,
            audience=brand.service.audience,
            channels=tuple(value for kind, value in _CHANNEL_TYPES if kind in types),
            met=_list_met(brand),
            website=brand.official_address or "",
            hotlines=tuple(one.phone for one in channels if one.phone and one.type is ChannelType.HOTLINE),
            desks=tuple(dict.fromkeys(_iterate_desks(brand))),
            links=tuple(dict.fromkeys(_BRAND_LINK.findall(brand.body))),
            aliases=brand.aliases,
            offers=_UNIT.join(f"{one.name}：{one.summary}" if one.summary else one.name for one in brand.service.items),
            face=_digest_face(brand),
            digest=digest,
            told=told,
        )

    @classmethod
    def from_row(cls, row: Sequence[Any], shared: dict[Any, Any]) -> Entry:
        """The entry that became ``row`` on a way through JSON.

        What many entries have in common is in ``shared``, and in memory once.
        """
        values = list(row)
        for place in _LISTS:
            values[place] = tuple(values[place])
        for place in _SHARED:
            values[place] = shared.setdefault(values[place], values[place])
        return cls._make(values)

    @property
    def items(self) -> tuple[str, ...]:
        """What can be done there: name and summary of each service item."""
        return tuple(self.offers.split(_UNIT)) if self.offers else ()

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


_LISTS: Final = tuple(
    Entry._fields.index(name)
    for name in ("tags", "audience", "channels", "met", "hotlines", "desks", "links", "aliases")
)
_SHARED: Final = tuple(
    Entry._fields.index(name)
    for name in ("status", "agency", "category", "level", "phase", "tags", "audience", "channels", "met")
)
_OUTLINE: Final = tuple(name for name in Entry._fields if name not in {"offers", "digest", "told"})
_CHANNEL_TYPES: Final = tuple((kind, kind.value) for kind in ChannelType)
_UNTOLD: Final = tuple(
    (f'"{first}":', f'"{after}":' if after else "")
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


def _digest_brand(text: str) -> tuple[str, str]:
    """Digests of what full text is made of and of all, from a brand's JSON.

    To cut the JSON takes a tenth of the time that writing it again without some fields does. No text can be taken for
    a key: within a text, a backslash stands before every quotation mark.
    """
    told: list[str] = []
    others: list[str] = []
    start = 0
    for first, after in _UNTOLD:
        end = text.index(first, start)
        told.append(text[start:end])
        start = text.index(after, end) if after else len(text)
        others.append(text[end:start])
    digest = hashlib.blake2b("".join(told).encode(), digest_size=16)
    of_told = digest.hexdigest()
    digest.update("".join(others).encode())
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
