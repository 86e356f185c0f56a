"""The record of a brand (品牌数据): everything that its page tells, as JSON beside the page."""

from __future__ import annotations

from typing import Any, Final

from pydantic import TypeAdapter
from pydantic_core import to_json

from showcase.model.brand import Brand, Slug, Status
from showcase.model.culture import Culture
from showcase.model.evidence import Contact, Designation, Honour, Result, Review, Source
from showcase.model.identity import Identity
from showcase.model.management import Management
from showcase.model.phases import Phases
from showcase.model.service import Service
from showcase.model.values import Label, Part, PartialDate, Sentence
from showcase.source.story import find_brand_links
from showcase.views.pictures import logo_file, picture_file
from showcase.views.site import Site

_REWRITTEN: Final = (
    *("name", "slug", "slogan", "summary", "agency", "category", "level", "status", "cases", "gallery", "body"),
    *("source", "images", "featured"),
)
_PASSED: Final[dict[str, Any]] = {**dict.fromkeys(_REWRITTEN, True), "identity": {"logo": True, "logo_alt": True}}
"""What of a brand is left out or written otherwise; the rest stands in the record as the editor wrote it."""
_RETIRED: Final[dict[str, Any]] = {**_PASSED, "contact": True, "management": {"supervision": True}}
"""A retired brand is reached no more: its page shows no contact."""
_BRAND: Final = TypeAdapter(Brand)


class Term(Part):
    """A word of the vocabulary (词汇): agency, service area or level."""

    key: str
    name: str


class ShownPicture(Part):
    """A picture as it is published, in its largest form."""

    url: str
    alt: str
    caption: Sentence | None = None
    credit: Label | None = None


class ShownCase(Part):
    """A case that may be shown."""

    title: str
    text: str


class Record(Part):
    """The form of a record, from which its JSON Schema is made."""

    slug: Slug
    url: str
    name: str
    slogan: str
    summary: str
    status: Status
    agency: Term
    area: Term
    level: Term | None = None
    published: PartialDate | None = None
    updated: PartialDate | None = None
    since: PartialDate | None = None
    tags: tuple[Label, ...] = ()
    aliases: tuple[Slug, ...] = ()
    identity: Identity = Identity.model_construct()
    logo: ShownPicture | None = None
    service: Service = Service.model_construct()
    management: Management = Management.model_construct()
    culture: Culture = Culture.model_construct()
    phases: Phases = Phases.model_construct()
    designation: Designation | None = None
    reviews: tuple[Review, ...] = ()
    results: tuple[Result, ...] = ()
    honours: tuple[Honour, ...] = ()
    cases: tuple[ShownCase, ...] = ()
    gallery: tuple[ShownPicture, ...] = ()
    contact: Contact = Contact.model_construct()
    sources: tuple[Source, ...] = ()
    story: str = ""


def render_record(site: Site, brand: Brand) -> bytes:
    """The record of a brand; addresses are full where the site knows its own, else relative to its root."""
    own = to_json(_tell_own(site, brand))
    left_out = _RETIRED if brand.status is Status.RETIRED else _PASSED
    # By pydantic's own writer, without a dict of thousands of values between, or a text.
    rest = _BRAND.dump_json(brand, exclude=left_out, exclude_none=True, exclude_defaults=True)
    return own[:-1] + (b"}\n" if rest == b"{}" else b"," + rest[1:] + b"\n")


def _tell_own(site: Site, brand: Brand) -> dict[str, Any]:
    """What the record says in its own words."""
    vocabulary, local = site.catalogue.vocabulary, site.words.local
    base = f"{site.settings.site_url}brands/{brand.slug}/"
    own: dict[str, Any] = {"slug": brand.slug, "url": base, "name": brand.name}
    own |= {"slogan": brand.slogan, "summary": brand.summary, "status": brand.status.value}
    own["agency"] = {"key": brand.agency, "name": local(vocabulary.agencies[brand.agency].name)}
    own["area"] = {"key": brand.category, "name": local(vocabulary.categories[brand.category].name)}
    if brand.level:
        own["level"] = {"key": brand.level, "name": local(vocabulary.levels[brand.level].name)}
    if brand.logo:
        own["logo"] = {"url": base + logo_file(brand.logo), "alt": brand.identity.logo_alt or ""}
    if gallery := [
        {"url": base + picture_file(brand.images[one.src])} | one.model_dump(exclude={"src"}, exclude_none=True)
        for one in brand.gallery
        if one.src in brand.images
    ]:
        own["gallery"] = gallery
    if cases := [{"title": case.title, "text": case.text} for case in brand.shown_cases]:
        own["cases"] = cases
    if brand.body.strip():
        own["story"] = _tell_story(site, brand)
    return own


def _tell_story(site: Site, brand: Brand) -> str:
    """The story in Markdown; ``brand:slug`` means nothing elsewhere."""
    links = find_brand_links(brand.body)
    if not links:
        return brand.body
    from showcase.views.open_data.story import resolve_brand_links  # Few stories have a link.

    return resolve_brand_links(brand.body, links, site.catalogue.by_slug, site.settings.site_url)
