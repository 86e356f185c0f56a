"""Runs targets: in process for small work, on a process pool for large, with the same bytes either way."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Sequence
from concurrent.futures import as_completed
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from showcase.compile.pool import open_pool
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
        if _holds(f"{self.site}/{path}", content):
            return Staged(path, None)
        # All wait in one folder: making and removing one for each would take as long as writing the files.
        waiting = f"{self.folder}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"
        with open(waiting, "wb") as file:  # noqa: PTH123 - a Path for each of many thousands is slow
            file.write(content)
        return Staged(path, waiting)


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
    with open_pool(jobs, partial(_start_worker, open_workshop)) as pool:
        futures = {pool.submit(_make_in_worker, chunk, stage): index for index, chunk in enumerate(chunks)}
        made: dict[int, list[Staged]] = {}
        for future in as_completed(futures):
            made[futures[future]] = future.result()
            advance(len(chunks[futures[future]]))
    return [one for index in range(len(chunks)) for one in made[index]]


def _cut(targets: Sequence[Target], count: int) -> list[Sequence[Target]]:
    size = max(1, -(-len(targets) // count))
    return [targets[start : start + size] for start in range(0, len(targets), size)]
