"""Runs targets: in process for small work, on a process pool for large, with the same bytes either way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from showcase.compile.target import Target
from showcase.compile.workshop import Workshop
from showcase.model.limits import Limits
from showcase.source.brand_folder import without_collecting
from showcase.source.pool import Ended, Team, can_fork, work_here, work_through
from showcase.views.card import draw_card
from showcase.views.drawn_card import DrawnCard

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

    def put(self, path: str, content: bytes) -> Staged:
        """Stages a file's bytes unless the site has them."""
        if not self._is_linked(path) and _holds(f"{self.site}/{path}", content):
            return Staged(path, None)
        # All wait in one folder: making and removing one for each would take as long as writing the files.
        waiting = f"{self.folder}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"
        with open(waiting, "wb") as file:  # noqa: PTH123 - a Path for each of many thousands is slow
            file.write(content)
        return Staged(path, waiting)

    def _is_linked(self, path: str) -> bool:
        return any(path == link or path.startswith(f"{link}/") for link in self.links)


def _holds(path: str, content: bytes) -> bool:
    """Whether a file is there and holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False


class _Worker:
    """What a worker process keeps between chunks; a pool has no other place for it."""

    workshop: Workshop


@dataclass(frozen=True, slots=True)
class _Chunk:
    """What came of a chunk."""

    staged: list[Staged]
    cards: dict[str, DrawnCard]
    """Cards of the brands whose pages were made, for the pages that list them."""


def _start_worker(shared: Workshop | None, open_workshop: OpenWorkshop, cards: Mapping[str, DrawnCard]) -> None:
    _Worker.workshop = shared or open_workshop(cards)


def _make_in_worker(stage: Stage, targets: Iterable[Target]) -> _Chunk:
    site = _Worker.workshop.site
    owners = set()
    staged = []
    with without_collecting():
        for target in targets:
            staged.append(_make(target, stage, _Worker.workshop))
            owners.add(target.owner)
        owners -= {""}
        cards = {slug: draw_card(site, slug) for slug in sorted(owners) if site.catalogue.by_slug[slug].is_listed}
    if owners:
        # Brands of one agency show one another and are made one after the other: few of these are asked for again.
        site.cards.clear()
    return _Chunk(staged, cards)


def _make(target: Target, stage: Stage, workshop: Workshop) -> Staged:
    return stage.put(target.path, target.recipe(workshop))


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


def _run_waves(targets: Sequence[Target], making: Making) -> Generator[_Chunk | Ended[Target], None, None]:
    """What belongs to a brand comes first, so that its card is drawn while the brand is at hand, once and for all."""
    own = sorted((target for target in targets if target.owner), key=lambda target: (target.near, target.path))
    shared = [target for target in targets if not target.owner]
    is_small = making.jobs <= 1 or len(targets) < _SMALL
    jobs = 1 if is_small else making.jobs
    cards: dict[str, DrawnCard] = {}
    workshop = making.open_workshop(cards) if is_small or can_fork() else None
    if workshop and not is_small:
        workshop.site.compile_templates()
    for outcome in _run_wave(own, making, making.limits, jobs, workshop, cards):
        if isinstance(outcome, Ended):
            shared.clear()  # They are made when it is known which brands they show.
        else:
            cards.update(outcome.cards)
        yield outcome
    if workshop:
        workshop.site.cards.update(cards)
    if workshop and is_small:
        yield from work_here(shared, partial(_make_here, making.stage, workshop), None)
    else:
        yield from _run_wave(shared, making, None, jobs, workshop, cards)


def _run_wave(
    targets: Sequence[Target],
    making: Making,
    limits: Limits | None,
    jobs: int,
    workshop: Workshop | None,
    cards: Mapping[str, DrawnCard],
) -> Generator[_Chunk | Ended[Target], None, None]:
    """Makes targets in processes that can be ended; in this one where they cannot be had at once and it is ready."""
    if workshop and not can_fork():
        return work_here(targets, partial(_make_here, making.stage, workshop), limits)
    size = max(1, -(-len(targets) // (jobs * _CHUNKS_PER_JOB)))
    team = Team(jobs, size, limits, partial(_start_worker, workshop, making.open_workshop, cards))
    return work_through(targets, partial(_make_in_worker, making.stage), team)


def _make_here(stage: Stage, workshop: Workshop, targets: Iterable[Target]) -> _Chunk:
    return _Chunk([_make(target, stage, workshop) for target in targets], {})
