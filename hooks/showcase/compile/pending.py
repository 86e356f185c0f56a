"""What of a site is to be made: what is planned, less what the site holds already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import Final, NamedTuple, Protocol

from showcase.compile.content import Content
from showcase.compile.file_row import FileRow
from showcase.compile.fulltext import FOLDER
from showcase.compile.keys import told_part
from showcase.compile.plan import Plan
from showcase.compile.stage import Staged
from showcase.compile.store_errors import DamagedStoreError
from showcase.compile.survey import Survey
from showcase.compile.survey_beside import Look
from showcase.compile.target import Target


class ReadFiles(Protocol):
    """Reads what is known of a site's files, by path: of some of them, or of all."""

    def __call__(self, paths: Iterable[str] | None = None, /) -> Mapping[str, FileRow]:
        """Raises DamagedStoreError."""


def _know_none(_paths: Iterable[str] | None = None, /) -> Mapping[str, FileRow]:
    return {}


class Named(NamedTuple):
    """What each brand was published of, by slug, as it was written down; see :func:`name_brands`."""

    base: Mapping[str, str]
    """When all were written down together."""
    since: Mapping[str, str | None]
    """What changed since then; ``None`` for a brand that is gone."""


_NOTHING_NAMED: Final = Named({}, {})


@dataclass(frozen=True)
class Memory:
    """What the store knows of a site that was published."""

    outline: str = ""
    """Of the content and of all that every page is made with."""
    sum: int = 0
    """Of all that lay there then; see :attr:`showcase.compile.survey.Survey.sum`."""
    count: int = 0
    """How many files it held."""
    read: ReadFiles = _know_none
    read_named: Callable[[], Named] = lambda: _NOTHING_NAMED

    @cached_property
    def named(self) -> Named:
        """What each brand was published of, as it was written down. Raises DamagedStoreError."""
        return self.read_named()

    @cached_property
    def brands(self) -> Mapping[str, str]:
        """What each brand was published of, by slug; see :func:`name_brands`. Raises DamagedStoreError."""
        base, since = self.named
        return {slug: one for slug, one in {**base, **since}.items() if one is not None} if since else base

    @cached_property
    def files(self) -> Mapping[str, FileRow]:
        """What is known of all files, by path; an edit can mostly do without. Raises DamagedStoreError."""
        files = self.read()
        if len(files) != self.count:
            # What is known no longer would be taken for somebody else's, and removed.
            raise DamagedStoreError(f"{len(files)} of {self.count} files")
        return files


class Known(NamedTuple):
    """What was known of a site: of all of it, or of the files that an edit is about where the rest is as it was."""

    before: Survey
    """What lay there."""
    rows: Mapping[str, FileRow]
    """What an earlier build published, by path."""
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Kept:
    """Files that no edit can have changed, for which nothing is planned."""

    rows: tuple[FileRow, ...] = ()
    """Those of which anything was read."""
    unread: int = 0
    """How many others there are."""

    @property
    def count(self) -> int:
        """How many there are in all."""
        return len(self.rows) + self.unread


class Edit(NamedTuple):
    """What is to be looked at where no brand looks other than it did to the others."""

    targets: tuple[Target, ...]
    kept: Kept
    known: Known
    named: Mapping[str, str]
    """See :func:`name_brands`."""


def name_brands(content: Content, memory: Memory) -> dict[str, str]:
    """What each brand is published of, by slug: the digest of its line, and of what the search may know of it."""
    named = {}
    for slug, line in content.lines.items():
        known = memory.brands.get(slug, "")
        named[slug] = (
            known if known.startswith(line.digest) else f"{line.digest} {line.entry and told_part(line.entry)}"
        )
    return named


