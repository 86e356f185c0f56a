"""The store: what the last build knew, so that the next does only what has changed.

One SQLite file in WAL mode: a killed build leaves the old state or the new one, never half of each, and nothing of it
is ever run as code. It is a cache: one that is corrupt, foreign or of another version is thrown away, never trusted.
Every row carries a digest of itself, for SQLite notices a torn page but not a byte that changed inside a value.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from showcase.compile.clearance import clear_away
from showcase.compile.file_row import FileRow
from showcase.compile.file_table import FILE_TABLE, FileTable
from showcase.compile.ledger import Note, Written
from showcase.compile.ledger_table import LEDGER_TABLE, LedgerTable, ReadPages
from showcase.compile.store_errors import DamagedStoreError, told_apart
from showcase.language import N_

_OTHER: Final = N_("it was made by another version of the program, or of another folder")
DAMAGED: Final = N_("it is damaged")
"""Why a store is thrown away."""
SCHEMA: Final = 12
"""Counted up whenever what is stored changes its form."""
_NAME: Final = "store.sqlite"
_TABLES: Final = (
    "CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT, digest BLOB) WITHOUT ROWID",
    LEDGER_TABLE,
    "CREATE TABLE brands (source TEXT PRIMARY KEY, value BLOB, digest BLOB)",
    FILE_TABLE,
)
_ITS_OWN: Final = frozenset({errno.EACCES, errno.EIO})
"""What another file in its place may do away with; a full disk it would not."""


class Store:
    """What is known between builds: the ledger, every brand, the files of every site, and named values.

    Whatever turns out to be damaged raises :class:`DamagedStoreError`.
    """

    def __init__(self, connection: sqlite3.Connection, path: Path, read: ReadPages | None = None) -> None:
        """Use :func:`open_store`."""
        self._connection = connection
        self.path = path
        self.brands = StoredBrands(connection, path)
        self._ledger = LedgerTable(connection, path, read)
        self._files = FileTable(connection, path)

    def get(self, name: str) -> Any:
        """A named value, or ``None``."""
        text = self.get_text(name)
        return None if text is None else json.loads(text)

    def get_text(self, name: str) -> str | None:
        """A named value as JSON, or ``None``: for what is large, and not always looked at."""
        for row in self._select("SELECT name, value, digest FROM state WHERE name = ?", name):
            text: str = _verified(row)[1]
            return text
        return None

    def put(self, values: Mapping[str, Any]) -> None:
        """Stores named values."""
        rows = ((name, _dump(value)) for name, value in values.items())
        with told_apart(self.path), self._connection:
            self._connection.executemany("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", map(_sealed, rows))

    def read_notes(self) -> dict[str, Note]:
        """The ledger, by source."""
        return self._ledger.read()

    def write_notes(self, several: Sequence[Written]) -> None:
        """Writes what was read of files, all of them or none."""
        brands = [
            (one.source, one.brand, _digest_brand(one.source, one.brand)) for one in several if one.brand is not None
        ]
        with told_apart(self.path), self._connection:
            self._ledger.write({one.source: one.leaf for one in several})
            self._connection.executemany("INSERT OR REPLACE INTO brands VALUES (?, ?, ?)", brands)

    def forget(self, sources: Collection[str]) -> None:
        """Forgets files that are no longer there."""
        with told_apart(self.path), self._connection:
            self._ledger.write(dict.fromkeys(sources))
            self._connection.executemany("DELETE FROM brands WHERE source = ?", ((source,) for source in sources))

    def read_files(self, site: str, paths: Iterable[str] | None = None) -> dict[str, FileRow]:
        """What is known of a site's files, by path; of some of them, or of all."""
        return self._files.read(site, paths)

    def write_files(self, site: str, rows: Iterable[FileRow], gone: Iterable[str], values: Mapping[str, Any]) -> None:
        """Writes down the files that were published and forgets others; stores values with them, all or nothing."""
        with told_apart(self.path), self._connection:
            self._files.write(site, rows, gone)
            named = ((name, _dump(value)) for name, value in values.items())
            self._connection.executemany("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", map(_sealed, named))

    def close(self) -> None:
        """Closes the file; raises ``OSError``."""
        with told_apart(self.path):
            self._connection.close()

    def _select(self, query: str, *values: str | int) -> list[tuple[Any, ...]]:
        with told_apart(self.path):
            return self._connection.execute(query, values).fetchall()


@contextmanager
def open_store(folder: Path, identity: str, read: ReadPages | None = None) -> Iterator[tuple[Store, str]]:
    """The store of a cache folder, and why an older one was thrown away: a msgid, empty if it was not.

    ``identity`` names what the store belongs to; a store of anything else is thrown away. Pages in ``read`` need not be
    read again, and those that are read come there. Raises ``OSError`` where the folder cannot be written.
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
    store = Store(connection, path, read)
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

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """``path`` is the store's file."""
        self._connection = connection
        self._path = path

    @classmethod
    def open(cls, path: Path) -> StoredBrands:
        """Opens a store's file for reading alone, in a process that has none open."""
        with told_apart(path):
            return cls(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True), path)

    def __getitem__(self, source: str) -> bytes:
        """The JSON of the brand of a file; raises :class:`DamagedStoreError` where it is not there or not whole."""
        with told_apart(self._path):
            row = self._connection.execute("SELECT value, digest FROM brands WHERE source = ?", (source,)).fetchone()
        written: bytes | None = row and row[0]
        if not isinstance(written, bytes) or row[1] != _digest_brand(source, written):
            raise DamagedStoreError(source)
        return written


class _ForeignStoreError(Exception):
    """A store that is sound but not ours."""


def _connect(path: Path, identity: str) -> sqlite3.Connection:
    if any(place.exists() and not place.is_file() for place in _iterate_files(path)):
        raise DamagedStoreError
    with told_apart(path):
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
        connection.execute("INSERT INTO state VALUES (?, ?, ?)", _sealed(("identity", _dump(identity))))


def _check(connection: sqlite3.Connection, identity: str) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != SCHEMA:
        raise _ForeignStoreError
    if connection.execute("SELECT value FROM state WHERE name = 'identity'").fetchone() != (_dump(identity),):
        raise _ForeignStoreError
    # Whether it can be written shows now, and not when the site is published already.
    connection.execute("BEGIN")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")
    connection.rollback()


def _sealed(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row with a digest of itself."""
    return (*row, _digest(row))


def _verified(row: tuple[Any, ...]) -> tuple[Any, ...]:
    """A row without the digest at its end, if that is right; raises :class:`DamagedStoreError`."""
    if row[-1] != _digest(row[:-1]):
        raise DamagedStoreError(str(row[0]))
    return row[:-1]


def _digest_brand(source: str, written: bytes) -> bytes:
    """Of a brand, whose JSON is taken as it is."""
    digest = hashlib.blake2b(f"{source}\n".encode(errors="surrogatepass"), digest_size=16)
    digest.update(written)
    return digest.digest()


def _digest(row: tuple[Any, ...]) -> bytes:
    return hashlib.blake2b("\n".join(map(str, row)).encode(errors="surrogatepass"), digest_size=16).digest()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
