"""The store: what the last build knew, so that the next does only what has changed.

One SQLite file in WAL mode: a killed build leaves the old state or the new one, never half of each, and nothing of it
is ever run as code. It is a cache: one that is corrupt, foreign or of another version is thrown away, never trusted.
Every value stands there with a digest, for SQLite does not notice a byte that changed inside one.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from showcase.compile.clearance import clear_away
from showcase.language import N_

_OTHER: Final = N_("it was made by another version of the program, or of another folder")
DAMAGED: Final = N_("it is damaged")
"""Why a store is thrown away."""
SCHEMA: Final = 2
"""Counted up whenever what is stored changes its form."""
_NAME: Final = "store.sqlite"
_TABLES: Final = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE brands (slug TEXT PRIMARY KEY, value TEXT NOT NULL)",
)
_DIGITS: Final = 32
"""Length of the digest that stands before a value."""
_ERRORS: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
"""What is wrong with the machine and not with the store, as the system tells it."""
_ITS_OWN: Final = frozenset({errno.EACCES, errno.EIO})
"""What another file in its place may do away with; a full disk it would not."""


class DamagedStoreError(Exception):
    """The store does not hold what was written into it."""


class Store:
    """What is known between builds: named values, and every brand."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Use :func:`open_store`."""
        self._connection = connection
        self.path = path

    def get(self, name: str) -> Any:
        """A named value, or ``None``; raises :class:`DamagedStoreError`."""
        with _told_apart(self.path):
            row = self._connection.execute("SELECT value FROM state WHERE name = ?", (name,)).fetchone()
        return json.loads(_unseal(name, row[0])) if row else None

    def save(self, values: Mapping[str, Any], brands: Mapping[str, str], gone: Iterable[str]) -> None:
        """Stores values and brands (as JSON) and forgets what is gone, all or nothing; raises ``OSError``."""
        with _told_apart(self.path), self._connection:
            self._connection.executemany(
                "INSERT OR REPLACE INTO state VALUES (?, ?)",
                [(name, _seal(name, _dump(value))) for name, value in values.items()],
            )
            self._connection.executemany("DELETE FROM brands WHERE slug = ?", [(slug,) for slug in gone])
            self._connection.executemany(
                "INSERT OR REPLACE INTO brands VALUES (?, ?)",
                [(slug, _seal(slug, text)) for slug, text in brands.items()],
            )

    def close(self) -> None:
        """Closes the file; raises ``OSError``."""
        with _told_apart(self.path):
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
    except (DamagedStoreError, _ForeignStoreError, OSError) as error:
        if isinstance(error, OSError) and error.errno not in _ITS_OWN:
            raise
        discarded = _OTHER if isinstance(error, _ForeignStoreError) else DAMAGED
        discard_store(folder)
        connection = _connect_anew(path, identity)
    store = Store(connection, path)
    try:
        yield store, discarded
    finally:
        store.close()


def discard_store(folder: Path) -> None:
    """Removes the store of a cache folder, whatever lies in its place; raises ``OSError``."""
    for place in _iterate_files(folder / _NAME):
        clear_away(place)


def _iterate_files(path: Path) -> Iterator[Path]:
    """The store's file and those that SQLite lays beside it."""
    yield path
    yield path.with_name(f"{path.name}-wal")
    yield path.with_name(f"{path.name}-shm")


class StoredBrands:
    """The brands of a store, to read from."""

    def __init__(self, path: Path) -> None:
        """Opens the store's file for reading alone."""
        self._path = path
        with _told_apart(path):
            self._connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)

    def __getitem__(self, slug: str) -> str:
        """The JSON of a brand; raises :class:`DamagedStoreError` where it is not there or not whole."""
        with _told_apart(self._path):
            row = self._connection.execute("SELECT value FROM brands WHERE slug = ?", (slug,)).fetchone()
        return _unseal(slug, row[0] if row else None)


class _ForeignStoreError(Exception):
    """A store that is sound but not ours."""


def _connect(path: Path, identity: str) -> sqlite3.Connection:
    if any(place.exists() and not place.is_file() for place in _iterate_files(path)):
        raise DamagedStoreError
    with _told_apart(path):
        connection = sqlite3.connect(path)
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            # A killed process cannot tear the file; a machine that loses power can, and the checks find it.
            connection.execute("PRAGMA synchronous = OFF")
            # A build that was killed before its first transaction has left a file without tables.
            if connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,):
                _create_tables(connection, identity)
            _check(connection, identity)
        except BaseException:
            connection.close()
            raise
    return connection


def _connect_anew(path: Path, identity: str) -> sqlite3.Connection:
    try:
        return _connect(path, identity)
    except DamagedStoreError:
        # What is damaged the moment it is written lies on a disk that is.
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path)) from None


def _create_tables(connection: sqlite3.Connection, identity: str) -> None:
    with connection:
        connection.execute("BEGIN")
        for statement in (*_TABLES, f"PRAGMA user_version = {SCHEMA}"):
            connection.execute(statement)
        connection.execute("INSERT INTO state VALUES ('identity', ?)", (_dump(identity),))


def _check(connection: sqlite3.Connection, identity: str) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA:
        raise _ForeignStoreError
    if connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone() != (_dump(identity),):
        raise _ForeignStoreError
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise DamagedStoreError
    # Whether it can be written shows now, and not when the site is published already.
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.rollback()


@contextmanager
def _told_apart(path: Path) -> Iterator[None]:
    """Tells a store that is damaged from a machine that cannot read or write it: DamagedStoreError, or OSError."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # The rest of it says how exactly.
        if code in _ERRORS:
            raise OSError(_ERRORS[code], str(error), str(path)) from None
        raise DamagedStoreError(str(error)) from None


def _seal(name: str, text: str) -> str:
    return _digest(name, text) + text


def _unseal(name: str, sealed: object) -> str:
    """The text that was sealed under a name; raises :class:`DamagedStoreError`."""
    if isinstance(sealed, str):
        text = sealed[_DIGITS:]
        if sealed[:_DIGITS] == _digest(name, text):
            return text
    raise DamagedStoreError(name)


def _digest(name: str, text: str) -> str:
    return hashlib.blake2b(f"{name}\n{text}".encode(errors="surrogatepass"), digest_size=_DIGITS // 2).hexdigest()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
