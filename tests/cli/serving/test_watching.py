"""Changes are seen, by what the system tells and by looking."""

import errno
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue

import pytest

from showcase.cli.serving import watching
from showcase.cli.serving.scope import Scope
from showcase.cli.serving.watching import Watcher

Start = Callable[..., Watcher]


@pytest.fixture
def seen() -> Queue[Path]:
    return Queue()


@pytest.fixture
def start(tmp_path: Path, seen: Queue[Path], monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Watches two folders, of which one is not there yet."""
    (tmp_path / "brands/haoban").mkdir(parents=True, exist_ok=True)
    monkeypatch.setattr(watching, "_PAUSE", 0.02)
    started = []

    def begin(*, polls: bool) -> Watcher:
        watcher = Watcher(seen.put, polls=polls)
        started.append(watcher)
        watcher.cover(Scope.of([tmp_path / "brands", tmp_path / "docs"]))
        return watcher

    yield begin
    for watcher in started:
        watcher.stop()


def await_change(seen: Queue[Path], path: Path) -> None:
    """Takes changes until one is of a path; raises ``queue.Empty`` if there is none."""
    while seen.get(timeout=20) != path:
        pass


@pytest.mark.parametrize("polls", [False, True], ids=["told", "looking"])
def test_sees_files_written_renamed_and_removed(start: Start, seen: Queue[Path], tmp_path: Path, polls: bool) -> None:
    start(polls=polls)
    file = tmp_path / "brands/haoban/index.md"
    file.write_text("a", encoding="utf-8")
    await_change(seen, file)
    other = file.with_name(".index.md.tmp")
    other.write_text("another", encoding="utf-8")
    other.replace(file)
    await_change(seen, file)
    file.unlink()
    await_change(seen, file)


def test_sees_a_folder_come_go_and_come_back(start: Start, seen: Queue[Path], tmp_path: Path) -> None:
    watcher = start(polls=False)
    docs = tmp_path / "docs"
    for _ in range(2):
        docs.mkdir()
        await_change(seen, docs)
        watcher.cover(Scope.of([tmp_path / "brands", docs]))
        (docs / "index.md").touch()
        await_change(seen, docs / "index.md")
        shutil.rmtree(docs)
        await_change(seen, docs)


@pytest.mark.skipif(sys.platform != "linux", reason="only what watches there has a word to say about it")
def test_sees_a_folder_that_was_moved_out_and_back_without_a_word(
    start: Start, seen: Queue[Path], tmp_path: Path
) -> None:
    """A warning would be an error here, and end the thread that watches."""
    start(polls=False)
    folder, away = tmp_path / "brands/haoban", tmp_path / "haoban"
    for _ in range(2):
        folder.rename(away)
        await_change(seen, folder)
        away.rename(folder)
        await_change(seen, folder)
        (folder / "index.md").touch()
        await_change(seen, folder / "index.md")


def test_looks_where_the_system_watches_no_more(
    start: Start, seen: Queue[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise OSError(errno.ENOSPC, "inotify watch limit reached")

    monkeypatch.setattr(watching, "Observer", refuse)
    watcher = start(polls=False)
    assert watcher.polls
    (tmp_path / "brands/a.md").touch()
    await_change(seen, tmp_path / "brands/a.md")


def test_reading_is_no_change(start: Start, seen: Queue[Path], tmp_path: Path) -> None:
    file = tmp_path / "brands/a.md"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    start(polls=False)
    file.read_bytes()
    (tmp_path / "brands/b.md").touch()
    assert seen.get(timeout=20) == tmp_path / "brands/b.md"
