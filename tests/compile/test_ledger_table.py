"""The pages of the ledger in the store: texts are read when they are asked for, and are those of the notes."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing
from multiprocessing.reduction import ForkingPickler
from pathlib import Path
from pickle import loads

import pytest

from showcase.compile.ledger import Note, Written, note_reading
from showcase.compile.ledger_table import ReadPages
from showcase.compile.store import open_store
from showcase.compile.store_errors import DamagedStoreError
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

FRONT = """\
name: 浙里办{number}
slogan: {slogan}{number}
summary: 一处把要办的事都办成，不用再跑别的地方，也不用再交一份材料。
agency: office
category: desk
"""


def write(folder: Path, numbers: Sequence[int], slogan: str) -> list[Written]:
    written = []
    for number in numbers:
        path = folder / f"brand-{number}.md"
        path.write_text(f"---\n{FRONT.format(number=number, slogan=slogan)}---\n", encoding="utf-8")
        file = BrandFile(str(path), path.name, path.stem, path.name, has_folder=False)
        written.append(note_reading(read_brand_file(file), slogan, None))
    return written


def slogans(notes: Mapping[str, Note]) -> list[str]:
    return [note.line.entry.slogan for note in notes.values() if note.line.entry]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with open_store(tmp_path, "") as (store, _):
        store.write_notes(write(tmp_path, range(5), "好办"))
    return tmp_path


def test_texts_are_read_in_any_process_when_they_are_asked_for(folder: Path) -> None:
    with open_store(folder, "") as (store, _):
        notes = store.read_notes()
    assert slogans(loads(ForkingPickler.dumps(notes))) == [f"好办{number}" for number in range(5)]
    assert slogans(notes) == [f"好办{number}" for number in range(5)]


@pytest.mark.parametrize("numbers", [[0], [4], [2, 7], range(5)])
def test_texts_of_a_page_that_is_written_anew_are_still_those_of_before(folder: Path, numbers: Sequence[int]) -> None:
    pages: ReadPages = {}
    with open_store(folder, "", pages) as (store, _):
        store.read_notes()
    with open_store(folder, "", pages) as (store, _):
        before = store.read_notes()
        store.write_notes(write(folder, numbers, "快办"))
        store.forget(["brand-1.md"])
    with open_store(folder, "", pages) as (store, _):
        after = store.read_notes()
    assert slogans(before) == [f"好办{number}" for number in range(5)]
    left = [number for number in (*range(5), 7) if (number < 5 or number in numbers) and number != 1]
    assert slogans(after) == [f"{'快办' if number in numbers else '好办'}{number}" for number in left]


def harm(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / "store.sqlite")) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE pages SET texts = CAST('[]' AS BLOB)",
        "UPDATE pages SET texts = '[]'",
        "UPDATE pages SET texts = NULL",
        "UPDATE pages SET texts = notes",
        "DELETE FROM pages",
    ],
)
def test_harm_to_texts_is_noticed_when_they_are_asked_for(folder: Path, statement: str) -> None:
    with open_store(folder, "") as (store, _):
        notes = store.read_notes()
    harm(folder, statement)
    with pytest.raises(DamagedStoreError):
        slogans(notes)


@pytest.mark.parametrize("digest", ["x'00'", "5", "NULL", "digest"])
def test_texts_of_another_page_are_not_taken(folder: Path, digest: str) -> None:
    harm(folder, f"UPDATE pages SET texts_digest = {digest}")
    with open_store(folder, "") as (store, _), pytest.raises(DamagedStoreError):
        store.read_notes()
