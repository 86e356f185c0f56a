from __future__ import annotations

import re

import pytest

from showcase.cli.fault_report import describe_faults
from showcase.model.faults import Fault, Place

FAULT = Fault(
    "unknown-key", Place("brands/a.md", 12, 3, 2, "  口号: 快"), "口号", {"key": "口号", "suggestion": "slogan"}
)


def test_colours_change_nothing_but_the_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    painted = describe_faults([FAULT], colors=True)
    assert "\x1b[" in painted
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == describe_faults([FAULT])


def test_carets_stand_below_what_is_meant() -> None:
    lines = describe_faults([FAULT]).splitlines()
    assert lines[3:5] == ["12 |   口号: 快", "   |   ^^^^"]


def test_brackets_in_a_text_are_no_markup() -> None:
    fault = Fault("unknown-key", Place("brands/[red]a.md", 1, 1, 1, "[bold]x[/bold]"), "", {"key": "[/]"})
    painted = describe_faults([fault], colors=True)
    assert "[red]" in painted
    assert "[bold]x[/bold]" in re.sub(r"\x1b\[[0-9;]*m", "", painted)


@pytest.mark.parametrize(
    ("count", "summary"),
    [(0, "0 errors, 0 warnings, 0 pieces of advice"), (1, "1 error, 0 warnings, 0 pieces of advice")],
)
def test_the_summary_counts(count: int, summary: str) -> None:
    assert describe_faults([FAULT] * count, "en").splitlines()[-1] == summary


def test_the_same_fault_is_told_once() -> None:
    assert describe_faults([FAULT, FAULT]) == describe_faults([FAULT])


@pytest.mark.parametrize(
    ("warnings", "told"),
    [
        (0, ["1 error"]),
        (1, ["1 error", "1 warning; python build.py check shows it."]),
        (2, ["1 error", "2 warnings; python build.py check shows them."]),
    ],
)
def test_beside_errors_warnings_are_counted_alone(warnings: int, told: list[str]) -> None:
    faults = [Fault("unknown-key", Place("m.md")), Fault("slogan-length", Place("a.md"))]
    faults += [Fault("name-long", Place("b.md", line)) for line in range(1, warnings + 1)]
    lines = describe_faults(faults, "en", errors_only=True).splitlines()
    assert [line for line in lines if ".md" in line] == [" --> m.md:1:1"]
    assert lines[lines.index("") + 1 :] == told
