"""Changes are seen, by what the system tells and by looking."""

import errno
import shutil
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
