"""The ledger: what was read of every brand's file, so that the next build reads only the files that changed.

A file counts as unchanged while size and times of it and of all that lies beside it are what they were: the time of
its last writing, which anybody can set, and that of its last change, which nobody can. A file that was written within
two seconds of being looked at may be written again within the same tick of its clock, so it is not trusted and read
anew.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from typing import Any, Final, NamedTuple

from pydantic_core import to_json

from showcase.catalogue.entry import NO_MARKS, NO_TEXTS, Entry, digest_text
from showcase.catalogue.texts import Texts
from showcase.compile.beside import BesideFile, list_beside
from showcase.compile.survey import Survey
from showcase.model.brand import Brand
from showcase.model.faults import Fault, Place
from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.git_dates import GitDates, date_brand

SETTLED: Final = 2_000_000_000
"""Nanoseconds after which the time of a file can be trusted."""


_HEAD: Final = struct.Struct("=I")
"""Bytes of the JSON of a page."""


class Line(NamedTuple):
    """What is known of one brand's file."""

    faults: tuple[Fault, ...]
    claimed: str
    """Field and text of each claim, as JSON: only what goes wrong side by side makes anybody look at most of them.

    Empty where they are what the entry tells.
    """
    entry: Entry | None
    """``None`` where an error stands against the file itself."""
    beside: tuple[BesideFile, ...] = ()
    digest: str = ""
    """Of all the others."""

    @property
    def claims(self) -> tuple[tuple[str, str], ...]:
        """Field and text of each claim; a story's links to brands have no field."""
        if self.entry and not self.claimed:
            return _claim(self.entry)
        return tuple((field, text) for field, text in json.loads(self.claimed))

    @property
    def links(self) -> tuple[str, ...]:
        """The brands that the story links to."""
        if self.entry and not self.claimed:
            return self.entry.links
        return tuple(text for field, text in self.claims if not field)

    def as_json(self) -> str:
        """The line on one line of JSON, but for the texts of its entry."""
        faults = [[fault.code, astuple(fault.place), fault.field, dict(fault.details)] for fault in self.faults]
        row = self.entry and self.entry.row
        return to_json([faults, self.claimed, row, self.beside]).decode()

    @classmethod
    def from_row(
        cls, row: Sequence[Any], texts: Texts, marks: Texts, number: int, digest: str, shared: dict[Any, Any]
    ) -> Line:
        """The line that :meth:`as_json` gave, after a way through JSON; the rest is as for :meth:`Entry.from_row`."""
        faults, claimed, entry, beside = row
        return cls(
            tuple(Fault(code, Place(*place), field, details) for code, place, field, details in faults)
            if faults
            else (),
            claimed,
            Entry.from_row(entry, texts, marks, number, shared) if entry else None,
            tuple(BesideFile(*file) for file in beside) if beside else (),
            digest,
        )

    @property
    def outline(self) -> str:
        """A digest of all that other brands' pages, and the rules across brands, may depend on."""
        shown = self.entry and self.entry.outline
        beside = [(file.name, file.width) for file in self.beside]
        return digest_text(to_json([self.claimed, shown, beside]).decode())


class Note(NamedTuple):
    """What the ledger holds of one brand's file."""

    source: str
    """POSIX path below the brands folder."""
    signature: str
    """Of the file and of what lies beside it; empty where it cannot be trusted."""
    dates: str
    """The days that git knew."""
    outline: str
    """See :attr:`Line.outline`."""
    line: Line


class Leaf(NamedTuple):
    """A note in the form in which it is kept, and handed between processes."""

    note: str
    """A :class:`Note` as JSON, but for the texts of its entry."""
    texts: tuple[str, ...]
    """See :attr:`Entry.text_row`."""
    marks: tuple[str, ...]
    """See :attr:`Entry.mark_row`."""


class Written(NamedTuple):
    """What was read of one brand's file."""

    source: str
    leaf: Leaf
    brand: bytes | None
    """Its brand with the days that git knows, as JSON, where it is one."""


class Page(NamedTuple):
    """A page of the ledger, in two parts: an edit asks for few texts, and they are more than half of it."""

    notes: bytes
    """Notes as one JSON, and their marks."""
    texts: bytes


def join_leaves(leaves: Iterable[Leaf]) -> Page:
    """A page of notes; their texts and marks whoever has them all need not parse."""
    leaves = tuple(leaves)
    notes = f"[{','.join(leaf.note for leaf in leaves)}]".encode()
    marks = Texts([leaf.marks for leaf in leaves]).to_bytes()
    return Page(b"".join((_HEAD.pack(len(notes)), notes, marks)), Texts([leaf.texts for leaf in leaves]).to_bytes())


