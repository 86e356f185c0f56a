"""Runs targets: in process for small work, on a process pool for large, with the same bytes either way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.compile.target import Rank, Target
from showcase.compile.workshop import Workshop
from showcase.model.limits import Limits
from showcase.source.brand_folder import without_collecting
from showcase.source.pool import Ended, Team, can_fork, work_here, work_through
from showcase.views.card import draw_card
from showcase.views.drawn_card import DrawnCard
from showcase.views.site import Site

_SMALL: Final = 200
"""Fewer targets than this are made in process: starting a pool would cost more."""
_CHUNKS_PER_JOB: Final = 16
"""Enough chunks to even out slow and quick ones, few enough that handing them over costs nothing."""

OpenWorkshop = Callable[[Mapping[str, DrawnCard]], Workshop]
"""Sets up a process, which is given the cards that others have drawn."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A made file: where it waits to be renamed into place; ``None`` where the site holds these bytes already."""

    path: str
    staged: str | None


@dataclass(frozen=True, slots=True)
class Stage:
    """Where made files wait, and the site they are held against."""

    site: Path
    folder: Path
    links: frozenset[str] = frozenset()
    """Symbolic links in the site: what lies below one is no part of it."""
    is_tree: bool = False
    """Whether files wait in the folders that they are to lie in, which are then renamed whole into a bare site."""

    def put(self, path: str, content: bytes) -> bool:
        """Stages a file's bytes unless the site has them; tells whether it did."""
        if self.is_tree:
            self._plant(path, content)
            return True
        if not self._is_linked(path) and _holds(f"{self.site}/{path}", content):
            return False
        _write(self.place(path), content)
        return True

    def place(self, path: str) -> str:
        """Where a file waits."""
        if self.is_tree:
            return f"{self.folder}/{path}"
        # All wait in one folder: making and removing one for each would take as long as writing the files.
        return f"{self.folder}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"

    def _plant(self, path: str, content: bytes) -> None:
        """Writes a file into the tree; the first of a folder makes it."""
        waiting = self.place(path)
        try:
            _write(waiting, content)
        except FileNotFoundError:
            os.makedirs(waiting.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - as below
            _write(waiting, content)

    def _is_linked(self, path: str) -> bool:
        return any(path == link or path.startswith(f"{link}/") for link in self.links)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - a Path for each of many thousands is slow
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]


def _holds(path: str, content: bytes) -> bool:
    """Whether a file is there and holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class _Bench:
    """Where a wave of targets is made: handed to a process once, so that chunks are but their numbers."""

    wave: Sequence[Target]
    stage: Stage
    workshop: Workshop
    is_first: bool = False
    """Whether cards are still to be drawn and told."""

    def make(self, numbers: Iterable[int]) -> _Chunk:
        """Makes and stages targets.

        A brand's card is drawn while one of its targets is in hand, so that it is this brand that pays for it.
        """
        made, put, cards = [], bytearray(), dict[str, DrawnCard]()
        for number in numbers:
            target = self.wave[number]
            put.append(self.stage.put(target.path, target.recipe(self.workshop)))
            made.append(number)
            if self.is_first and target.owner and target.owner not in cards:
                cards |= _draw_card(self.workshop.site, target.owner)
        return _Chunk(made, bytes(put), cards)


class _Worker:
    """What a worker process keeps between chunks; a pool has no other place for it."""

    bench: _Bench


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What came of a chunk."""

    made: list[int]
    """Numbers of its targets in the wave."""
    put: bytes
    """For each of them, 1 where its file was staged, since the site has other bytes."""
    cards: dict[str, DrawnCard]
    """Cards of the brands whose pages were made, for the pages that list them."""


@dataclass(frozen=True, slots=True)
class _Begin:
    """Sets up a worker process; one that is forked is given all without a copy."""

    wave: Sequence[Target]
    stage: Stage
    workshop: Workshop | None
    """Set up already, where processes are forked."""
    open_workshop: OpenWorkshop
    cards: Mapping[str, DrawnCard]
    """Drawn already; none for the first wave of few targets."""

    def __call__(self) -> None:
        workshop = self.workshop or self.open_workshop(self.cards)
        _Worker.bench = _Bench(self.wave, self.stage, workshop, not self.cards)


def _make_in_worker(numbers: Iterable[int]) -> _Chunk:
    with without_collecting():
        return _Worker.bench.make(numbers)


def _draw_in_worker(numbers: Iterable[int]) -> dict[str, DrawnCard]:
    """The cards of the owners of targets, each drawn while its target is in hand."""
    bench, cards = _Worker.bench, dict[str, DrawnCard]()
    with without_collecting():
        for number in numbers:
            cards |= _draw_card(bench.workshop.site, bench.wave[number].owner)
    return cards


