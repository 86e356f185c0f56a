"""Two builds at once: the second ends at once, touches nothing and says why; the lock of one that died is free."""

import contextlib
import errno
import fcntl
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from showcase.compile.lock import LockedError, hold_lock

Build = Callable[..., Any]
Scene = Any  # of conftest.py


@contextlib.contextmanager
def stopped_build(scene: Scene, *args: str) -> Iterator[Any]:
    """A build that stands still in the middle of publishing."""
    stopped = scene.build(scene.restore(), "build", *args, do="stop", kind="rename", at=12)
    assert stopped.code is None, stopped.err
    try:
        yield stopped
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(stopped.pid, signal.SIGKILL)


@pytest.mark.parametrize(
    ("first", "second", "named"),
    [
        ((), (), ".cache"),
        ((), ("--site", "other"), ".cache"),
        ((), ("--cache", "other"), "site"),
        (("--site", "new", "--cache", "one"), ("--site", "new", "--cache", "two", "--force"), "new"),
    ],
    ids=["same", "same cache", "same site", "same new site"],
)
def test_the_second_ends_at_once(
    scene: Scene,
    build_in_process: Build,
    read_tree: Callable[[Path], dict[str, bytes]],
    first: tuple[str, ...],
    second: tuple[str, ...],
    named: str,
) -> None:
    with stopped_build(scene, *first) as one:
        # The second does not even read what it would have to tell of.
        faulty = scene.project / "brands/faulty.md"
        faulty.write_text("---\nname: 坏\n---\n", encoding="utf-8")
        before = read_tree(scene.project)
        two = build_in_process(scene.project, "build", *second)
        assert (two.code, two.out) == (2, "")
        assert two.err == f"error: another build is under way in {named}; wait for it to end.\n"
        after = read_tree(scene.project)
        assert [path for path in before if after.get(path) != before[path]] == []
        assert not (scene.project / "other/index.html").exists()
        faulty.unlink()
        os.killpg(one.pid, signal.SIGCONT)
        assert build_in_process(scene.project, pid=one.pid).code == 0
    assert read_tree(scene.project / (first[1] if first else "site")) == scene.new


@pytest.mark.parametrize("second", [(), ("--cache", "other")], ids=["same", "same site"])
def test_the_lock_of_a_dead_build_is_free(scene: Scene, build_in_process: Build, second: tuple[str, ...]) -> None:
    with stopped_build(scene) as one:
        os.killpg(one.pid, signal.SIGKILL)
        assert build_in_process(scene.project, pid=one.pid).code == -signal.SIGKILL
        scene.check_mended(*second)


def test_a_lock_holds_once(tmp_path: Path) -> None:
    with hold_lock(tmp_path / "a"), pytest.raises(LockedError, match="a"), hold_lock(tmp_path / "a"):
        pytest.fail("two hold it")
    assert list(tmp_path.iterdir()) == []


def test_a_file_system_without_locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As some network shares are: builds are not held apart there, rather than refused for ever."""

    def refuse(_descriptor: int, _operation: int) -> None:
        raise OSError(errno.EBADF, "Bad file descriptor")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with hold_lock(tmp_path):
        assert tmp_path.is_dir()


def test_a_folder_that_was_swept_meanwhile_is_not_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fcntl, "flock", lambda _descriptor, _operation: (tmp_path / "a").rmdir())
    with pytest.raises(LockedError), hold_lock(tmp_path / "a"):
        pytest.fail("a folder that is gone is held")
