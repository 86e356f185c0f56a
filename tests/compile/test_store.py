"""The ledger in the store: pages of notes, of which an edit writes one anew."""

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from showcase.catalogue.texts import Texts
from showcase.compile.ledger import Line, Written, split_page, write_leaf
from showcase.compile.ledger_table import ReadPages
from showcase.compile.store import Store, open_store
from showcase.compile.store_errors import DamagedStoreError


def write(number: int, text: str = "") -> Written:
    source = f"brand-{number}.md"
    line = Line((), json.dumps([["name", text]]), None)
    return Written(source, write_leaf(source, text, "", line), b"{}")


def note(store: Store, numbers: Sequence[int], text: str = "") -> None:
    store.write_notes([write(number, text) for number in numbers])


def count_pages(folder: Path) -> list[int]:
    with closing(sqlite3.connect(folder / "store.sqlite")) as connection:
        pages = connection.execute("SELECT notes, texts FROM pages ORDER BY number").fetchall()
    return [len(split_page(notes, Texts.from_bytes(texts))) for notes, texts in pages]


def read(folder: Path, pages: ReadPages | None = None) -> dict[str, str]:
    with open_store(folder, "", pages) as (store, _):
        notes = store.read_notes()
    assert all(note.line.claims == (("name", note.signature),) for note in notes.values())
    return {source: note.signature for source, note in notes.items()}


def test_pages(tmp_path: Path) -> None:
    with open_store(tmp_path, "") as (store, _):
        for start in (0, 100, 200):
            note(store, range(start, start + 100))
        note(store, range(300, 340))
        # One by one, as editors write them.
        for number in range(340, 362):
            note(store, [number])
    assert count_pages(tmp_path) == [100, 100, 100, 62]
    expected = {f"brand-{number}.md": "" for number in range(362)}
    assert read(tmp_path) == expected
    with open_store(tmp_path, "") as (store, _):
        note(store, [7, 105, 361, 362], "edited")
        store.forget([f"brand-{number}.md" for number in (*range(200, 300), 8, 900)])
    assert count_pages(tmp_path) == [99, 100, 63]
    for number in (*range(200, 300), 8):
        del expected[f"brand-{number}.md"]
    assert read(tmp_path) == expected | {f"brand-{number}.md": "edited" for number in (7, 105, 361, 362)}


def test_a_page_that_was_read_is_not_read_again(tmp_path: Path) -> None:
    with open_store(tmp_path, "") as (store, _):
        note(store, range(100))
        note(store, range(100, 200))
    pages: ReadPages = {}
    first = read(tmp_path, pages)
    former = dict(pages)
    assert len(pages) == 2
    with open_store(tmp_path, "") as (store, _):
        note(store, [150], "edited")
    assert read(tmp_path, pages) == read(tmp_path) == first | {"brand-150.md": "edited"}
    assert len(pages) == 2
    assert sum(page is former.get(digest) for digest, page in pages.items()) == 1


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE pages SET number = number + 7",
        "UPDATE pages SET number = -1",
        "UPDATE pages SET notes = replace(notes, 'brand-3', 'brand-4')",
        "UPDATE pages SET notes = '[]'",
        "UPDATE pages SET digest = x'00'",
    ],
)
def test_harm_to_a_page_is_noticed(tmp_path: Path, harm: str) -> None:
    with open_store(tmp_path, "") as (store, _):
        note(store, range(10))
    with closing(sqlite3.connect(tmp_path / "store.sqlite")) as connection, connection:
        connection.execute(harm)
    with open_store(tmp_path, "") as (store, _), pytest.raises(DamagedStoreError):
        store.read_notes()
