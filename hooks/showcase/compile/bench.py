"""A bench: where targets are made, in whichever process it is.

It brings all that pages are made with. A process that makes nothing does without: at an edit, another gets ready while
this one finds out what there is to make.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from showcase.compile.batch import TOGETHER, Chunk, ToMake
from showcase.compile.recipes import MakeBrandPage
from showcase.compile.stage import Stage
from showcase.compile.survey import Seen
from showcase.compile.workshop import Workshop, make_ready
from showcase.source.brand_folder import without_collecting
from showcase.source.stint import HandedOut
from showcase.views import brand_page as _brand_page  # noqa: F401 - what recipes import would be in a brand's time
from showcase.views.card import draw_card
from showcase.views.drawn_card import Cards, DrawnCard
from showcase.views.open_data import record as _record  # noqa: F401 - as above

if TYPE_CHECKING:
    from showcase.compile.card_shelf import CardShelf

_ENOUGH: Final = 1_000_000
"""Bytes of files that are written together."""

OpenWorkshop = Callable[[Cards | None], Workshop]
"""Sets up a process, which is given where the cards are that others draw; ``None`` where it is alone."""


class Bench(NamedTuple):
    """Where targets are made."""

    workshop: Workshop
    shelf: CardShelf | None = None

    def make(self, stage: Stage, targets: HandedOut[ToMake]) -> Chunk:
        """Makes and stages targets.

        Brands are loaded, pages begun, targets made and files written several at a time: between one kind of work and
        another the processor's caches have to be filled anew, which takes as long as a good tenth of the work.
        """
        numbers, seen = list[int](), list[Seen | None]()
        for several in targets.by(TOGETHER):
            self._load(several)
            self._begin(several)
            made, size = list[tuple[str, bytes]](), 0
            for one in several:
                # No name for the content: it would be there until the next is, and a table of all brands is large.
                made.append((one.path, one.recipe(self.workshop)))
                numbers.append(one.number)
                size += len(made[-1][1])
                if size >= _ENOUGH:
                    seen += _put(stage, made)
                    made, size = [], 0
            seen += _put(stage, made)
        return Chunk(numbers, seen)

    def _load(self, targets: Iterable[ToMake]) -> None:
        """Loads the brands that files are of; they stay at hand for a while."""
        for one in targets:
            if one.owner:
                self.workshop.site.catalogue.load(one.owner)

    def _begin(self, targets: Iterable[ToMake]) -> None:
        """Makes what other code makes of the pages of brands than the rest."""
        for one in targets:
            if isinstance(one.recipe, MakeBrandPage):
                one.recipe.begin(self.workshop)

    def draw(self, slugs: Iterable[str]) -> None:
        """Draws the cards of brands, each while its brand is in hand, which so pays for it."""
        cards = dict[str, DrawnCard]()
        for slug in slugs:
            cards[slug] = draw_card(self.workshop.site, slug)
        if self.shelf:
            self.shelf.lay(cards)


def _put(stage: Stage, made: Iterable[tuple[str, bytes]]) -> list[Seen | None]:
    """Stages files."""
    return [stage.put(path, content) for path, content in made]


class _Worker:
    """What a worker process keeps between chunks; a pool has no other place for it."""

    bench: Bench


def set_up(open_workshop: OpenWorkshop, shelf: CardShelf | None = None, workshop: Workshop | None = None) -> None:
    """Sets up a worker process; ``workshop`` is one that is set up already, for several that are forked."""
    workshop = workshop or open_workshop(shelf)
    make_ready(workshop)
    _Worker.bench = Bench(workshop, shelf)


def make_in_worker(targets: HandedOut[ToMake], stage: Stage) -> Chunk:
    """Makes targets in a process that was set up."""
    with without_collecting():
        return _Worker.bench.make(stage, targets)


def draw_in_worker(slugs: Iterable[str]) -> None:
    """Draws the cards of brands there."""
    with without_collecting():
        _Worker.bench.draw(slugs)
