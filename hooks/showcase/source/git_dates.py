"""The days that git knows: when a brand first came, and when it last changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from showcase.language import N_
from showcase.model.brand import Brand
from showcase.model.values import PartialDate
from showcase.source.git import NO_GIT, REFUSED, SHALLOW, UNBORN, WHOLE, find_repository, read_head, run_git

_MARK: Final = "\x01"
"""Begins the line of a commit; no path of a brand begins so."""
_CAUSES: Final = {
    SHALLOW: (N_("this is a shallow clone, without the history of git"), N_("git -C {root} fetch --unshallow")),
    REFUSED: (
        N_("git does not read the history, for {root} belongs to another user"),
        N_("git config --global --add safe.directory {root}"),
    ),
    NO_GIT: (N_("git is not installed, and nothing else reads the history"), N_("install git")),
    UNBORN: (
        N_("nothing has been committed to the git repository yet"),
        N_("commit the brands (git add, then git commit)"),
    ),
    "": (
        N_("the brands lie in no git repository"),
        N_("take the folder .git along with the project, or write published: into every brand"),
    ),
}
"""Why there are no days, and what mends it, by how the head ends."""
_NO_HISTORY: Final = frozenset({UNBORN, ""})
"""Of these, where there is no history that could tell more than the brands do."""


class Gap(NamedTuple):
    """Why git does not tell the days of brands."""

    cause: str
    mend: str
    """Both msgids, in which ``{root}`` may stand."""
    root: str
    """The folder of the repository."""


@dataclass(frozen=True, slots=True)
class GitDates:
    """The days of a brand's commits."""

    first: PartialDate | None
    """The day of the commit that brought its text; ``None`` where none has yet."""
    last: PartialDate
    """The day of the last commit that touched its text or the files beside it."""

    def __str__(self) -> str:
        """Both days, fit to be kept."""
        return f"{self.first or ''} {self.last}"

    @classmethod
    def from_text(cls, text: str) -> GitDates:
        """The days that ``str`` gave."""
        first, _, last = text.partition(" ")
        return cls(PartialDate.parse(first) if first else None, PartialDate.parse(last))


def date_brand(brand: Brand, dates: GitDates | None) -> Brand:
    """A brand with the days that git knows; an editor's own word on the day of publishing counts for more."""
    if dates is None:
        return brand
    return brand.model_copy(update={"updated": dates.last, "published": brand.published or dates.first})


def read_git_dates(folder: Path) -> Mapping[str, GitDates] | None:
    """The days of every brand of a folder, by slug; nothing without git, outside a repository or in a shallow clone.

    ``None`` where git fails at it.
    """
    if not read_head(folder).endswith(WHOLE):
        return {}
    options = ("--no-renames", "--name-only", "--relative", f"--format={_MARK}%cs", "--", ".")
    log = run_git(folder, "log", *options)
    return None if log is None else _parse_log(log)


def find_gap(folder: Path, head: str, days: Iterable[str]) -> Gap | None:
    """Why git does not tell the days of brands; ``None`` where it does.

    ``days`` are those on which brands were published, empty where that is not known: outside a repository nothing is
    missing where all of them say it, nor before the first commit.
    """
    ending = next(ending for ending in _CAUSES if head.endswith(ending))
    if head.endswith(WHOLE) or (ending in _NO_HISTORY and all(days)):
        return None
    return Gap(*_CAUSES[ending], find_repository(folder))


def _parse_log(log: str) -> Mapping[str, GitDates]:
    """Reads commits from the newest to the oldest, each a day and the paths it touched."""
    first: dict[str, PartialDate] = {}
    last: dict[str, PartialDate] = {}
    day = None
    for line in log.splitlines():
        if line.startswith(_MARK):
            day = PartialDate.parse(line[1:])
        elif line and day is not None:
            slug, is_text = _read_path(line)
            last.setdefault(slug, day)
            if is_text:
                first[slug] = day
    return {slug: GitDates(first.get(slug), day) for slug, day in last.items()}


def _read_path(path: str) -> tuple[str, bool]:
    """The slug that a path belongs to, and whether it is the brand's text; git quotes a path with odd characters."""
    slug, slash, rest = path.removeprefix('"').partition("/")
    return (slug, rest == "index.md") if slash else (path.removesuffix(".md"), True)
