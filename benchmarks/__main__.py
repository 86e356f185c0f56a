"""``make bench``: measures this program and its peers and writes RESULTS.md, see README.md."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.bench import measure_programs
from benchmarks.budgets import weigh_demonstration
from benchmarks.corpus import Corpus, keep_corpus
from benchmarks.measure import Limits
from benchmarks.programs.hugo import describe_hugo
from benchmarks.programs.material import describe_material
from benchmarks.programs.ours import describe_ours
from benchmarks.programs.program import SHELF, Program
from benchmarks.programs.zensical import describe_zensical
from benchmarks.record import Run
from benchmarks.search import measure_search
from benchmarks.table import describe_run

_PROGRAMS: dict[str, Callable[[], Program]] = {
    "ours": describe_ours,
    "hugo": describe_hugo,
    "material": describe_material,
    "zensical": describe_zensical,
}
_SEARCH = "search"
_PARTS = (*_PROGRAMS, _SEARCH)
_SEARCHED = 10_000
"""Brands above which the search is not looked at."""
_RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measures what is asked for and writes the table."""
    options = _read_options()
    cores = sorted(os.sched_getaffinity(0))[: options.cores]
    os.sched_setaffinity(0, cores)
    limits = Limits(options.limit, int(_read_memory() * 0.9))
    programs = [_PROGRAMS[name]() for name in options.only if name != _SEARCH]
    try:
        text = _measure(options, programs, limits, len(cores))
    finally:
        shutil.rmtree(SHELF / "projects", ignore_errors=True)
    print(text)


def _measure(options: argparse.Namespace, programs: Sequence[Program], limits: Limits, cores: int) -> str:
    """Measures size after size, and writes the table after each, so that who has no patience for the largest has it."""
    text = ""
    corpora, results, searches = {}, [], []
    for count in options.counts:
        corpus = keep_corpus(SHELF / "corpora", count)
        corpora[count] = _describe_corpus(corpus)
        results += measure_programs(programs, corpus, limits, options.turns)
        if _SEARCH in options.only and count <= _SEARCHED:
            searches += [found] if (found := measure_search(corpus)) else []
        run = Run(_describe_machine(cores), corpora, tuple(results), weigh_demonstration(), tuple(searches))
        text = describe_run(run)
        options.results.write_text(text, "utf-8")
    return text


def _read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make bench ARGS=…", description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[1_000, 10_000], metavar="COUNT", help="brands")
    parser.add_argument("--only", type=_read_names, default=list(_PARTS), help=f"some of {','.join(_PARTS)}")
    parser.add_argument("--cores", type=int, default=2, help="cores that every program may use (2)")
    parser.add_argument("--limit", type=float, default=1800, help="seconds after which a command is ended (1800)")
    parser.add_argument("--turns", type=int, default=3, help="how often what is compared is measured (3)")
    parser.add_argument("--results", type=Path, default=_RESULTS, help="file that is written (benchmarks/RESULTS.md)")
    return parser.parse_args()


def _read_names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - set(_PARTS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}")
    return names


def _read_memory() -> int:
    """Bytes that are free for a program."""
    lines = Path("/proc/meminfo").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("MemAvailable:"))


def _describe_machine(cores: int) -> str:
    # Of the same version, one is a tenth quicker than another, by how it was compiled.
    python = f"Python {platform.python_version()} ({_show_path(Path(sys.executable).resolve())})"
    return f"{cores} cores, {platform.machine()}, {platform.system()}, {python}."


def _show_path(path: Path) -> str:
    home = Path.home()
    return f"~/{path.relative_to(home)}" if path.is_relative_to(home) else str(path)


def _describe_corpus(corpus: Corpus) -> str:
    each = corpus.text_bytes() / corpus.count / 1000
    return f"{each:.1f} KB of text a brand, {len(corpus.agencies):,} agencies, {corpus.pictures:,} pictures."


if __name__ == "__main__":
    main()
