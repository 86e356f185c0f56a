"""The pages of the ledger, a part of the store.

Many notes lie on one page, with one digest: to parse and verify many at once takes half the time. The texts of a page
lie beside it, with a digest of their own: an edit asks for few of them, and they are more than half of all bytes.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.catalogue.texts import Texts
from showcase.compile.ledger import Leaf, Note, Page, join_leaves, read_page, split_page
from showcase.compile.store_errors import DamagedStoreError, told_apart

LEDGER_TABLE: Final = (
    "CREATE TABLE pages (number INTEGER PRIMARY KEY, digest BLOB, texts_digest BLOB, notes BLOB, texts BLOB)"
)
_PAGE: Final = 100
"""Notes on a page: an edit writes one anew."""


class KeptPage(NamedTuple):
    """A page that was read and verified."""

    notes: list[Note]
    texts: Texts
    """Of its notes."""


ReadPages = dict[bytes, KeptPage]
"""Pages that were read before, by the digest of each."""


class LedgerTable:
    """The notes of all files; what turns out to be damaged raises :class:`DamagedStoreError`."""

    def __init__(self, connection: sqlite3.Connection, path: Path, read: ReadPages | None) -> None:
        """``path`` is the store's file; what is in ``read`` need not be read again, and what is read comes there."""
        self._connection = connection
        self._path = path
        self._read = {} if read is None else read
        self._places: dict[str, int] | None = None
        """The page on which each source stands, once they were read."""
        self._sizes = Counter[int]()
        """How many stand on each."""
        self._texts: dict[int, Texts] = {}

    def read(self) -> dict[str, Note]:
        """All notes, by source."""
        shared: dict[Any, Any] = {}
        places, notes, pages = dict[str, int](), dict[str, Note](), ReadPages()
        self._sizes.clear()
        self._texts.clear()
        for number, digest in self._select("SELECT number, digest FROM pages"):
            page = pages[digest] = self._read.get(digest) or self._read_page(number, shared)
            places.update((note.source, number) for note in page.notes)
            notes.update((note.source, note) for note in page.notes)
            self._sizes[number], self._texts[number] = len(page.notes), page.texts
        self._places = places
        self._read.clear()
        self._read.update(pages)
        return notes

    def write(self, notes: Mapping[str, Leaf | None]) -> None:
        """Writes the pages anew on which notes change, come or, with ``None``, go: in the transaction of who asks."""
        if self._places is None:
            self.read()
        places, sizes = self._places or {}, self._sizes
        last = max(sizes, default=0)
        new = sum(source not in places for source in notes)
        # New ones come to the last page while it is short, for they often come one by one.
        if sizes[last] + new > _PAGE:
            last += 1
        changes: defaultdict[int, dict[str, Leaf | None]] = defaultdict(dict)
        for source, note in notes.items():
            changes[places.get(source, last)][source] = note
        for number, changed in changes.items():
            page = {**(self._take_page(number) if number in sizes else {}), **changed}
            left = {source: note for source, note in page.items() if note is not None}
            self._connection.execute("DELETE FROM pages WHERE number = ?", (number,))
            del sizes[number]
            if left:
                self._write_page(number, join_leaves(left.values()))
                sizes[number] = len(left)
            places.update(dict.fromkeys(left, number))
        for source in [source for source, note in notes.items() if note is None]:
            places.pop(source, None)
        self._places = places

    def _read_page(self, number: int, shared: dict[Any, Any]) -> KeptPage:
        ((notes, digest, of_texts),) = self._select(
            "SELECT notes, digest, texts_digest FROM pages WHERE number = ?", number
        )
        if not isinstance(notes, bytes) or digest != _digest_page(number, notes, of_texts):
            raise DamagedStoreError(str(number))
        texts = Texts.later(_StoredTexts(self._path, number, of_texts))
        return KeptPage(read_page(notes, texts, shared), texts)

    def _take_page(self, number: int) -> dict[str, Leaf]:
        """What stands on a page that is about to be written anew, by source."""
        page = self._read_page(number, {})
        if (texts := self._texts.pop(number, None)) is not None:
            # Whoever holds a note of it may ask for its texts when they are no longer there.
            texts.settle()
        ((notes,),) = self._select("SELECT notes FROM pages WHERE number = ?", number)
        return split_page(notes, page.texts)

    def _write_page(self, number: int, page: Page) -> None:
        of_texts = _digest_texts(page.texts)
        row = (number, _digest_page(number, page.notes, of_texts), of_texts, page.notes, page.texts)
        self._connection.execute("INSERT INTO pages VALUES (?, ?, ?, ?, ?)", row)

    def _select(self, query: str, *values: int) -> list[tuple[Any, ...]]:
        with told_apart(self._path):
            return self._connection.execute(query, values).fetchall()


class _StoredTexts(NamedTuple):
    """Where the texts of a page lie, for whichever process asks for them: none may use the connection of another."""

    path: Path
    number: int
    digest: bytes

    def load(self) -> bytes:
        """The texts; raises :class:`DamagedStoreError`."""
        with told_apart(self.path):
            address = f"{self.path.absolute().as_uri()}?mode=ro"
            with closing(sqlite3.connect(address, uri=True)) as connection:
                found = connection.execute("SELECT texts FROM pages WHERE number = ?", (self.number,)).fetchone()
        texts = found and found[0]
        if not isinstance(texts, bytes) or _digest_texts(texts) != self.digest:
            raise DamagedStoreError(str(self.number))
        return texts


def _digest_page(number: int, notes: bytes, of_texts: object) -> bytes:
    """Of a page, whose megabytes are taken as they are, and of the digest of its texts."""
    key = of_texts if isinstance(of_texts, bytes) else b""
    return hashlib.blake2b(notes, digest_size=16, salt=number.to_bytes(8, signed=True), key=key[:64]).digest()


def _digest_texts(texts: bytes) -> bytes:
    return hashlib.blake2b(texts, digest_size=16).digest()