def split_page(notes: bytes, texts: Texts) -> dict[str, Leaf]:
    """What a page was joined of, by source."""
    rows, marks = _take_apart(notes)
    return {
        row[0]: Leaf(to_json(row).decode(), texts.row(number), marks.row(number)) for number, row in enumerate(rows)
    }


def read_page(notes: bytes, texts: Texts, shared: dict[Any, Any]) -> list[Note]:
    """The notes of a page; what many of them have in common is in ``shared``, and in memory once."""
    rows, marks = _take_apart(notes)
    return [
        Note(source, signature, dates, outline, Line.from_row(line, texts, marks, number, digest, shared))
        for number, (source, signature, dates, outline, digest, line) in enumerate(rows)
    ]


def _take_apart(notes: bytes) -> tuple[list[Any], Texts]:
    (size,) = _HEAD.unpack_from(notes)
    end = _HEAD.size + size
    return json.loads(notes[_HEAD.size : end]), Texts.from_bytes(notes[end:])


def note_reading(reading: BrandReading, signature: str, dates: GitDates | None) -> Written:
    """What the ledger is to hold of a file that was read."""
    brand = date_brand(reading.brand, dates) if reading.brand else None
    written = to_json(brand) if brand else None
    line = write_line(reading, brand, written)
    leaf = write_leaf(reading.file.source, signature, write_dates(dates), line)
    return Written(reading.file.source, leaf, written)


def write_leaf(source: str, signature: str, dates: str, line: Line) -> Leaf:
    """A note of a line that was written just now."""
    row, entry = line.as_json(), line.entry
    texts, marks = (entry.text_row, entry.mark_row) if entry else (NO_TEXTS, NO_MARKS)
    digest = digest_text("\n".join((row, *texts, *marks)))
    head = to_json([source, signature, dates, line.outline, digest]).decode()
    return Leaf(f"{head[:-1]},{row}]", texts, marks)


def write_line(reading: BrandReading, brand: Brand | None, written: bytes | None = None) -> Line:
    """The line of a file that was read; ``brand`` is its brand with its days, ``written`` the same as JSON."""
    claims = tuple((claim.field, claim.text) for claim in reading.claims)
    claimed = to_json(claims).decode()
    if brand is None:
        return Line(reading.faults, claimed, None)
    entry = Entry.of(brand, written)
    return Line(reading.faults, "" if claims == _claim(entry) else claimed, entry, list_beside(brand, reading.file))


def _claim(entry: Entry) -> tuple[tuple[str, str], ...]:
    """What a brand claims whose file says nothing twice and nothing that came to nothing."""
    level = (("level", entry.level),) if entry.level else ()
    named = (("name", entry.name), ("agency", entry.agency), ("category", entry.category), *level)
    aliases = ((f"aliases[{index}]", alias) for index, alias in enumerate(entry.aliases))
    links = (("", link) for link in entry.links)
    return (*named, ("summary", entry.gist), *aliases, *links)


def sign_files(files: Sequence[BrandFile], survey: Survey, now: int, limits: Limits) -> dict[str, str]:
    """The signature of every brand's file, by source; empty for one that is too young to be trusted at ``now``.

    What came of a file depends on the ``limits`` too. ``survey`` is of the brands folder, made before a file was read;
    ``now`` is in nanoseconds, and earlier still.
    """
    beside: dict[str, list[str]] = {file.slug: [] for file in files if file.has_folder}
    for path in (*survey.files, *survey.links) if beside else ():
        folder, inside, _ = path.partition("/")
        if inside and folder in beside:
            beside[folder].append(path)
    kind = digest_text(to_json(limits.as_plain()).decode())
    signed: dict[str, str] = {}
    for file in files:
        if file.has_folder:
            parts = [_sign(path, survey, now) for path in sorted(beside[file.slug])]
            signed[file.source] = "\n".join((kind, *parts)) if all(parts) else ""
        else:
            part = _sign(file.source, survey, now)
            signed[file.source] = f"{kind}\n{part}" if part else ""
    return signed


def _sign(path: str, survey: Survey, now: int) -> str:
    """A file's part of a signature; empty where it says too little: of a link, that is nothing of what it leads to."""
    seen = survey.files.get(path)
    if seen is None or now - seen[1] < SETTLED:
        return ""
    text = f"{path} {seen[0]} {seen[1]} {survey.changes[path]}"
    # A name may hold bytes that are no UTF-8.
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def write_dates(dates: GitDates | None) -> str:
    """The days that git knows, as a text."""
    return str(dates) if dates else ""


def digest_outlines(notes: Mapping[str, Note]) -> str:
    """A digest of all that the brands may show of each other; ``notes`` are in the order of their files."""
    return digest_text("\n".join([f"{source} {note.outline}" for source, note in notes.items()]))
