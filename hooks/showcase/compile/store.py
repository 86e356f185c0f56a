"""The store: what the last build knew, so that the next does only what has changed.

One SQLite file in WAL mode: a killed build leaves the old state or the new one, never half of each, and nothing of it
is ever run as code. It is a cache: one that is corrupt, foreign or of another version is thrown away, never trusted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from showcase.language import N_

_OTHER: Final = N_("it was made by another version of the program, or of another folder")
_DAMAGED: Final = N_("it is damaged")
SCHEMA: Final = 1
"""Counted up whenever what is stored changes its form."""
_NAME: Final = "store.sqlite"
_TABLES: Final = """
CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE brands (slug TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Store:
    """What is known between builds: named values, and every brand."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use :func:`open_store`."""
        self._connection = connection
        self.path = path

    def get(self, name: str) -> Any:
        """A named value, or ``None``."""
        row = self._connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return json.loads(row[0]) if row else None

    def save(self, values: Mapping[str, Any], brands: Mapping[str, str], gone: Iterable[str]) -> None:
        """Stores values and brands (as JSON) and forgets what is gone, all or nothing."""
        with self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO state VALUES (?, ?)", [(name, _dump(value)) for name, value in values.items()]
            )
            self._connection.executemany("DELETE FROM brands WHERE slug = ?", [(slug,) for slug in gone])
            self._connection.executemany("INSERT OR REPLACE INTO brands VALUES (?, ?)", brands.items())

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


@contextmanager
def open_store(folder: Path, identity: str) -> Iterator[tuple[Store, str]]:
    """The store of a cache folder, and why an older one was thrown away: a msgid, empty if it was not.

    ``identity`` names what the store belongs to; a store of anything else is thrown away. Raises ``OSError`` where the
    folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _NAME
    discarded = ""
    try:
        connection = _connect(path, identity)
    except (sqlite3.DatabaseError, _ForeignStoreError) as error:
        discarded = str(error) if isinstance(error, _ForeignStoreError) else _DAMAGED
        _discard(path)
        connection = _connect(path, identity)
    with closing(connection):
        yield Store(connection, path), discarded


class StoredBrands:
    """The brands of a store, to read from."""

    def __init__(self, path: Path) -> None:
        """Opens the store's file for reading alone."""
        self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)

    def __getitem__(self, slug: str) -> str:
        """The JSON of a brand; raises ``KeyError``."""
        row = self._connection.execute("SELECT value FROM brands WHERE slug = ?", (slug,)).fetchone()
        if row is None:
            raise KeyError(slug)
        text: str = row[0]
        return text


class _ForeignStoreError(Exception):
    """A store that is sound but not ours."""


def _connect(path: Path, identity: str) -> sqlite3.Connection:
    is_new = not path.exists()
    connection = sqlite3.connect(path)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        # A killed process cannot tear the file; a machine that loses power can, and the check below finds it.
        connection.execute("PRAGMA synchronous = OFF")
        if is_new:
            with connection:
                connection.executescript(_TABLES)
                connection.execute(f"PRAGMA user_version = {SCHEMA}")
                connection.execute("INSERT INTO state VALUES ('identity', ?)", (_dump(identity),))
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version != SCHEMA:
            raise _ForeignStoreError(_OTHER)
        if connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone() != (_dump(identity),):
            raise _ForeignStoreError(_OTHER)
        if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise _ForeignStoreError(_DAMAGED)
    except BaseException:
        connection.close()
        raise
    return connection


def _discard(path: Path) -> None:
    for name in (path, path.with_name(f"{path.name}-wal"), path.with_name(f"{path.name}-shm")):
        with suppress(FileNotFoundError):
            name.unlink()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
