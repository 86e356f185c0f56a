"""The table, out of given measures: rows, ratios, and whether what is asked was seen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.bench import choose_works
from benchmarks.budgets import Weight, weigh_site
from benchmarks.measure import Measure
from benchmarks.record import Output, Result, Run, Work, choose_middle
from benchmarks.search import SearchFigures
from benchmarks.table import describe_run
from benchmarks.targets import TARGETS, judge_targets

GOLDEN = Path(__file__).with_name("golden") / "RESULTS.md"
MET = {
    Work.COLD: Measure(20.0, 38.0, 350_000_000),
    Work.UNCHANGED: Measure(0.4, 0.4, 100_000_000),
    Work.BRAND: Measure(0.8, 0.8, 110_000_000),
}
HUGO = {Work.COLD: Measure(40.0, 70.0, 1_000_000_000)}
LARGE = {Work.COLD: Measure(230.0, 430.0, 1_500_000_000)}


def take_once(measures: dict[Work, Measure] | None, usual: dict[Work, Measure]) -> dict[Work, list[Measure]]:
    return {work: [measure] for work, measure in (usual if measures is None else measures).items()}


def take_turns(turns: dict[Work, list[Measure]]) -> dict[Work, list[Measure]]:
    """As if there had been a quicker and a slower one besides."""
    return {
        work: [replace(one, wall=one.wall * 2), one, replace(one, wall=one.wall / 2)] for work, (one,) in turns.items()
    }


def make_run(
    ours: dict[Work, Measure] | None = None,
    hugo: dict[Work, Measure] | None = None,
    large: dict[Work, Measure] | None = None,
) -> Run:
    given = [
        Result(10_000, "ours", "Brand Showcase", take_once(ours, MET), Output(11_695, 519_000_000)),
        Result(10_000, "hugo", "Hugo 1.2.3", take_turns(take_once(hugo, HUGO)), Output(12_000, 280_000_000)),
        Result(100_000, "ours", "Brand Showcase", take_once(large, LARGE), None),
    ]
    weights = (Weight("scripts", 20_480, 20_480), Weight("styles", 20_480, 20_600))
    searches = (
        SearchFigures(2_000, 30_100, 150_000, 9.6, 100.4),
        SearchFigures(10_000, 98_000, 300_001, 20, 80),
    )
    return Run("2 cores.", {10_000: "8.0 KB a brand.", 100_000: "8.0 KB a brand."}, tuple(given), weights, searches)


def test_the_table_is_written_so(hold: Callable[[Path, str], None]) -> None:
    disturbed = {
        **MET,
        Work.UNCHANGED: Measure(0.4, 0.4, 100_000_000, stalled=0.3),
        Work.BRAND: replace(MET[Work.BRAND], memory=0),  # It ended before anybody looked.
    }
    stopped = {Work.COLD: Measure(600.1, 900.0, 2_000_000_000, stopped="stopped after 600 s")}
    hold(GOLDEN, describe_run(make_run(ours=disturbed, large=stopped)))


@pytest.mark.parametrize(
    ("walls", "stopped", "middle"),
    [([2.0], "", 2.0), ([3.0, 1.0, 2.0], "", 2.0), ([3.0, 1.0], "", 1.0), ([1.0, 9.0, 2.0], "stopped after 9 s", 9.0)],
)
def test_the_measure_in_the_middle_counts_unless_one_was_ended(walls: list[float], stopped: str, middle: float) -> None:
    measures = [Measure(wall, 1.0, 1, stopped=stopped if wall == max(walls) else "") for wall in walls]
    assert choose_middle(measures) == Measure(middle, 1.0, 1, stopped=stopped)


def test_a_site_is_weighed_as_it_is_sent(tmp_path: Path) -> None:
    for path, text in {
        "assets/showcase/script.js": "a" * 9000,
        "assets/showcase/find.js": "b" * 9000,
        "assets/showcase/style.css": "c" * 9000,
        "brands/light/index.html": "d" * 9000,
        "brands/heavy/index.html": "".join(map(chr, range(33, 9000))),
        "brands/index.html": "".join(map(chr, range(33, 20_000))),
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    scripts, styles, page = weigh_site(tmp_path)
    assert 0 < styles.seen < scripts.seen < 200
    assert 5_000 < page.seen < 27_000
    assert "`heavy`" in page.text


def test_what_is_exactly_as_asked_is_met() -> None:
    verdicts = judge_targets(make_run())
    assert [verdict.seen for verdict in verdicts] == pytest.approx([0.5, 0.35, 0.02, 0.4, 0.04, 0.8, 1.15, 1.5])
    assert [verdict.met for verdict in verdicts] == [True] * len(TARGETS)


@pytest.mark.parametrize(
    ("changed", "missed"),
    [
        ({"hugo": {Work.COLD: Measure(39.0, 70.0, 1_000_000_000)}}, {0}),
        ({"hugo": {Work.COLD: Measure(40.0, 70.0, 990_000_000)}}, {1}),
        ({"ours": {**MET, Work.UNCHANGED: Measure(0.41, 0.4, 1)}}, {2}),
        ({"ours": {**MET, Work.UNCHANGED: Measure(1.01, 0.4, 1)}}, {2, 3}),
        ({"ours": {**MET, Work.BRAND: Measure(0.81, 0.8, 1)}}, {4}),
        ({"ours": {**MET, Work.BRAND: Measure(1.51, 0.8, 1)}}, {4, 5}),
        ({"large": {Work.COLD: Measure(231.0, 430.0, 1_400_000_000)}}, {6}),
        ({"large": {Work.COLD: Measure(230.0, 430.0, 1_510_000_000)}}, {7}),
    ],
)
def test_what_is_more_than_asked_is_missed(changed: dict[str, dict[Work, Measure]], missed: set[int]) -> None:
    verdicts = judge_targets(make_run(**changed))
    assert {place for place, verdict in enumerate(verdicts) if verdict.met is False} == missed


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert {verdict.met for verdict in judge_targets(Run("2 cores.", {}, ()))} == {None}


def test_a_build_that_was_ended_shows_nothing() -> None:
    verdicts = judge_targets(make_run(hugo={Work.COLD: Measure(600.0, 1.0, 1, stopped="stopped after 600 s")}))
    assert [verdict.met for verdict in verdicts[:2]] == [None, None]


def test_a_verdict_on_a_disturbed_time_says_so() -> None:
    verdicts = judge_targets(make_run(hugo={Work.COLD: Measure(40.0, 70.0, 1_000_000_000, others=9.0)}))
    assert [verdict.disturbed for verdict in verdicts] == [True, *[False] * 7]


@pytest.mark.parametrize(
    ("measure", "disturbed"),
    [
        (Measure(10.0, 9.0, 1), False),
        (Measure(10.0, 9.0, 1, others=1.0, stalled=1.0), False),
        (Measure(10.0, 9.0, 1, others=1.1), True),
        (Measure(10.0, 9.0, 1, stalled=1.1), True),
        (Measure(0.3, 0.3, 1, others=0.09), False),
    ],
)
def test_a_measure_is_disturbed_by_what_takes_a_tenth_of_it(measure: Measure, disturbed: bool) -> None:
    assert measure.disturbed is disturbed


def test_a_large_size_measures_what_is_asked_and_no_more() -> None:
    assert choose_works("hugo", 100_000) == (Work.COLD,)
    assert Work.TEMPLATE not in choose_works("ours", 100_000)
    assert choose_works("material", 100_000) == choose_works("zensical", 100_000) == ()
    assert choose_works("material", 10_000) == choose_works("zensical", 10_000) == (Work.COLD,)
    assert choose_works("material", 1_000) == choose_works("hugo", 10_000) == tuple(Work)