def _draw_card(site: Site, slug: str) -> dict[str, DrawnCard]:
    """The card of a brand, if it is listed."""
    return {slug: draw_card(site, slug)} if site.catalogue.by_slug[slug].is_listed else {}


@dataclass(frozen=True, slots=True)
class Making:
    """How targets are made."""

    stage: Stage
    open_workshop: OpenWorkshop
    jobs: int
    limits: Limits
    """What a file that is of one brand may take; what shows many takes as long as it takes."""
    advance: Callable[[int], None]
    """Told how many more are done, as they are."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What came of targets."""

    staged: list[Staged]
    cards: dict[str, DrawnCard]


def run_targets(targets: Sequence[Target], making: Making) -> tuple[list[Staged], list[Ended[Target]]]:
    """Makes and stages targets; those on which the work had to be ended are left out and told.

    What comes back is in the order of ``targets``, whatever the number of jobs.
    """
    made: dict[str, Staged] = {}
    ended: list[Ended[Target]] = []
    with closing(_run_waves(targets, making)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Ended):
                ended.append(outcome)
                continue
            made.update((one.path, one) for one in outcome.staged)
            making.advance(len(outcome.staged))
    return [made[target.path] for target in targets if target.path in made], ended


def _run_waves(targets: Sequence[Target], making: Making) -> Generator[_Made | Ended[Target], None, None]:
    """Cards come first, each once and for all, for any brand may show any other; then what is of one, then the rest.

    Where few files are made, those of brands draw the cards that they show.
    """
    own = sorted((target for target in targets if target.owner), key=lambda target: (target.near, target.path))
    shared = [target for target in targets if not target.owner]
    is_small = making.jobs <= 1 or len(targets) < _SMALL
    jobs = 1 if is_small else making.jobs
    cards: dict[str, DrawnCard] = {}
    workshop = making.open_workshop(cards) if is_small or can_fork() else None
    if workshop and not is_small:
        workshop.site.compile_templates()
    if not is_small:
        pages = list({target.owner: target for target in own if target.rank is Rank.PAGE}.values())
        team = _gather(pages, making, making.limits, jobs, workshop, cards)
        with closing(work_through(range(len(pages)), _draw_in_worker, team)) as drawn:
            for several in drawn:
                if isinstance(several, Ended):
                    given_up = pages[several.item]
                    own = [target for target in own if target.owner != given_up.owner]
                    shared.clear()  # As below.
                    yield Ended(given_up, several.code)
                else:
                    cards.update(several)
    if workshop:
        workshop.site.cards.update(cards)
    for outcome in _run_wave(own, making, making.limits, jobs, workshop, cards):
        if isinstance(outcome, Ended):
            shared.clear()  # They are made when it is known which brands they show.
        else:
            cards.update(outcome.cards)
        yield outcome
    if workshop:
        workshop.site.cards.update(cards)
    yield from _run_wave(shared, making, None, jobs, workshop, cards, is_here=workshop is not None and is_small)


def _run_wave(
    wave: Sequence[Target],
    making: Making,
    limits: Limits | None,
    jobs: int,
    workshop: Workshop | None,
    cards: Mapping[str, DrawnCard],
    *,
    is_here: bool = False,
) -> Generator[_Made | Ended[Target], None, None]:
    """Makes targets in processes that can be ended; in this one where they cannot be had at once and it is ready."""
    numbers = range(len(wave))
    if workshop and (is_here or not can_fork()):
        outcomes = work_here(numbers, _Bench(wave, making.stage, workshop).make, limits)
    else:
        outcomes = work_through(numbers, _make_in_worker, _gather(wave, making, limits, jobs, workshop, cards))
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, Ended):
                yield Ended(wave[outcome.item], outcome.code)
            else:
                paths = (wave[number].path for number in outcome.made)
                placed = zip(paths, outcome.put, strict=True)
                staged = [Staged(path, making.stage.place(path) if put else None) for path, put in placed]
                yield _Made(staged, outcome.cards)


def _gather(
    wave: Sequence[Target],
    making: Making,
    limits: Limits | None,
    jobs: int,
    workshop: Workshop | None,
    cards: Mapping[str, DrawnCard],
) -> Team:
    """Who works on a wave."""
    size = max(1, -(-len(wave) // (jobs * _CHUNKS_PER_JOB)))
    return Team(jobs, size, limits, _Begin(wave, making.stage, workshop, making.open_workshop, cards))
