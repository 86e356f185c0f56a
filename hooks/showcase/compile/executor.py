"""Runs targets: by one process for small work, by a pool for large, with the same bytes either way."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, nullcontext, suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple, Protocol, TypeVar

from showcase.compile.batch import Batch, ToMake
from showcase.compile.recipes import MakeBrandPage
from showcase.compile.stage import Stage, Staged
from showcase.compile.survey import Seen
from showcase.compile.target import Target
from showcase.compile.workshop import Workshop, make_ready
from showcase.model.limits import Limits
from showcase.source.brand_folder import without_collecting
from showcase.source.chunk import Ended, Task
from showcase.source.crew import Crew, work_here
from showcase.source.forking import can_fork
from showcase.source.stint import HandedOut
from showcase.views.card import draw_card
from showcase.views.drawn_card import Cards, DrawnCard
from showcase.views.templating import compile_pages

if TYPE_CHECKING:
    from showcase.compile.card_shelf import CardShelf

Item = TypeVar("Item")

_SMALL: Final = 200
"""Fewer targets than this are made by one process: starting a pool would cost more."""
_CHUNKS_PER_JOB: Final = 48
"""Enough chunks that all processes end at nearly the same time, few enough that handing them over costs nothing."""
_AHEAD: Final = 12
"""Chunks a process that are handed over while the rest is found out: enough for as long as that takes, for all that is
handed over is in memory twice."""
_TOGETHER: Final = 48
"""Targets that are made together, of so few brands that all of them stay at hand."""
_ENOUGH: Final = 1_000_000
"""Bytes of files that are written together."""
_SHELF: Final = ".cards-"
"""How the files of the shelf begin; no file of a site has such a name."""

Outcomes = Generator[list[Staged] | Ended[Target], None, None]
"""What comes of targets, several at a time."""
OpenWorkshop = Callable[[Cards | None], Workshop]
"""Sets up a process, which is given where the cards are that others draw; ``None`` where it is alone."""


class Agenda(Protocol):
    """What is to be made: found out when it is asked for, which may be while other work is done."""

    @property
    def is_all(self) -> bool:
        """Whether it will be about all of a site; told before anything is found."""

    def find_own(self) -> Sequence[Target]:
        """What is of single brands."""

    def find_shared(self) -> Sequence[Target]:
        """The rest; it is asked for after what is of single brands."""


class _Chunk(NamedTuple):
    """What came of a chunk of targets."""

    numbers: list[int]
    seen: list[Seen | None]
    """Of the file of each; see :class:`showcase.compile.stage.Staged`."""


class _Bench(NamedTuple):
    """Where targets are made."""

    workshop: Workshop
    shelf: CardShelf | None = None

    def make(self, stage: Stage, targets: HandedOut[ToMake]) -> _Chunk:
        """Makes and stages targets.

        Brands are loaded, pages begun, targets made and files written several at a time: between one kind of work and
        another the processor's caches have to be filled anew, which takes as long as a good tenth of the work.
        """
        numbers, seen = list[int](), list[Seen | None]()
        for several in targets.by(_TOGETHER):
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
        return _Chunk(numbers, seen)

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

    bench: _Bench


@dataclass(frozen=True, slots=True)
class _Begin:
    """Sets up a worker process; one that is forked is given all without a copy."""

    open_workshop: OpenWorkshop
    shelf: CardShelf | None = None
    workshop: Workshop | None = None
    """Set up already, for several processes that are forked."""

    def __call__(self) -> None:
        workshop = self.workshop or self.open_workshop(self.shelf)
        make_ready(workshop)
        _Worker.bench = _Bench(workshop, self.shelf)


def _make_in_worker(targets: HandedOut[ToMake], stage: Stage) -> _Chunk:
    with without_collecting():
        return _Worker.bench.make(stage, targets)


def _draw_in_worker(slugs: Iterable[str]) -> None:
    with without_collecting():
        _Worker.bench.draw(slugs)


class Making(NamedTuple):
    """How targets are made."""

    stage: Stage
    open_workshop: OpenWorkshop
    jobs: int
    limits: Limits
    """What a file that is of one brand may take; what shows many takes as long as it takes."""
    listed: Mapping[str, int]
    """The place of every brand that is listed, and so has a card."""
    helper: Crew | None = None
    """A process that was called for few targets; see :func:`call_helper`."""
    meanwhile: Callable[[], object] | None = None
    """What this process has to do anyway: it is done while it waits for few targets."""


@contextmanager
def call_helper(open_workshop: OpenWorkshop) -> Iterator[Crew | None]:
    """Calls a process that gets ready for few targets while it is found out which they are; ``None`` without any."""
    with Crew(1, _Begin(open_workshop)) if can_fork() else nullcontext() as crew:
        with suppress(OSError):  # Where there is nothing to make, none is needed.
            if crew:
                crew.gather()
        yield crew


def run_targets(agenda: Agenda, making: Making) -> Outcomes:
    """Makes and stages what is to be made; targets on which the work had to be ended are left out and told.

    What comes is in no order.
    """
    return _Wave(agenda, making).run()


class _Hands(Protocol):
    """Whoever does the work."""

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        """Draws the cards of brands."""

    def make(self, task: Task[ToMake], /) -> Generator[_Chunk | Ended[ToMake], None, None]:
        """Makes targets."""


class _Here(NamedTuple):
    """The process that asks."""

    bench: _Bench
    stage: Stage

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        return work_here(task.items, self.bench.draw, task.limits)

    def make(self, task: Task[ToMake], /) -> Generator[_Chunk | Ended[ToMake], None, None]:
        return work_here(task.items, partial(self.bench.make, self.stage), task.limits)


class _There(NamedTuple):
    """Other processes."""

    crew: Crew
    stage: Stage

    def draw(self, task: Task[str], /) -> Generator[Ended[str] | None, None, None]:
        return self.crew.work_through(task, _draw_in_worker)

    def make(self, task: Task[ToMake], /) -> Generator[_Chunk | Ended[ToMake], None, None]:
        return self.crew.work_through(task, partial(_make_in_worker, stage=self.stage))


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
        stage, open_workshop = self._making.stage, self._making.open_workshop
        if self._making.helper:
            is_whole = yield from self._make_own(_There(self._making.helper, stage))
        elif can_fork():
            with Crew(1, _Begin(open_workshop)) as crew:
                is_whole = yield from self._make_own(_There(crew, stage))
        else:
            is_whole = yield from self._make_own(_Here(_Bench(open_workshop(None)), stage))
        if is_whole and self._shared:
            here = _Here(_Bench(open_workshop(None)), stage)
            yield from self._make(here, self._shared, self._order_shared())

    def _run_many(self) -> Outcomes:
        """All processes make everything; where that is all of a site, it is found out meanwhile what there is to do."""
        # What it brings shares memory among processes, and one does without.
        from showcase.compile.card_shelf import CardShelf

        making = self._making
        if making.helper:
            making.helper.relieve()  # It was called for few.
        shelf = CardShelf(f"{making.stage.folder}/{_SHELF}", making.listed)
        workshop = making.open_workshop(shelf) if can_fork() else None
        if workshop:
            compile_pages(workshop.site.templates)
            workshop.site.catalogue.settle()
        begin = _Begin(making.open_workshop, shelf, workshop)
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
        if size > _TOGETHER:
            size -= size % _TOGETHER  # What is to stay together is not parted.
        task = Task(items, size, limits)
        return replace(task, meanwhile=meanwhile, ahead=ahead) if meanwhile else task

    def _order_own(self) -> list[int]:
        """The numbers of what is of one brand: of a few together, pages last, for they are made by other code."""
        targets = self._own
        numbers = sorted(range(len(targets)), key=lambda number: targets[number].owner)
        for start in range(0, len(numbers), _TOGETHER):
            several = slice(start, start + _TOGETHER)
            numbers[several] = sorted(numbers[several], key=lambda number: targets[number].path.endswith(".html"))
        return numbers

    def _order_shared(self) -> list[int]:
        """The numbers of the rest; first what is made of all brands, which takes longest."""
        return sorted(range(len(self._shared)), key=lambda number: -self._shared[number].rank)
