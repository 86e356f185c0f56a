"""The full-text search as a part of the site: its files are made together, beside the pages, when a text changed.

All of them share one key. While every file of theirs lies in the site as it was published under that key, nothing is
made; else the whole bundle is, for a word may stand in any of its files.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.advance import Advance
from showcase.compile.bundle import ENTRY, settle_bundle
from showcase.compile.file_row import FileRow
from showcase.compile.pagefind import NO_ANSWER, NO_PAGEFIND, PATIENCE, PagefindError, find_binary, index_records
from showcase.compile.stage import Stage, Staged
from showcase.compile.survey import Survey
from showcase.views.docs import Docs

if TYPE_CHECKING:
    from showcase.compile.side_process import SideWork

FOLDER: Final = "pagefind/"
"""Where the bundle lies in the site."""


class Bundle(NamedTuple):
    """The files of the full-text search."""

    key: str = ""
    """Of every one of them."""
    paths: tuple[str, ...] = ()
    staged: tuple[Staged, ...] = ()
    """Those that were made anew."""
    seconds: float = 0.0
    """How long that took."""


NO_BUNDLE: Final = Bundle()
"""Where there is no full-text search."""


@dataclass(frozen=True, slots=True)
class MakeBundle:
    """Makes the bundle: a value that another process can be handed."""

    catalogue: Catalogue
    docs: Docs
    binary: Path
    stage: Stage

    def __call__(self, advance: Advance) -> Iterator[tuple[list[Staged], float]]:
        """Stages every file, what names the others last, in so many seconds; raises :class:`PagefindError`."""
        # Few builds make it, and what it tells of brands takes its time to import.
        from showcase.views.fulltext.record import UntoldError, count_records, iterate_records

        start = time.perf_counter()
        total = count_records(self.catalogue, self.docs)
        language = self.docs.settings.locale.partition("-")[0]
        messages = (record.as_message(language) for record in iterate_records(self.catalogue, self.docs))
        try:
            files = settle_bundle(index_records(self.binary, messages, lambda count: advance(count, total)))
        except UntoldError as error:
            raise PagefindError(str(error)) from None
        ordered = sorted(files, key=lambda path: (path == ENTRY, path))
        staged = [self._put(FOLDER + path, files[path]) for path in ordered]
        yield staged, time.perf_counter() - start

    def _put(self, path: str, content: bytes) -> Staged:
        return Staged(path, self.stage.put(path, content))


class BundleWork:
    """The making of a bundle, under way; or one that needs none."""

    def __init__(self, bundle: Bundle, work: SideWork[tuple[list[Staged], float]] | None = None) -> None:
        """``bundle`` is what is known of it so far."""
        self._bundle = bundle
        self._work = work

    def look(self) -> None:
        """Lets it tell how far it is."""
        if self._work:
            self._work.look()

    def wait(self) -> Bundle:
        """The bundle, once it is made; raises :class:`PagefindError`."""
        if self._work is None:
            return self._bundle
        from showcase.compile.side_process import SilentError

        try:
            # It is patient with Pagefind itself, and is given the time to end it.
            staged, seconds = self._work.wait(PATIENCE + 30)
        except SilentError:
            raise PagefindError(NO_ANSWER) from None
        key = self._bundle.key
        return Bundle(key, tuple(one.path for one in staged), tuple(one._replace(key=key) for one in staged), seconds)


@contextmanager
def begin_bundle(
    key: str, catalogue: Catalogue, docs: Docs, stage: Stage, former: Bundle | None, advance: Advance
) -> Iterator[BundleWork]:
    """Begins to make the bundle of a key, unless there is to be none or the ``former`` one is it."""
    if not key or former is not None:
        yield BundleWork(former or NO_BUNDLE)
        return
    binary = find_binary()
    if binary is None:
        raise PagefindError(NO_PAGEFIND)
    # What an earlier try left there would go into the site with the folder.
    shutil.rmtree(stage.folder / FOLDER, ignore_errors=True)
    # Few builds make a bundle, and what it needs takes some time to import.
    from showcase.compile.side_process import work_beside

    with work_beside(MakeBundle(catalogue, docs, binary, stage), advance) as work:
        yield BundleWork(Bundle(key), work)


def find_former(key: str, files: Mapping[str, FileRow], before: Survey) -> Bundle | None:
    """The bundle that was published, if it is of that key and nobody has touched it since."""
    rows = [row for row in files.values() if row.path.startswith(FOLDER)]
    untouched = all(row.key == key and before.files.get(row.path) == (row.size, row.time) for row in rows)
    return Bundle(key, tuple(row.path for row in rows)) if rows and untouched else None
