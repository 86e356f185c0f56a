"""The opening of workshops: with all of a catalogue, or with as much of it as few files ask for."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.content import Content
from showcase.compile.recipes import MakeBrandPage
from showcase.compile.target import Target
from showcase.views.brand_files import url_of
from showcase.views.docs import Docs
from showcase.views.frame import FrameKey

if TYPE_CHECKING:
    from showcase.compile.bench import OpenWorkshop
    from showcase.compile.workshop import Workshop
    from showcase.views.drawn_card import Cards


class Opening(NamedTuple):
    """What workshops are opened with."""

    content: Content
    docs: Docs
    program: str
    """See :func:`showcase.compile.workshop.prepare_templates`."""

    def for_all(self) -> OpenWorkshop:
        """For any file, in this process and those that are born of it."""
        return partial(_open, self.content.catalogue, self.docs, self.program)

    def for_few(self, targets: Iterable[Target]) -> OpenWorkshop:
        """For files that are of single brands, in whichever process.

        It is told of these brands, and of no others than their pages show or link to; and of the hand-written pages, of
        the one frame that these are poured into.
        """
        catalogue = self.content.catalogue.narrow(self._list_shown(targets))
        frame = FrameKey.of(url_of("any"))
        docs = replace(self.docs, frames={frame: self.docs.frames[frame]}, pages=(), links=(), texts={})
        return partial(_open, catalogue, docs, self.program)

    def _list_shown(self, targets: Iterable[Target]) -> list[str]:
        by_slug, lines = self.content.catalogue.by_slug, self.content.lines
        shown: dict[str, None] = {}
        for target in targets:
            if target.owner:
                links = (link for link in lines[target.owner].links if link in by_slug)
                shown.update(dict.fromkeys((target.owner, *links)))
            if isinstance(target.recipe, MakeBrandPage):
                shown.update(dict.fromkeys(target.recipe.related))
        return list(shown)


def _open(catalogue: Catalogue, docs: Docs, program: str, cards: Cards | None) -> Workshop:
    from showcase.compile.workshop import open_workshop  # A process that makes nothing does without.

    return open_workshop(catalogue, docs, cards, program=program)