def plan_edit(plan: Plan, content: Content, memory: Memory, look: Look) -> Edit | None:
    """The files that can have changed where no brand looks other than it did to the others, and the rest as they are.

    ``look`` is at the site. ``None`` where the rest is not as it was published.
    """
    named = name_brands(content, memory)
    known = {slug: memory.brands.get(slug, "") for slug in content.catalogue.by_slug}
    changed = {slug for slug, before in known.items() if before != named[slug]}
    # To ask what the search would know of all brands takes longer than an edit of a story does.
    is_told_anew = any(known[slug].partition(" ")[2] != named[slug].partition(" ")[2] for slug in changed)
    targets = (*plan.of_brands(changed), *(plan.whole() if is_told_anew else ()))
    # The files of the full-text search are those that lie there, whichever they are.
    if not plan.fulltext_key and memory.sum == look.sum and (edit := _trust_the_rest(targets, named, memory, look)):
        return edit
    return _look_at_the_rest(targets, changed, named, memory, look.survey)


def _trust_the_rest(targets: tuple[Target, ...], named: Mapping[str, str], memory: Memory, look: Look) -> Edit | None:
    """The edit of a site that nobody touched, of which nothing else has to be read; ``None`` where a file is new."""
    rows = memory.read(target.path for target in targets)
    if len(rows) < len(targets):
        return None
    files = {row.path: (row.size, row.time) for row in rows.values()}
    if not look.still_finds(files):
        return None  # A preview knows the sum of the site without a look, and somebody has been there.
    look.leave()
    before = Survey(
        files, folders=sorted({str(folder) for path in files for folder in PurePosixPath(path).parents} - {"."})
    )
    return Edit(targets, Kept(unread=memory.count - len(rows)), Known(before, rows, is_whole=False), named)


def _look_at_the_rest(
    targets: tuple[Target, ...], changed: set[str], named: Mapping[str, str], memory: Memory, before: Survey
) -> Edit | None:
    planned = {target.path for target in targets}
    kept = tuple(
        row
        for row in memory.files.values()
        if row.owner not in changed and row.path not in planned and not row.path.startswith(FOLDER)
    )
    if any(before.files.get(row.path) != (row.size, row.time) for row in kept):
        return None
    return Edit(targets, Kept(kept), Known(before, memory.files), named)


Waiting = dict[str, Staged]
"""What was made and waits to be published, by path."""


class Pending:
    """What of a site is to be made: found out when it is asked for, which may be while other work is done.

    It is an :class:`showcase.compile.executor.Agenda`.
    """

    def __init__(
        self, plan: Plan, content: Content, memory: Memory, known: Known, edit: Edit | None, waiting: Waiting
    ) -> None:
        """``known`` is of the site, ``edit`` what is to be looked at if not all, ``waiting`` what was made already."""
        self.content, self.waiting, self._known = content, waiting, known
        self._plan, self._memory, self._edit = plan, memory, edit
        self._own: Sequence[Target] = ()
        self.targets: tuple[Target, ...] = ()
        self.kept = Kept()
        self.stale: list[Target] = []
        self.named: Mapping[str, str] = {}
        """See :func:`name_brands`."""

    @property
    def is_all(self) -> bool:
        """Whether nothing can be kept that was made before."""
        planned = (row for path, row in self._known.rows.items() if not path.startswith(FOLDER))
        known = next(planned, None)  # They were all made by the same program, so that one tells of all.
        return not self._edit and not self.waiting and (known is None or not self._plan.may_keep(known.key))

    def find_own(self) -> list[Target]:
        """What is of single brands, is stale and was not made by an earlier try."""
        self._own = [target for target in self._edit.targets if target.owner] if self._edit else self._plan.own()
        return [target for target in self._own if not _is_fresh(target, self._known) and not self._is_waiting(target)]

    def find_shared(self) -> list[Target]:
        """The same of no single brand; then all is known of the site."""
        edit = self._edit
        self.targets, self.kept = (edit.targets, edit.kept) if edit else (self._plan.all(self._own), Kept())
        self.named = edit.named if edit else name_brands(self.content, self._memory)
        self.stale = [target for target in self.targets if not _is_fresh(target, self._known)]
        return [target for target in self.stale if not target.owner and not self._is_waiting(target)]

    def _is_waiting(self, target: Target) -> bool:
        made = self.waiting.get(target.path)
        return made is not None and made.key == target.key


def _is_fresh(target: Target, known: Known) -> bool:
    """Whether the site holds what a target would make: the key is the same, and nobody has touched the file since."""
    row = known.rows.get(target.path)
    return row is not None and row.key == target.key and known.before.files.get(target.path) == (row.size, row.time)
