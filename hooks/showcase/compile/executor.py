"""Runs targets: in process for small work, on a process pool for large, with the same bytes either way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from showcase.compile.pool import can_fork, open_pool
from showcase.compile.target import Target
from showcase.compile.workshop import Workshop
from showcase.source.brand_folder import without_collecting
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


def _make_in_worker(targets: Sequence[Target], stage: Stage) -> _Chunk:
    site = _Worker.workshop.site
    with without_collecting():
        staged = make_targets(targets, stage, _Worker.workshop)
        owners = {target.owner for target in targets} - {""}
        cards = {slug: draw_card(site, slug) for slug in sorted(owners) if site.catalogue.by_slug[slug].is_listed}
    if owners:
        # Brands of one agency show one another and are made one after the other: few of these are asked for again.
        site.cards.clear()
    return _Chunk(staged, cards)


def make_targets(targets: Sequence[Target], stage: Stage, workshop: Workshop) -> list[Staged]:
    """Makes and stages targets one after the other."""
    return [stage.put(target.path, target.recipe(workshop)) for target in targets]


def run_targets(
    targets: Sequence[Target], stage: Stage, open_workshop: OpenWorkshop, *, jobs: int, advance: Callable[[int], None]
) -> list[Staged]:
    """Makes and stages all targets; ``advance`` is told how many more are done, as they are.

    What comes back is in the order of ``targets``, whatever the number of jobs.
    """
    if jobs <= 1 or len(targets) < _SMALL:
        workshop = open_workshop({})
        staged = []
        for target in targets:
            staged += make_targets([target], stage, workshop)
            advance(1)
        return staged
    # What belongs to a brand comes first, so that its card is drawn while the brand is at hand, once and for all.
    made: dict[str, Staged] = {}
    cards: dict[str, DrawnCard] = {}
    shared = open_workshop(cards) if can_fork() else None
    if shared:
        shared.site.compile_templates()
    own = sorted((target for target in targets if target.owner), key=lambda target: (target.near, target.path))
    for wave in (own, [target for target in targets if not target.owner]):
        if shared:
            shared.site.cards.update(cards)
        with open_pool(jobs, partial(_start_worker, shared, open_workshop, cards)) as pool:
            futures = [pool.submit(_make_in_worker, chunk, stage) for chunk in _cut(wave, jobs * _CHUNKS_PER_JOB)]
            for future in as_completed(futures):
                chunk = future.result()
                made.update((one.path, one) for one in chunk.staged)
                cards.update(chunk.cards)
                advance(len(chunk.staged))
    return [made[target.path] for target in targets]


def _cut(targets: Sequence[Target], count: int) -> list[Sequence[Target]]:
    size = max(1, -(-len(targets) // count))
    return [targets[start : start + size] for start in range(0, len(targets), size)]
