"""Links of hand-written pages to brands that have no page: what is told of them, and what becomes of them."""

from __future__ import annotations

from collections.abc import Container, Set
from dataclasses import replace

from showcase.compile.content import Content, ContentError
from showcase.model.faults import Fault, Place, sort_faults
from showcase.source.brand_slips import is_slip, mend_slip
from showcase.views.bare_links import take_brand_links_out
from showcase.views.docs import BrandLink, Docs


def settle_dead_links(content: Content, docs: Docs, dead: Set[str], *, skip_invalid: bool) -> tuple[Content, Docs]:
    """As :func:`showcase.compile.site.settle_links`, where links lead to the brands that are ``dead``."""
    faults = check_links(docs, content.lines, content.refused)
    if faults and not skip_invalid:
        raise ContentError(faults)
    frames = {
        key: frame._replace(pieces=tuple(take_brand_links_out(piece, dead) for piece in frame.pieces))
        for key, frame in docs.frames.items()
    }
    docs = replace(docs, frames=frames, dead=tuple(sorted(dead)))
    return content._replace(faults=sort_faults((*content.faults, *faults))), docs


def check_links(
    docs: Docs, brands: Container[str], refused: Container[str] = (), docs_folder: str = "docs"
) -> tuple[Fault, ...]:
    """A fault for every ``brand:`` link of a hand-written page that leads to none of the brands, or to a refused one.

    Lists of posts show their beginnings, and are nobody's files: where a link stands in a file, that alone is told.
    """
    dead = [link for link in docs.links if link.slug not in brands]
    placed = {link.slug for link in dead if link.text}
    return tuple(
        _explain(link, refused, _find_link(link, docs_folder)) for link in dead if link.text or link.slug not in placed
    )


def _explain(link: BrandLink, refused: Container[str], place: Place) -> Fault:
    if is_slip(link.slug):
        return Fault("brand-link-form", place, details={"found": link.slug, "suggestion": mend_slip(link.slug)})
    return Fault("refused-brand" if link.slug in refused else "unknown-brand", place, details={"found": link.slug})


def _find_link(link: BrandLink, docs_folder: str) -> Place:
    return Place(f"{docs_folder}/{link.source}", link.line, link.column, len(link.slug) if link.text else 1, link.text)
