"""A burst of saves is one rebuild; the times are told, not waited for."""

from pathlib import Path

import pytest

from showcase.cli.serving.gathering import Gathering, Inbox

ONE, TWO = Path("a.md"), Path("b.md")


def test_is_due_when_a_save_is_over() -> None:
    gathering = Gathering()
    assert gathering.due(10) is None
    gathering.add(ONE, 10)
    assert gathering.due(10) == pytest.approx(0.06)
    gathering.add(TWO, 10.05)
    assert gathering.due(10.06) == pytest.approx(0.05)
    assert gathering.due(10.2) == 0


def test_hands_out_each_change_once() -> None:
    gathering = Gathering()
    for path in (TWO, ONE, TWO):
        gathering.add(path, 1)
    assert gathering.take() == (ONE, TWO)
    assert gathering.due(9) is None
    assert gathering.take() == ()


def test_waits_longer_while_many_files_change() -> None:
    gathering = Gathering()
    for number in range(50):
        gathering.add(Path(f"{number}.md"), 1)
    assert gathering.due(1.1) == pytest.approx(0.3)


def test_waits_no_longer_than_five_seconds() -> None:
    gathering = Gathering()
    for step in range(100):
        gathering.add(ONE, 1 + step * 0.05)
    assert gathering.due(5.99) == pytest.approx(0.01)
    assert gathering.due(6) == 0


def test_what_came_meanwhile_is_taken_at_once() -> None:
    times = iter([1.0, 1.01, 7.0])
    inbox = Inbox(lambda: next(times))
    inbox.note(ONE)
    inbox.note(TWO)
    assert inbox.wait() == (ONE, TWO)
