"""The page of a brand: what it is, what it does, what it promises, and whom to tell."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from markupsafe import Markup

from showcase.catalogue.relations import Bearings, find_bearings
from showcase.model.brand import Brand, Status
from showcase.model.management import System, SystemKind
from showcase.model.readiness import ConditionKey
from showcase.views.brand_files import RECORD, url_of
from showcase.views.card import draw_card
from showcase.views.feedback import list_ways
from showcase.views.head import Alternate, Head, write_minute
from showcase.views.linked_data import Links, describe_brand, describe_trail
from showcase.views.pictures import find_raster, show_logo, show_picture
from showcase.views.reach import Action, Code, call_href, draw_code, first_phone, fits_code
from showcase.views.relations import show_relations
from showcase.views.site import Site, root_of


def begin_brand(site: Site, brand: Brand) -> None:
    """Makes what of a brand's page no template makes; :func:`render_brand` takes it from there.

    Whoever makes many pages begins some, then renders them: each is other code, for which the processor has to fill
    its caches anew.
    """
    story = site.body.render(brand.body, _show_in_story(brand), site.catalogue.by_slug)
    site.begun[brand.slug] = story, _choose_code(site, brand)


def render_brand(site: Site, brand: Brand, bearings: Bearings | None = None) -> bytes:
    """The whole page of a brand; ``bearings`` are its own, where they are at hand."""
    bearings = bearings or find_bearings(site.catalogue, site.catalogue.by_slug[brand.slug])
    url = url_of(brand.slug)
    root = root_of(url)
    if brand.slug not in site.begun:
        begin_brand(site, brand)
    story, code = site.begun.pop(brand.slug)
    return site.pour(
        url,
        "brand.html",
        title=brand.name,
        description=brand.summary,
        head=_tell_head(site, brand, url),
        brand=brand,
        agency=site.catalogue.vocabulary.agencies[brand.agency],
        category=site.catalogue.vocabulary.categories[brand.category],
        level=site.catalogue.level_name(brand, site.words.locale),
        # What is missing is for editors, not for the public.
        conditions=[key for key in get_args(ConditionKey) if key in bearings.met],
        sections=list_sections(site, brand, has_story=bool(story)),
        actions=list_actions(site, brand),
        vows=[vow for vow in brand.service.commitments if vow.measurable],
        promises=[vow for vow in brand.service.commitments if not vow.measurable],
        systems=_systems_by_kind(brand),
        story=story,
        gallery=_show_gallery(brand),
        reply_days=_agreed_reply(brand),
        ways=list_ways(site, brand.name, brand.slug, root),
        code=code,
        **show_relations(site, bearings, root),
        retired=brand.status is Status.RETIRED,
        draft=brand.status is Status.DRAFT,
        **_draw_face(site, brand, root),
    )


def _tell_head(site: Site, brand: Brand, url: str) -> Head:
    vocabulary, words = site.catalogue.vocabulary, site.words
    agency = words.local(vocabulary.agencies[brand.agency].name)
    area = words.local(vocabulary.categories[brand.category].name)
    link, raster = Links(site, url), find_raster(brand)
    steps = [(words.text("Home"), ""), (words.text("Brands"), "brands/")]
    steps += [(area, f"areas/{brand.category}/")] if brand.category in site.catalogue.by_category else []
    offered = Alternate("application/json", RECORD, words.text("Open data"))
    return Head(
        article=True,
        keywords=(brand.name, agency, area, *brand.tags),
        published=write_minute(brand.published),
        source=brand.sources[0].title if brand.sources else agency,
        image=link(url + raster[0]) if raster else "",
        image_alt=raster[1] if raster else "",
        alternates=() if brand.status is Status.DRAFT else (offered,),
        graph=[*describe_brand(site, brand), describe_trail(link, *steps, (brand.name, url))],
    )


def _draw_face(site: Site, brand: Brand, root: str) -> dict[str, Any]:
    card = draw_card(site, brand.slug)
    return {
        "style": Markup(card.page_style),
        "cover": Markup(card.cover_as("c")),
        "face": show_logo(brand, root, sizes="148px", alt="", lazy=False) or Markup(card.face),
        "logo": show_logo(brand, root, sizes="160px"),
    }


def list_sections(site: Site, brand: Brand, *, has_story: bool) -> dict[str, str]:
    """The sections that the brand has something for, in order: id to its word in the page's own navigation."""
    _ = site.words.text
    service = brand.service
    there: tuple[tuple[str, str, object], ...] = (
        ("meaning", _("Meaning"), brand.identity.meaning or brand.identity.logo_meaning or brand.logo),
        ("service", _("Services"), service.audience or service.items or service.channels or service.methods),
        ("commitments", _("Commitments"), service.commitments),
        ("management", _("Guarantee"), _has_guarantee(brand)),
        ("culture", _("Culture"), any(vars(brand.culture).values())),
        ("phases", _("Phases"), any(vars(brand.phases).values())),
        ("results", _("Results"), brand.results),
        ("honours", _("Honours"), brand.honours or brand.designation),
        ("cases", _("Cases"), brand.shown_cases),
        ("gallery", _("Pictures"), brand.gallery),
        ("story", _("Story"), has_story),
        ("supervision", _("Supervision"), brand.status is not Status.RETIRED),
    )
    return {key: word for key, word, filled in there if filled}


