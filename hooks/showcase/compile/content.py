"""The content of a site: the brands folder, read, checked and made a catalogue."""

from __future__ import annotations

from collections.abc import Container, Generator, Iterable, Mapping, Sequence, Set
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

from showcase.catalogue.catalogue import Catalogue, arrange_entries
from showcase.catalogue.entry import digest_text
from showcase.catalogue.facets import list_words, words_of
from showcase.catalogue.texts import Texts
from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.brand_source import BrandSource
from showcase.compile.former import note_gone
from showcase.compile.kept_tag_keys import arrange_with_tag_keys
from showcase.compile.kept_vocabulary import read_vocabulary
from showcase.compile.ledger import (
    Line,
    Note,
    Written,
    digest_outlines,
    join_leaves,
    read_page,
)
from showcase.compile.partner import Partner
from showcase.compile.reading import read_notes
from showcase.compile.speller import Speller
from showcase.compile.stamp import digest_sources
from showcase.compile.store import Store
from showcase.compile.survey import Survey, survey_folder
from showcase.compile.wanted import Wanted
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Place, sort_faults
from showcase.model.limits import USUAL_LIMITS, Limits
from showcase.model.vocabulary import Vocabulary
from showcase.source.brand_file import BrandFile, BrandReading, Claim
from showcase.source.brand_folder import WORTH_A_POOL, show_path, without_collecting
from showcase.source.catalogue_rules import check_files
from showcase.source.file_names import CATALOGUE_FILE
from showcase.source.folder_scan import FolderScan, scan_folder
from showcase.source.git import WHOLE, read_head
from showcase.source.git_dates import GitDates, read_git_dates

_DATES: Final = "git"
_READ: Final = "read"
_TOGETHER: Final = "together"


