import errno
import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from showcase.compile.lock import hold_lock
from showcase.compile.survey import Survey, survey_folder, survey_second_share, survey_shares
from showcase.compile.survey_beside import Look, survey_beside

pytestmark = [
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
    pytest.mark.skipif(sys.platform != "linux", reason="other systems have no process beside"),
]

SKIP = frozenset({"stage"})


@pytest.fixture(autouse=True)
def forks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever threads other tests have left."""
    monkeypatch.setattr("showcase.compile.survey_beside.can_fork", lambda: True)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("large")
    for number in range(1_000):
        (folder / "brands" / str(number)).mkdir(parents=True)
        (folder / "brands" / str(number) / "page.html").touch()
    for path in ("index.html", "brands/7/index.html", "stage/index.html"):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(path)
    (folder / "link").symlink_to("index.html")
    return folder


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes that were begun."""
    processes: list[int] = []
    fork = os.fork

    def note() -> int:
        processes.append(fork())
        return processes[-1]

    monkeypatch.setattr(os, "fork", note)
    return processes


@pytest.mark.parametrize("jobs", [1, 2])
def test_tells_what_lies_in_a_folder(jobs: int, large: Path, begun: list[int]) -> None:
    here = survey_folder(large, skip=SKIP)
    with survey_beside(large, skip=SKIP, jobs=jobs) as look:
        assert len(begun) == jobs - 1
        found = look.survey
        assert look.survey is found
        assert look.sum == look.share_sum() == here.sum
    assert (found.files, found.links, sorted(found.folders)) == (here.files, here.links, sorted(here.folders))
    assert all(map(is_ended, begun))


def is_ended(process: int) -> bool:
    """Whether a process ends soon; it holds no lock, and nobody waits for it."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        with suppress(ChildProcessError):
            os.waitpid(process, os.WNOHANG)
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.005)
    return False


def test_where_the_system_lets_no_process_be_had(large: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, "fork", refuse)
    with survey_beside(large, skip=SKIP, jobs=2) as look:
        assert look.sum == survey_folder(large, skip=SKIP).sum
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, ())


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_has_nothing_else_to_do_takes_a_part_of_the_look(jobs: int, large: Path) -> None:
    with survey_beside(large, skip=SKIP, jobs=jobs) as look:
        assert look.share_sum() == survey_folder(large, skip=SKIP).sum


def test_two_shares_are_the_whole(large: Path) -> None:
    whole, (first, second) = survey_folder(large, skip=SKIP), survey_shares(large, skip=SKIP)
    assert survey_second_share(large, skip=SKIP).files == second.files
    assert 200 < len(second.files) < 500
    first.add(second)
    assert (first.files, first.links, sorted(first.folders)) == (whole.files, whole.links, sorted(whole.folders))


@pytest.mark.parametrize("ask", [lambda look: look.sum, lambda look: look.share_sum()])
def test_tells_it_too_where_the_process_was_ended(
    ask: Callable[[Look], int], large: Path, begun: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("showcase.compile.survey_beside.survey_shares", lambda *_, **__: time.sleep(60))
    with survey_beside(large, skip=SKIP, jobs=2) as look:
        os.kill(begun[0], signal.SIGKILL)
        assert ask(look) == survey_folder(large, skip=SKIP).sum
        assert look.survey.files == survey_folder(large, skip=SKIP).files


@pytest.mark.parametrize("take", [lambda look: look.survey, lambda look: look])
def test_ends_it_where_the_system_forgets_what_has_ended(
    take: Callable[[Look], object], large: Path, begun: list[int]
) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        with survey_beside(large, skip=SKIP, jobs=2) as look:
            take(look)
    finally:
        signal.signal(signal.SIGCHLD, before)
    assert is_ended(begun[0])


def test_holds_no_lock_of_the_build_that_began_it(
    large: Path, begun: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def linger(*args: Any, **options: Any) -> Iterator[Survey]:
        """Stays until it is ended, or it would close what it holds while one looks."""
        yield from survey_shares(*args, **options)
        time.sleep(60)

    monkeypatch.setattr("showcase.compile.survey_beside.survey_shares", linger)
    with hold_lock(large), survey_beside(large, skip=SKIP, jobs=2) as look:
        assert look.sum
        assert large not in [place.readlink() for place in Path(f"/proc/{begun[0]}/fd").iterdir()]


def test_starts_no_process_for_a_small_folder(tmp_path: Path, begun: list[int]) -> None:
    (tmp_path / "index.html").touch()
    with survey_beside(tmp_path, skip=SKIP, jobs=2) as look:
        assert not begun
        assert look.survey == survey_folder(tmp_path)


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    with survey_beside(tmp_path / "nowhere", skip=SKIP, jobs=2) as look:
        assert not look.survey.files