def _has_guarantee(brand: Brand) -> bool:
    management = brand.management
    told = (management.systems, management.certifications, management.responsible, management.satisfaction)
    return any((*told, brand.reviews))


def _agreed_reply(brand: Brand) -> int | None:
    """The working days until there is an answer, where every way of supervision promises the same."""
    days = {way.reply_days for way in brand.management.supervision}
    return days.pop() if len(days) == 1 else None


def list_actions(site: Site, brand: Brand) -> list[Action]:
    """What a visitor wants to do first: call, then visit; nothing where the brand has been retired."""
    if brand.status is Status.RETIRED:
        return []
    _ = site.words.text
    actions = []
    phone, website = first_phone(brand), brand.official_address
    if phone:
        actions.append(Action(_("Call {number}", number=phone), call_href(phone), "phone"))
    if website:
        actions.append(Action(_("Go to the service"), website, "external", outside=True))
    return actions


def _choose_code(site: Site, brand: Brand) -> Code | None:
    """A QR code of the page; where the site has no public address, of the service itself; else of its telephone."""
    _ = site.words.text
    website = brand.official_address
    if brand.status is Status.RETIRED and not site.settings.site_url:
        return None
    address = site.settings.site_url + url_of(brand.slug)
    if site.settings.site_url and fits_code(address):
        return draw_code(site.codes, address, _("Scan to open this page"))
    if website and fits_code(website):
        return draw_code(site.codes, website, _("Scan to open the service"))
    phone = first_phone(brand)
    return draw_code(site.codes, call_href(phone), _("Scan to call {number}", number=phone)) if phone else None


def _systems_by_kind(brand: Brand) -> dict[SystemKind, list[System]]:
    systems = brand.management.systems
    kinds = {kind: [system for system in systems if system.kind is kind] for kind in SystemKind}
    return {kind: members for kind, members in kinds.items() if members}


def _show_gallery(brand: Brand) -> list[tuple[object, Markup]]:
    sizes = f"(min-width:60em) {34 if len(brand.gallery) > 1 else 48}rem, 92vw"
    return [
        (picture, show_picture(brand.images[picture.src], picture.alt, sizes=sizes))
        for picture in brand.gallery
        if picture.src in brand.images
    ]


def _show_in_story(brand: Brand) -> Callable[[str, str, str], str]:
    def show(src: str, alt: str, caption: str) -> str:
        image = brand.images.get(src)
        if image is None:
            return ""
        words = Markup("<figcaption>{}</figcaption>").format(caption) if caption else ""
        return f"<figure>{show_picture(image, alt, sizes='(min-width:50em) 42rem, 92vw')}{words}</figure>"

    return show
