"""The results as Markdown: what everything took, ratios side by side, and the targets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.budgets import Weight
from benchmarks.measure import Measure
from benchmarks.record import Result, Run, Work
from benchmarks.search import LONGEST, SearchFigures
from benchmarks.targets import Verdict, judge_targets

_COLUMNS = (
    "work",
    "program",
    "wall",
    "CPU",
    "peak memory",
    "wall beside ours",
    "CPU beside ours",
    "memory beside ours",
    "wall beside its cold",
)
_HEAD = f"| {' | '.join(_COLUMNS)} |\n| --- | ---{' | ---:' * (len(_COLUMNS) - 2)} |\n"
_MARK = " †"
_MET = {True: "yes", False: "**no**", None: "not in this run"}
_READING = """\
Read the ratios, not the seconds: one machine, one run, one after the other on the same files. *Beside ours*
is a program's figure divided by that of Brand Showcase for the same work; *beside its cold*, by its own cold build.
Memory is the proportional set size of the whole process tree, looked at every 0.2 s, at first more often. How the
peers are set up, what they leave out and what is fair about it: [README.md](README.md). What was measured in several
turns is told of the one in the middle, by its wall time, with the shortest and the longest in brackets.

† disturbed: meanwhile other processes took more than a tenth of the wall time on the processor, or the whole machine
stood waiting for the disk so long (a large output can cause that by itself). Such a wall time, and a ratio or a verdict
made of it, is no evidence; CPU and memory suffer less.
"""


def describe_run(run: Run) -> str:
    """The whole file."""
    counts = sorted({result.count for result in run.results})
    sections = "".join(_describe_size(run, count) for count in counts)
    asked = _describe_targets(judge_targets(run)) + _describe_weights(run.weights) + _describe_searches(run.searches)
    return f"# Results\n\n{run.machine}\n\n{_READING}\n{asked}{sections}"


def _describe_targets(verdicts: list[Verdict]) -> str:
    head = "## What is asked\n\n| of Brand Showcase | at most | seen | met |\n| --- | ---: | ---: | --- |\n"
    return head + "".join(
        f"| {verdict.target.text} | {_write(verdict, verdict.target.most)} | {_write(verdict, verdict.seen)} "
        f"| {_MET[verdict.met]}{' †' if verdict.disturbed else ''} |\n"
        for verdict in verdicts
    )


def _describe_weights(weights: Sequence[Weight]) -> str:
    head = "\n| a visitor loads of the demonstration, gzipped | at most | seen | met |\n| --- | ---: | ---: | --- |\n"
    rows = (f"| {one.text} | {_kib(one.most)} | {_kib(one.seen)} | {_MET[one.held]} |\n" for one in weights)
    return head + "".join(rows) if weights else ""


def _describe_searches(searches: Sequence[SearchFigures]) -> str:
    head = "\n| a visitor who searches, in Chromium | at most | seen | met |\n| --- | ---: | ---: | --- |\n"
    rows = (row for one in searches for row in _iterate_search(one))
    return head + "".join(rows) if searches else ""


def _iterate_search(one: SearchFigures) -> Iterator[str]:
    names, whole, most = (f"{size / 1000:.1f} KB" for size in (one.names, one.whole, one.most))
    about = f"| {one.count:,} brands: "
    yield f"{about}a first search fetches, names alone | | {names} | |\n"
    yield f"{about}a first search fetches, with the full text | {most} | {whole} | {_MET[one.whole <= one.most]} |\n"
    yield f"{about}keystroke to what is found by name, median | | {one.median:.0f} ms | |\n"
    yield f"{about}the same, longest | {LONGEST:.0f} ms | {one.longest:.0f} ms | {_MET[one.longest <= LONGEST]} |\n"


def _kib(size: int) -> str:
    return f"{size / 1024:.1f} KiB"


def _write(verdict: Verdict, value: float | None) -> str:
    return "" if value is None else verdict.target.form.format(value)


def _describe_size(run: Run, count: int) -> str:
    results = list(run.of(count))
    rows = "".join(row for work in Work for row in _iterate_rows(run, results, work))
    outputs = "".join(_describe_output(result) for result in results)
    about = f"\n## {count:,} brands\n\n{run.corpora[count]}\n\n"
    return f"{about}{_HEAD}{rows}\n| program | files | bytes |\n| --- | ---: | ---: |\n{outputs}"


def _iterate_rows(run: Run, results: list[Result], work: Work) -> Iterator[str]:
    for result in results:
        measure = result.measures.get(work)
        if measure is not None:
            cold = run.measure(result.count, result.program, Work.COLD)
            ours = run.measure(result.count, "ours", work)
            span = _describe_span(result.turns[work])
            yield _describe_measure((work, result.title, span), measure, ours, cold)


def _describe_span(measures: Sequence[Measure]) -> str:
    """The shortest and the longest of several turns."""
    walls = sorted(measure.wall for measure in measures)
    return f" ({walls[0]:,.2f}–{walls[-1]:,.2f})" if len(walls) > 1 else ""


def _describe_measure(
    named: tuple[Work, str, str], measure: Measure, ours: Measure | None, cold: Measure | None
) -> str:
    """A row; ``named`` is the work, the program, and what its turns took."""
    work, title, span = named
    memory = f"{measure.memory / 1e6:,.0f} MB" if measure.memory else ""
    if measure.stopped:
        return f"| {work} | {title} | {measure.stopped} | {measure.cpu:,.1f} s | {memory} |{' |' * 4}\n"
    mark = _MARK if measure.disturbed else ""
    taken = (f"{measure.wall:,.2f} s{mark}{span}", f"{measure.cpu:,.2f} s", memory)
    ratios = (
        _divide_walls(measure, ours),
        f"{measure.cpu / ours.cpu:.2f}" if ours and ours.cpu else "",
        f"{measure.memory / ours.memory:.2f}" if ours and ours.memory and measure.memory else "",
        _divide_walls(measure, cold),
    )
    return f"| {work} | {title} | {' | '.join((*taken, *ratios))} |\n"


def _divide_walls(one: Measure, other: Measure | None) -> str:
    """A ratio of wall times; it is no better than the worse of the two."""
    if other is None:
        return ""
    return f"{one.wall / other.wall:.2f}{_MARK if one.disturbed or other.disturbed else ''}"


def _describe_output(result: Result) -> str:
    if result.output is None:
        return ""
    return f"| {result.title} | {result.output.files:,} | {result.output.size / 1e6:,.1f} MB |\n"