class ContentError(Exception):
    """The content has errors; nothing is to be published."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """``faults`` holds every fault found, warnings among them."""
        self.faults = tuple(faults)
        # What a worker process raises is made again from its arguments.
        super().__init__(self.faults)


class Content(NamedTuple):
    """Content that can be published."""

    catalogue: Catalogue
    faults: tuple[Fault, ...]
    """Warnings and advice; errors too where brands were left out."""
    left_out: int
    """How many brands with errors were left out."""
    lines: Mapping[str, Line]
    """The line of the ledger of every brand in the catalogue, by slug."""
    outline: str
    """A digest of all that brands may show of each other: order, groups, cards, vocabulary."""
    survey: Survey
    """Of the brands folder as it lay before it was read."""
    head: str
    """The commit that its repository stood at, as :func:`showcase.source.git.read_head` tells it; empty for none."""
    source: BrandSource
    """Where its brands come from."""
    prefix: str
    """How an editor begins the names of files in the brands folder."""
    limits: Limits
    """What making a file of a brand may take."""
    refused: Set[str]
    """The slugs of those that were left out."""

    def sign(self) -> str:
        """A signature of the brands folder; see :func:`showcase.compile.stamp.digest_sources`."""
        return digest_sources(self.survey, self.survey.since)

    def show(self, slug: str) -> str:
        """What an editor calls the file of a brand."""
        return f"{self.prefix}{self.source.name_file(slug)}"


class Rules(NamedTuple):
    """What is taken, and what is refused."""

    drafts: bool = False
    """Whether drafts are shown."""
    skip_invalid: bool = False
    """Whether brands with errors are left out instead of keeping all others from being published."""
    limits: Limits = USUAL_LIMITS
    """How large a brand may be."""
    refused: tuple[Fault, ...] = ()
    """Of brands whose files could not be made: they are refused as if their own files said so."""


_RULES: Final = Rules()


def read_content(
    folder: Path,
    *,
    root: Path,
    store: Store | None = None,
    survey: Survey | None = None,
    jobs: int = 1,
    rules: Rules = _RULES,
    advance: Advance = ignore_advance,
    partner: Partner | None = None,
) -> Content:
    """Reads what has changed in a brands folder since the store was written, or all of it without one.

    ``survey`` is of the folder, if there is one. ``partner`` reads what has changed where that is little, and gets
    ready for its pages. What was read is in the store at once, whether or not it can be published: it says what the
    files hold, not what the site does.

    Raises :class:`ContentError` unless there are no errors or they may be skipped; the vocabulary must have none.
    """
    prefix = _find_prefix(folder, root)
    with without_collecting():
        survey = survey or survey_folder(folder)
        scan = scan_folder(folder, prefix)
        fresh = dict[str, bytes]()
        head = read_head(folder)
        wanted = Wanted(scan.files, survey, rules.limits, _read_dates(folder, head, store))
        known, early = _read_ledger(wanted, store, jobs, partner)
        known_vocabulary = read_vocabulary(folder / CATALOGUE_FILE, f"{prefix}{CATALOGUE_FILE}", store)
        vocabulary = known_vocabulary.vocabulary
        speller = Speller(store)
        sources = _Sources(store, jobs, advance, partner, speller)
        notes = _renew_notes(wanted, known, early, sources, fresh)
        lines = {source: note.line for source, note in notes.items()}
        outline = digest_text(digest_outlines(notes) + known_vocabulary.written)
        together = _check_together(wanted, lines, vocabulary, outline, store)
    apart = (known_vocabulary.faults, scan.faults, rules.refused)
    faults = sort_faults(chain(*apart, *(line.faults for line in lines.values()), *together))
    if vocabulary is None or (has_errors(faults) and not rules.skip_invalid):
        raise ContentError(faults)
    sound = _choose_sound(scan, lines, together, {fault.place.path for fault in rules.refused})
    entries = [line.entry for line in sound.values() if line.entry is not None]
    folders = (file.slug for file in scan.files if file.has_folder and lines[file.source] is sound.get(file.slug))
    source = BrandSource(frozenset(folders), fresh, store)
    outline = digest_text(f"{outline} {rules.drafts} {' '.join(sound)}")
    spellings = speller.spell_all(partial(list_words, entries, vocabulary), outline)
    left_out = len(scan.files) - len(sound)
    arrange = partial(arrange_entries, entries, vocabulary, source, drafts=rules.drafts, spellings=spellings)
    return Content(
        catalogue=arrange_with_tag_keys(lambda keys: arrange(tag_keys=keys), store, outline),
        faults=faults,
        left_out=left_out,
        lines=sound,
        outline=outline,
        survey=survey,
        head=head,
        source=source,
        prefix=prefix,
        limits=rules.limits,
        refused={file.slug for file in scan.files} - sound.keys() if left_out else frozenset(),
    )


def _find_prefix(folder: Path, root: Path) -> str:
    """How an editor begins the names of files in a brands folder; raises :class:`ContentError` where it is none."""
    shown = show_path(folder, root)
    if not folder.is_dir():
        raise ContentError([Fault("folder-missing", Place(shown))])
    prefix = "" if shown == "." else f"{shown}/"
    if not (folder / CATALOGUE_FILE).exists():
        # Most likely it is another folder, of which every file would be found fault with.
        raise ContentError([Fault("no-vocabulary", Place(f"{prefix}{CATALOGUE_FILE}"))])
    return prefix


class _Sources(NamedTuple):
    """How notes are renewed."""

    store: Store | None
    jobs: int
    advance: Advance
    partner: Partner | None
    speller: Speller


def _read_ledger(
    wanted: Wanted, store: Store | None, jobs: int, partner: Partner | None
) -> tuple[Mapping[str, Note], Mapping[str, Written]]:
    """The ledger, by source; and what was read meanwhile of the few files that changed since files were last read.

    Which files have to be read only the ledger tells, and it takes longer to read than they do.
    """
    if store is None:
        return {}, {}
    since = store.get(_READ)
    later = wanted.list_later(since) if since and jobs > 1 and partner else []
    if not partner or not 0 < len(later) < WORTH_A_POOL:
        return store.read_notes(), {}
    known: dict[str, Note] = {}

    def read_ledger() -> None:
        known.update(store.read_notes())
        _ = wanted.signatures

    with closing(read_notes(later, 1, wanted.limits, read_ledger, partner.crew)) as read:
        early = {one.source: one for several in read for one in several}
    partner.get_ready()
    return known, early


def _renew_notes(
    wanted: Wanted,
    known: Mapping[str, Note],
    early: Mapping[str, Written],
    sources: _Sources,
    fresh: dict[str, bytes],
) -> dict[str, Note]:
    """The notes of all files, by source, in the order of the files; brands just read go to the store and to ``fresh``.

    ``early`` is what was read already.
    """
    changed = wanted.list_changed(known)
    anew: dict[str, Note] = {}
    shared: dict[Any, Any] = {}
    with closing(_read_changed(changed, wanted, early, sources)) as read:
        for several in read:
            joined = join_leaves(one.leaf for one in several)
            page = read_page(joined.notes, Texts.from_bytes(joined.texts), shared)
            anew.update((note.source, note) for note in page)
            if len(changed) >= WORTH_A_POOL:  # Of few it is soon done, and their words are mostly those they had.
                sources.speller.spell(word for note in page if note.line.entry for word in words_of(note.line.entry))
            if sources.store:
                sources.store.write_notes(several)
            else:
                fresh.update((one.source, one.brand) for one in several if one.brand is not None)
            sources.advance(len(several), len(changed))
    latest = {**known, **anew}
    notes = {file.source: latest[file.source] for file in wanted.files}
    if sources.store and (gone := known.keys() - notes.keys()):
        note_gone(sources.store, (known[source] for source in sorted(gone)))
        sources.store.forget(gone)
    if sources.store and anew:
        sources.store.put({_READ: wanted.survey.since})
    return notes


def _read_changed(
    changed: Sequence[BrandFile], wanted: Wanted, early: Mapping[str, Written], sources: _Sources
) -> Generator[list[Written], None, None]:
    if read := [early[file.source] for file in changed if file.source in early]:
        yield read
    rest = wanted.ask([file for file in changed if file.source not in early], wanted.signatures)
    meanwhile = sources.partner.step_aside if sources.partner and len(rest) >= WORTH_A_POOL else None
    yield from read_notes(rest, sources.jobs, wanted.limits, meanwhile)


def _read_dates(folder: Path, head: str, store: Store | None) -> Mapping[str, GitDates]:
    """The days of every brand; git is asked anew only where its head has moved."""
    stored = store.get(_DATES) if store else None
    if stored and head and stored[0] == head:
        return {slug: GitDates.from_text(text) for slug, text in stored[1].items()}
    dates = read_git_dates(folder) if head.endswith(WHOLE) else {}
    # What git failed to tell once, it is asked again by the next build.
    if store and dates is not None and (head or stored):
        store.put({_DATES: [head, {slug: str(known) for slug, known in dates.items()}]})
    return dates or {}


def _check_together(
    wanted: Wanted, lines: Mapping[str, Line], vocabulary: Vocabulary | None, outline: str, store: Store | None
) -> Sequence[Sequence[Fault]]:
    """The faults that only show side by side, file by file; files that have one are read anew for its place."""
    if store and store.get(_TOGETHER) == outline:
        return [()] * len(wanted.files)
    readings = [_as_reading(file, lines[file.source]) for file in wanted.files]
    together = check_files(readings, vocabulary, wanted.limits, wanted.dates)
    if store and not any(together):
        store.put({_TOGETHER: outline})
    return together


def _as_reading(file: BrandFile, line: Line) -> BrandReading:
    """As much of a reading as the rules across brands need; its claims have no place."""
    place = Place(file.shown)
    return BrandReading(file, None, (), tuple(Claim(field, text, place) for field, text in line.claims))


def _choose_sound(
    scan: FolderScan, lines: Mapping[str, Line], together: Sequence[Sequence[Fault]], refused: Container[str]
) -> dict[str, Line]:
    """The lines of the brands that can be published, by slug; ``refused`` are files as an editor calls them."""
    return {
        file.slug: line
        for file, several in zip(scan.files, together, strict=True)
        if (line := lines[file.source]).entry is not None
        and file.source not in scan.refused
        and file.shown not in refused
        and not (several and has_errors(several))
    }
