"""Runs targets: in process for small work, on a process pool for large, with the same bytes either way."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from showcase.compile.target import Target
from showcase.compile.workshop import Workshop

_SMALL: Final = 200
"""Fewer targets than this are made in process: starting a pool would cost more."""
_CHUNKS_PER_JOB: Final = 16
"""Enough chunks to even out slow and quick ones, few enough that handing them over costs nothing."""

OpenWorkshop = Callable[[], Workshop]


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

    def put(self, path: str, content: bytes) -> Staged:
        """Stages a file's bytes unless the site has them."""
        published = self.site / path
        try:
            if published.stat().st_size == len(content) and published.read_bytes() == content:
                return Staged(path, None)
        except OSError:
            pass  # Not there, or not readable: it is written anew.
        waiting = self.folder / path
        waiting.parent.mkdir(parents=True, exist_ok=True)
        waiting.write_bytes(content)
        return Staged(path, str(waiting))


class _Worker:
    """What a worker process keeps between chunks; a pool has no other place for it."""

    workshop: Workshop


def _start_worker(open_workshop: OpenWorkshop) -> None:
    _Worker.workshop = open_workshop()


def _make_in_worker(targets: Sequence[Target], stage: Stage) -> list[Staged]:
    return make_targets(targets, stage, _Worker.workshop)


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
        workshop = open_workshop()
        staged = []
        for target in targets:
            staged += make_targets([target], stage, workshop)
            advance(1)
        return staged
    chunks = _cut(targets, jobs * _CHUNKS_PER_JOB)
    with _open_pool(jobs, open_workshop) as pool:
        futures = {pool.submit(_make_in_worker, chunk, stage): index for index, chunk in enumerate(chunks)}
        made: dict[int, list[Staged]] = {}
        for future in as_completed(futures):
            made[futures[future]] = future.result()
            advance(len(chunks[futures[future]]))
    return [one for index in range(len(chunks)) for one in made[index]]


def _view(values: dict[Any, Any]) -> MappingProxyType[Any, Any]:
    return MappingProxyType(values)


# A worker that is not forked is handed the catalogue, whose mappings are views, which pickle does not know by itself.
ForkingPickler.register(MappingProxyType, lambda view: (_view, (dict(view),)))


@contextmanager
def _open_pool(jobs: int, open_workshop: OpenWorkshop) -> Iterator[Executor]:
    """A pool whose workers share what is already in memory where the system can fork.

    A process with threads, as a server is, is not forked: a lock that another thread holds would be held for ever.
    """
    forks = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    method = "fork" if forks else "spawn"
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(jobs, context, _start_worker, (open_workshop,)) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _cut(targets: Sequence[Target], count: int) -> list[Sequence[Target]]:
    size = max(1, -(-len(targets) // count))
    return [targets[start : start + size] for start in range(0, len(targets), size)]
