"""A record that is damaged, foreign or newer is thrown away with a line saying so, and never trusted."""

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

TOLD = "The record of the last build cannot be used ("

Scene = Any  # of conftest.py


def execute(statement: str, *values: object) -> Callable[[Path], None]:
    """Harm done through SQLite itself, which leaves a file that is sound in its eyes."""

    def harm(store: Path) -> None:
        with closing(sqlite3.connect(store)) as connection, connection:
            assert connection.execute(statement, values).rowcount != 0

    return harm


def spoil(seed: int) -> Callable[[Path], None]:
    """Random bytes at random places."""

    def harm(file: Path) -> None:
        chance = random.Random(seed)
        content = bytearray(file.read_bytes())
        for _ in range(40):
            content[chance.randrange(len(content))] = chance.randrange(256)
        file.write_bytes(content)

    return harm


def spoil_text(before: bytes, after: bytes) -> Callable[[Path], None]:
    """A word inside the values, which SQLite does not notice."""

    def harm(store: Path) -> None:
        content = store.read_bytes()
        assert before in content
        store.write_bytes(content.replace(before, after))

    return harm


def shorten(share: float) -> Callable[[Path], None]:
    def harm(file: Path) -> None:
        os.truncate(file, round(file.stat().st_size * share))

    return harm


def lay_folder(file: Path) -> None:
    file.unlink(missing_ok=True)
    (file / "deep").mkdir(parents=True)


def write(content: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(content)


def lay_beside(suffix: str, harm: Callable[[Path], object]) -> Callable[[Path], object]:
    """Harm to one of the files that SQLite lays beside the store."""
    return lambda store: harm(store.with_name(store.name + suffix))


HARMS: dict[str, Callable[[Path], object]] = {
    "no database": write(b"{}" * 5000),
    "half a database": shorten(0.5),
    "all but the end": shorten(0.97),
    "a head alone": shorten(0.001),
    **{f"random bytes {seed}": spoil(seed) for seed in range(3)},
    "folder": lay_folder,
    "folder for the log": lay_beside("-wal", lay_folder),
    "newer": execute("PRAGMA user_version = 99"),
    "foreign": execute("UPDATE state SET value = '\"theirs\"' WHERE name = 'identity'"),
    "other tables": execute("ALTER TABLE brands RENAME TO songs"),
    "other columns": execute("ALTER TABLE state RENAME COLUMN value TO worth"),
    "no ledger": execute("DELETE FROM pages"),
    "no files": execute("DELETE FROM files"),
    "half of the files": execute("DELETE FROM files WHERE lot % 2"),
    "no brands": execute("DELETE FROM brands"),
    "texts of nothing": execute("UPDATE pages SET texts = '[]'"),
    "numbers": execute("UPDATE state SET value = 5 WHERE name != 'identity'"),
    "other JSON": execute("UPDATE state SET value = '[1, [2], {}]' WHERE name != 'identity'"),
    "no JSON": execute("UPDATE state SET value = 'ledger' WHERE name != 'identity'"),
    "notes mixed up": execute("UPDATE pages SET number = number + 1"),
    "files of nothing": execute("UPDATE files SET rows = CAST(? AS BLOB)", "[]"),
    "files mixed up": execute("UPDATE files SET rows = (SELECT rows FROM files LIMIT 1 OFFSET 2)"),
    "bytes": execute("UPDATE state SET value = ? WHERE name != 'identity'", b"\xff\xfe"),
    "brands mixed up": execute("UPDATE brands SET value = (SELECT value FROM brands LIMIT 1 OFFSET 2)"),
    "brands of nothing": execute("UPDATE brands SET value = '{}'"),
    "half a character": execute("UPDATE brands SET value = CAST(? AS TEXT)", b"\xe5\xa5"),
    "a word in a value": spoil_text("好办快办".encode(), "坏办快办".encode()),
}
QUIET = {"no ledger"}
"""What cannot be told from a record of nothing."""


@pytest.mark.parametrize("name", HARMS)
def test_a_damaged_store(scene: Scene, name: str) -> None:
    HARMS[name](scene.restore() / ".cache/store.sqlite")
    told = scene.check_mended()
    if not name.startswith("random"):  # Not every byte is one that this build has to read.
        assert (TOLD in told.err) == (name not in QUIET), told.err
    assert TOLD not in scene.check_mended().err


@pytest.mark.parametrize("suffix", ["-wal", "-shm"])
def test_what_a_kill_left_beside_the_store(scene: Scene, suffix: str) -> None:
    store = scene.restore() / ".cache/store.sqlite"
    lay_beside(suffix, write(random.Random(7).randbytes(50_000)))(store)
    scene.check_mended()


@pytest.mark.parametrize("keeps_store", [True, False])
def test_a_log_of_a_store_that_was_not_closed(scene: Scene, keeps_store: bool) -> None:
    store = scene.restore() / ".cache/store.sqlite"
    log = store.with_name("store.sqlite-wal")
    content = store.read_bytes()
    with closing(sqlite3.connect(store)) as connection, connection:
        connection.execute("DELETE FROM brands")
        connection.commit()
        left = log.read_bytes()
    assert len(left) > 4096
    store.write_bytes(content)
    log.write_bytes(left)
    if not keeps_store:
        store.unlink()
    told = scene.check_mended()
    assert (TOLD in told.err) == keeps_store


@pytest.mark.parametrize(
    ("path", "harm"),
    [
        ("docs.json", spoil(1)),
        ("docs.json", shorten(0.5)),
        ("docs.json", spoil_text(b"about", b"abowt")),
        ("docs.json", lay_folder),
        ("pages/about/index.html", spoil(2)),
        ("pages/about/index.html", lambda file: file.unlink()),
        ("pages/about/more.html", write(b"theirs")),
        ("pages", shutil.rmtree),
        ("", shutil.rmtree),
        ("", lambda folder: (shutil.rmtree(folder), folder.write_bytes(b""))),
    ],
)
def test_damaged_pages(scene: Scene, path: str, harm: Callable[[Path], object]) -> None:
    scene.restore("after")
    harm(scene.project / ".cache/docs" / path)
    # While there is nothing to do, nobody looks at what was kept.
    (scene.project / ".cache/stamp.json").unlink(missing_ok=True)
    told = scene.check_mended()
    assert (TOLD in told.err) == (harm is not shutil.rmtree or path != ""), told.err
    assert TOLD not in scene.check_mended().err


@pytest.mark.parametrize(
    "harm", [spoil(3), shorten(0.5), write(b""), write(b"theirs\n{}"), lay_folder, spoil_text(b'"brands"', b'"bronds"')]
)
def test_a_damaged_stamp_is_no_stamp(scene: Scene, harm: Callable[[Path], object]) -> None:
    scene.restore()
    scene.check_mended()
    stamp = scene.project / ".cache/stamp.json"
    stamp.write_text('seal\n{"brands": []}', encoding="utf-8")
    harm(stamp)
    scene.check_mended()
