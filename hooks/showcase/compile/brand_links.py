"""Links of hand-written pages to brands that have no page: what is told of them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping, Set
from dataclasses import replace
from typing import Final

from showcase.compile.content import Content
from showcase.model.faults import Fault, Place, sort_faults
from showcase.source.brand_slips import is_slip, mend_slip
from showcase.source.missing_brand import explain_missing
from showcase.views.bare_links import take_brand_links_out
from showcase.views.docs import Docs
from showcase.views.page_link import BrandLink

_NONE: Final[Mapping[str, str]] = {}


def settle_dead_links(content: Content, docs: Docs, dead: Set[str]) -> tuple[Content, Docs]:
    """As :func:`showcase.compile.site.settle_links`, where links lead to the brands that are ``dead``."""
    renamed = _list_renamed(content)
    there = {alias for alias, slug in renamed.items() if slug in content.catalogue.by_slug}
    links = tuple(link for link in docs.links if not (link.is_path and link.slug in there))
    dead &= {link.slug for link in links}
    if not dead:
        return content, docs
    faults = check_links(docs, content.lines, content.refused, renamed)
    frames = {
        key: frame._replace(pieces=tuple(take_brand_links_out(piece, dead) for piece in frame.pieces))
        for key, frame in docs.frames.items()
    }
    docs = replace(docs, frames=frames, dead=tuple(sorted(dead)))
    return content._replace(faults=sort_faults((*content.faults, *faults))), docs


def _list_renamed(content: Content) -> dict[str, str]:
    """The slugs of brands by their old addresses."""
    entries = (line.entry for line in content.lines.values() if line.entry is not None)
    return {alias: entry.slug for entry in entries for alias in entry.aliases}


def check_links(
    docs: Docs,
    brands: Collection[str],
    refused: Container[str] = (),
    renamed: Mapping[str, str] = _NONE,
) -> tuple[Fault, ...]:
    """A fault for every ``brand:`` link of a hand-written page that leads to none of the brands, or to a refused one.

    ``renamed`` holds the brands' slugs by their old addresses, at which there are pages too.

    Lists of posts show their beginnings, and are nobody's files: where a link stands in a file, that alone is told.
    """
    gone = (link for link in docs.links if link.slug not in brands)
    dead = [link for link in gone if not (link.is_path and link.slug in renamed)]
    placed = {link.slug for link in dead if link.text}
    told = (link for link in dead if link.text or link.slug not in placed)
    return tuple(_explain(link, _find_link(link, docs.folder), brands, refused, renamed) for link in told)


def _explain(
    link: BrandLink, place: Place, brands: Collection[str], refused: Container[str], renamed: Mapping[str, str]
) -> Fault:
    if is_slip(link.slug):
        return Fault("brand-link-form", place, details={"found": link.slug, "suggestion": mend_slip(link.slug)})
    if link.slug in refused:
        return Fault("refused-brand", place, details={"found": link.slug})
    return Fault("unknown-brand", place, details=explain_missing(link.slug, brands, renamed))


def _find_link(link: BrandLink, folder: str) -> Place:
    return Place(f"{folder}/{link.source}", link.line, link.column, len(link.slug) if link.text else 1, link.text)
