"""The table of what is known of the files of sites, a part of the store.

Files lie in lots, each with one digest: to write and to verify many at once takes a fraction of the time that a row and
a digest for each would, and an edit asks for a few lots.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from pydantic_core import to_json

from showcase.compile.file_row import FileRow
from showcase.compile.store_errors import DamagedStoreError, told_apart

FILE_TABLE: Final = "CREATE TABLE files (site TEXT, lot INTEGER, digest BLOB, rows BLOB, PRIMARY KEY (site, lot))"
_LOTS: Final = 1024
"""Of a site: of ten thousand brands each holds some thirty files, of a hundred thousand as many as an edit can bear."""


class FileTable:
    """What is known of the files of every site; what turns out to be damaged raises :class:`DamagedStoreError`."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """``path`` is the store's file."""
        self._connection = connection
        self._path = path
        self._lots: dict[tuple[str, int], tuple[FileRow, ...]] = {}
        """Those that were read: what is written after publishing is not to find damage that nobody was told of."""

    def read(self, site: str, paths: Iterable[str] | None = None) -> dict[str, FileRow]:
        """What is known of a site's files, by path; of some of them, or of all."""
        if paths is None:
            return {row.path: row for lot in self._list_lots(site) for row in self._read_lot(site, lot)}
        wanted = set(paths)
        lots = {_lot_of(path) for path in wanted}
        return {row.path: row for lot in sorted(lots) for row in self._read_lot(site, lot) if row.path in wanted}

    def write(self, site: str, rows: Iterable[FileRow], gone: Iterable[str]) -> None:
        """Writes down files and forgets others, in the transaction of whoever asks."""
        changes: defaultdict[int, dict[str, FileRow | None]] = defaultdict(dict)
        for row in rows:
            changes[_lot_of(row.path)][row.path] = row
        for path in gone:
            changes[_lot_of(path)][path] = None
        there = set(self._list_lots(site))
        for lot, changed in changes.items():
            before = {row.path: row for row in self._read_lot(site, lot)} if lot in there else {}
            left = tuple(row for row in {**before, **changed}.values() if row)
            written = to_json(left)
            self._lots[site, lot] = left
            self._connection.execute(
                "INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?)", (site, lot, _digest(site, lot, written), written)
            )

    def _list_lots(self, site: str) -> list[int]:
        with told_apart(self._path):
            return [lot for (lot,) in self._connection.execute("SELECT lot FROM files WHERE site = ?", (site,))]

    def _read_lot(self, site: str, lot: int) -> tuple[FileRow, ...]:
        rows = self._lots.get((site, lot))
        if rows is None:
            query = "SELECT digest, rows FROM files WHERE site = ? AND lot = ?"
            with told_apart(self._path):
                found = self._connection.execute(query, (site, lot)).fetchone()
            digest, written = found or (b"", b"")
            if found and (not isinstance(written, bytes) or digest != _digest(site, lot, written)):
                raise DamagedStoreError(f"{site} {lot}")
            rows = self._lots[site, lot] = tuple(FileRow(*row) for row in json.loads(written or b"[]"))
        return rows


def _lot_of(path: str) -> int:
    return zlib.crc32(path.encode()) % _LOTS


def _digest(site: str, lot: int, written: bytes) -> bytes:
    digest = hashlib.blake2b(f"{lot} {site}\n".encode(errors="surrogatepass"), digest_size=16)
    digest.update(written)
    return digest.digest()
