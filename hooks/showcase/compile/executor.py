"""Runs targets: by one process for small work, by a pool for large, with the same bytes either way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from showcase.compile.batch import TOGETHER, Batch, Chunk, ToMake
from showcase.compile.stage import Stage, Staged
from showcase.compile.target import Target
from showcase.model.limits import Limits
from showcase.source.chunk import Ended, Task
from showcase.source.crew import Crew, work_here
from showcase.source.forking import can_fork
from showcase.source.stint import HandedOut

if TYPE_CHECKING:
    from showcase.compile.bench import Bench, OpenWorkshop
    from showcase.compile.opening import Opening
    from showcase.compile.partner import Partner

Item = TypeVar("Item")

_SMALL: Final = 200
"""Fewer targets than this are made by one process: starting a pool would cost more."""
_CHUNKS_PER_JOB: Final = 48
"""Enough chunks that all processes end at nearly the same time, few enough that handing them over costs nothing."""
_AHEAD: Final = 12
"""Chunks a process that are handed over while the rest is found out: enough for as long as that takes, for all that is
handed over is in memory twice."""
_SHELF: Final = ".cards-"
"""How the files of the shelf begin; no file of a site has such a name."""

Outcomes = Generator[list[Staged] | Ended[Target], None, None]
"""What comes of targets, several at a time."""


class Agenda(Protocol):
    """What is to be made: found out when it is asked for, which may be while other work is done."""

    @property
    def is_all(self) -> bool:
        """Whether it will be about all of a site; told before anything is found."""

    def find_own(self) -> Sequence[Target]:
        """What is of single brands."""

    def find_shared(self) -> Sequence[Target]:
        """The rest; it is asked for after what is of single brands."""


class Making(NamedTuple):
    """How targets are made."""

    stage: Stage
    opening: Opening
    jobs: int
    limits: Limits
    """What a file that is of one brand may take; what shows many takes as long as it takes."""
    listed: Mapping[str, int]
    """The place of every brand that is listed, and so has a card."""
    partner: Partner | None = None
    """Who makes few."""
    meanwhile: Callable[[], object] | None = None
    """What this process has to do anyway: it is done while it waits for few targets."""


# What another process works with, this one does without: it takes a while to import.


def _set_up(open_workshop: OpenWorkshop) -> None:
    from showcase.compile.bench import set_up

    set_up(open_workshop)


def _make(targets: HandedOut[ToMake], stage: Stage) -> Chunk:
    from showcase.compile.bench import make_in_worker

    return make_in_worker(targets, stage)


def _draw(slugs: Iterable[str]) -> None:
    from showcase.compile.bench import draw_in_worker

    draw_in_worker(slugs)


def _open_bench(open_workshop: OpenWorkshop) -> Bench:
    from showcase.compile.bench import Bench

    return Bench(open_workshop(None))


def run_targets(agenda: Agenda, making: Making) -> Outcomes:
    """Makes and stages what is to be made; targets on which the work had to be ended are left out and told.

    What comes is in no order.
    """
    return _Wave(agenda, making).run()


class _Hands(Protocol):
    """Whoever does the work."""

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        """Draws the cards of brands."""

    def make(self, task: Task[ToMake], /) -> Generator[Chunk | Ended[ToMake], None, None]:
        """Makes targets."""


class _Here(NamedTuple):
    """The process that asks."""

    bench: Bench
    stage: Stage

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        return work_here(task.items, self.bench.draw, task.limits)

    def make(self, task: Task[ToMake], /) -> Generator[Chunk | Ended[ToMake], None, None]:
        return work_here(task.items, partial(self.bench.make, self.stage), task.limits)


class _There(NamedTuple):
    """Other processes."""

    crew: Crew
    stage: Stage

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        return self.crew.work_through(task, _draw)

    def make(self, task: Task[ToMake], /) -> Generator[Chunk | Ended[ToMake], None, None]:
        return self.crew.work_through(task, partial(_make, stage=self.stage))


class _Wave:
    """The making of targets: cards first, for any brand may show any other; then what is of one brand, then the rest.

    Where something has to be ended, what may show it is not made: that brand may be left out next time.
    """

    def __init__(self, agenda: Agenda, making: Making) -> None:
        self._agenda, self._making = agenda, making
        self._is_all = agenda.is_all and making.jobs > 1 and len(making.listed) >= _SMALL
        self._own: Sequence[Target] = ()
        self._shared: Sequence[Target] = ()

    def run(self) -> Outcomes:
        """What comes of the targets."""
        if not self._is_all:
            self._find_own()
            self._find_shared()
        is_small = self._making.jobs <= 1 or len(self._own) + len(self._shared) < _SMALL
        yield from self._run_few() if is_small and not self._is_all else self._run_many()

    def _find_own(self) -> None:
        self._own = self._agenda.find_own()

    def _find_shared(self) -> None:
        self._shared = self._agenda.find_shared()

    def _run_few(self) -> Outcomes:
        """One process makes what is of brands, since it can be ended; this one makes the rest."""
        stage, opening, partner = self._making.stage, self._making.opening, self._making.partner
        open_few = opening.for_few(self._own)
        if partner:
            if self._own:
                partner.set_up(partial(_set_up, open_few))
            is_whole = yield from self._make_own(_There(partner.crew, stage))
        elif can_fork():
            with Crew(1, partial(_set_up, open_few)) as crew:
                is_whole = yield from self._make_own(_There(crew, stage))
        else:
            is_whole = yield from self._make_own(_Here(_open_bench(open_few), stage))
        if is_whole and self._shared:
            here = _Here(_open_bench(opening.for_all()), stage)
            yield from self._make(here, self._shared, self._order_shared())

    def _run_many(self) -> Outcomes:
        """All processes make everything; where that is all of a site, it is found out meanwhile what there is to do."""
        # Processes that are forked have all that this one has.
        from showcase.compile.bench import set_up
        from showcase.compile.card_shelf import CardShelf
        from showcase.views.templating import compile_pages

        making = self._making
        if making.partner:
            making.partner.crew.relieve()  # It was called for few.
        shelf = CardShelf(f"{making.stage.folder}/{_SHELF}", making.listed)
        open_workshop = making.opening.for_all()
        workshop = open_workshop(shelf) if can_fork() else None
        if workshop:
            compile_pages(workshop.site.templates)
            workshop.site.catalogue.settle()
        begin = partial(set_up, open_workshop, shelf, workshop)
        with closing(shelf), Crew(making.jobs, begin) as crew:
            there = _There(crew, making.stage)
            if (yield from self._make_own(there)):
                # What shows many brands looks at all entries, of which this process has its own since it planned.
                crew.relieve()
                yield from self._make(there, self._shared, self._order_shared())

    def _make_own(self, hands: _Hands) -> Generator[list[Staged] | Ended[Target], None, bool]:
        """Draws cards and makes what is of one brand; returns whether nothing had to be ended."""
        listed, limits, is_all = self._making.listed, self._making.limits, self._is_all
        # All in the order in which entries were read, for a process copies what lies in memory beside one.
        slugs = sorted(listed) if is_all else [*dict.fromkeys(one.owner for one in self._own if one.owner in listed)]
        drawing = self._divide(slugs, limits, self._find_own if is_all else None, _CHUNKS_PER_JOB)
        with closing(hands.draw(drawing)) as drawn:
            ended = [one for one in drawn if one is not None]
        if ended:
            own = {target.owner: target for target in self._own}
            yield from (Ended(own[one.item], one.code) for one in ended)
            return False
        meanwhile = self._find_shared if is_all else self._making.meanwhile
        return (yield from self._make(hands, self._own, self._order_own(), limits, meanwhile))

    def _make(
        self,
        hands: _Hands,
        targets: Sequence[Target],
        order: Sequence[int],
        limits: Limits | None = None,
        meanwhile: Callable[[], object] | None = None,
    ) -> Generator[list[Staged] | Ended[Target], None, bool]:
        """Makes targets, in the order of these numbers; returns whether nothing had to be ended."""
        is_whole = True
        with closing(hands.make(self._divide(Batch(targets, order), limits, meanwhile))) as made:
            for outcome in made:
                if isinstance(outcome, Ended):
                    is_whole = False
                    yield Ended(targets[outcome.item.number], outcome.code)
                else:
                    each = ((targets[number], seen) for number, seen in zip(*outcome, strict=True))
                    yield [Staged(target.path, seen, target.key) for target, seen in each]
        return is_whole

    def _divide(
        self,
        items: Sequence[Item],
        limits: Limits | None,
        meanwhile: Callable[[], object] | None,
        ahead: int = _AHEAD,
    ) -> Task[Item]:
        size = max(1, -(-len(items) // (self._making.jobs * _CHUNKS_PER_JOB)))
        if size > TOGETHER:
            size -= size % TOGETHER  # What is to stay together is not parted.
        task = Task(items, size, limits)
        return replace(task, meanwhile=meanwhile, ahead=ahead) if meanwhile else task

    def _order_own(self) -> list[int]:
        """The numbers of what is of one brand: of a few together, pages last, for they are made by other code."""
        targets = self._own
        numbers = sorted(range(len(targets)), key=lambda number: targets[number].owner)
        for start in range(0, len(numbers), TOGETHER):
            several = slice(start, start + TOGETHER)
            numbers[several] = sorted(numbers[several], key=lambda number: targets[number].path.endswith(".html"))
        return numbers

    def _order_shared(self) -> list[int]:
        """The numbers of the rest; first what is made of all brands, which takes longest."""
        return sorted(range(len(self._shared)), key=lambda number: -self._shared[number].rank)
