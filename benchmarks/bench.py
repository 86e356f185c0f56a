"""Programs at one size: their projects laid out, built cold, unchanged and edited, and their sites copied."""

from __future__ import annotations

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.environment import locked_version
from benchmarks.measure import Limits, Measure, measure_command
from benchmarks.programs.program import SHELF, Program
from benchmarks.record import Output, Result, Work

_SETTLE = 3.0
"""Seconds after which a program trusts the time of a file that was just written."""
_LARGE = 10_000
"""Brands above which less is measured."""
_SLOW = {"material", "zensical"}
"""Programs that take minutes for thousands of brands, and as long for an edit as for all."""
_SLOW_ABOVE = 1_000
"""Brands above which they are built cold and no more."""
_AGAIN = {"ours": (Work.COLD, Work.UNCHANGED, Work.BRAND), "hugo": (Work.COLD,)}
"""What is measured in every turn: the rest is in the first alone."""
_COPY = (sys.executable, "-c", "import shutil, sys; shutil.copytree(sys.argv[1], 'copy')")


def choose_works(program: str, count: int) -> tuple[Work, ...]:
    """What is measured of a program at a size; of a very large one what is asked, and of Hugo whether it can at all."""
    if count <= _LARGE:
        return (Work.COLD,) if program in _SLOW and count > _SLOW_ABOVE else tuple(Work)
    by_program = {
        "ours": (Work.COLD, Work.UNCHANGED, Work.BRAND, Work.FLOOR),
        "hugo": (Work.COLD,),
    }
    return by_program.get(program, ())


def measure_programs(programs: Sequence[Program], corpus: Corpus, limits: Limits, turns: int) -> list[Result]:
    """Measures programs on a corpus; their projects stay.

    For minutes after many files were removed, ext4 takes twice as long over every new one: whoever came next would pay.
    A machine is quicker at one moment than at the next, so what is held against each other is measured in turns, each
    in a project of its own, and the middle one counts.
    """
    wanted = [(program, works) for program in programs if (works := choose_works(program.name, corpus.count))]
    results = {program.name: _measure_program(program, corpus, works, limits, 1) for program, works in wanted}
    for turn in range(2, turns + 1 if corpus.count <= _LARGE else 1):
        for program, works in wanted:
            again = tuple(work for work in _AGAIN.get(program.name, ()) if work in works)
            if again and not results[program.name].is_stopped:
                more = _measure_program(program, corpus, again, limits, turn)
                for work, measure in more.measures.items():
                    results[program.name].turns[work].append(measure)
    return list(results.values())


def _measure_program(program: Program, corpus: Corpus, works: tuple[Work, ...], limits: Limits, turn: int) -> Result:
    version = locked_version(program.name, program.lock) if program.lock else ""
    result = Result(corpus.count, program.name, f"{program.title} {version}".strip())
    folder = SHELF / "projects" / f"{program.name}-{corpus.count}-{turn}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        program.lay_out(corpus, folder)
        time.sleep(_SETTLE)
        for work in works:
            measure = _measure_work(program, folder, work, limits)
            print(f"{corpus.count:,} {program.name} {work}: {measure.wall:.2f} s {measure.stopped}", flush=True)
            result.turns[work] = [measure]
            if measure.stopped:
                return result
    finally:
        output = _weigh(folder / program.output)
    return replace(result, output=output)


def _measure_work(program: Program, folder: Path, work: Work, limits: Limits) -> Measure:
    # Git would look for a repository above the project, and find this one.
    environment = {"GIT_CEILING_DIRECTORIES": str(SHELF), **program.environment}
    if work is Work.BRAND:
        program.brand.apply(folder)
    elif work is Work.TEMPLATE:
        program.template.apply(folder)
    command = (*_COPY, program.output) if work is Work.FLOOR else program.command
    return measure_command(command, folder, environment, limits)


def _weigh(site: Path) -> Output:
    sizes = [path.stat().st_size for path in _iterate_files(site)]
    return Output(len(sizes), sum(sizes))


def _iterate_files(folder: Path) -> Iterator[Path]:
    return (Path(base, name) for base, _, names in os.walk(folder) for name in names)
