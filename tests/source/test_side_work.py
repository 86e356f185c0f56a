"""Work done beside: there when it is asked for, or told to be missing, and nothing of it is left at the end."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest

from showcase.source import side_work
from showcase.source.side_work import work_beside

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="only there processes share memory"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forks, though the tests have threads of their own."""
    monkeypatch.setattr(side_work, "can_fork", lambda: True)


def refuse() -> NoReturn:
    raise OSError("no more processes")


def fail() -> NoReturn:
    raise LookupError("not there")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "file"


@pytest.fixture
def write(file: Path) -> Callable[[], None]:
    """Tells which process did it."""
    return lambda: file.write_text(str(os.getpid()))  # type: ignore[return-value]


def test_another_process_does_it(file: Path, write: Callable[[], None]) -> None:
    with work_beside(write, jobs=2) as is_done:
        assert is_done is not None
        assert is_done()
        assert is_done()
    assert int(file.read_text()) != os.getpid()


@pytest.mark.parametrize("why", ["one core", "threads", "no more processes"])
def test_where_no_process_can_be_had(
    file: Path, write: Callable[[], None], monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    if why == "threads":
        monkeypatch.setattr(side_work, "can_fork", lambda: False)
    if why == "no more processes":
        monkeypatch.setattr(os, "fork", refuse)
    with work_beside(write, jobs=1 if why == "one core" else 2) as is_done:
        assert is_done is None
    assert not file.exists()


@pytest.mark.parametrize("work", [fail, lambda: os.kill(os.getpid(), signal.SIGKILL)], ids=["fails", "is killed"])
def test_what_fails_is_told_and_says_nothing(work: Callable[[], None], capfd: pytest.CaptureFixture[str]) -> None:
    with work_beside(work, jobs=2) as is_done:
        assert is_done is not None
        assert not is_done()
    assert capfd.readouterr() == ("", "")


def test_it_is_not_trusted_where_the_system_forgets_how_it_ended(write: Callable[[], None]) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with work_beside(write, jobs=2) as is_done:
            assert is_done is not None
        assert not is_done()
    finally:
        signal.signal(signal.SIGCHLD, before)


def test_nothing_of_it_is_left_when_nobody_waits_for_it(file: Path) -> None:
    os.mkfifo(file)

    def write_and_wait() -> None:
        file.write_text(str(os.getpid()))
        time.sleep(600)

    with work_beside(write_and_wait, jobs=2):
        process = int(file.read_text())
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
