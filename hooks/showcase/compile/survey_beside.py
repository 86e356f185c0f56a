"""Surveying a large site in a process beside, while this one reads the brands."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import Final

from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.side_process import SideWork, SilentError, work_beside
from showcase.compile.survey import Seen, Survey, survey_folder
from showcase.source.pool import can_fork

_WORTH_A_PROCESS: Final = 1_000
"""Entries of the largest folder at the top below which a process takes longer to start than the survey."""
_PATIENCE: Final = 30.0
"""Seconds after which the survey is begun anew, in this process."""


class Look:
    """A look at what lies in a folder, taken once, when it is asked for."""

    def __init__(self, folder: Path, skip: frozenset[str]) -> None:
        """``skip`` names what is passed over wherever it lies."""
        self._folder = folder
        self._skip = skip

    @cached_property
    def sum(self) -> int:
        """See :attr:`showcase.compile.survey.Survey.sum`."""
        return self.survey.sum

    @cached_property
    def survey(self) -> Survey:
        """What lies there; it may be without the times of changes."""
        return survey_folder(self._folder, skip=self._skip)

    def still_finds(self, files: Mapping[str, Seen]) -> bool:
        """Whether some files lie there at this moment as they are known."""
        try:
            stats = ((os.lstat(self._folder / path), seen) for path, seen in files.items())
            return all((stat.st_size, stat.st_mtime_ns) == seen for stat, seen in stats)
        except OSError:
            return False


class KnownLook(Look):
    """A look that need not be taken, as long as nobody asks for more than its sum."""

    def __init__(self, folder: Path, skip: frozenset[str], known: int) -> None:
        """``known`` is the sum."""
        super().__init__(folder, skip)
        self._known = known

    @cached_property
    def sum(self) -> int:
        """As it is known."""
        return self._known


class LookBeside(Look):
    """A look that another process takes meanwhile; its sum is at hand long before all of it is handed over."""

    def __init__(self, look: Look, work: SideWork[int | Survey]) -> None:
        """``look`` is taken where the process is of no use."""
        super().__init__(look._folder, look._skip)
        self._here = look
        self._work = work

    @cached_property
    def sum(self) -> int:
        """As that of a look in this process."""
        told = self._wait()
        return told if isinstance(told, int) else self._here.sum

    @cached_property
    def survey(self) -> Survey:
        """As that of a look in this process, without the times of changes."""
        _ = self.sum  # It is told first.
        told = self._wait()
        return told if isinstance(told, Survey) else self._here.survey

    def _wait(self) -> int | Survey | None:
        try:
            return self._work.wait(_PATIENCE)
        except (OSError, SilentError):
            return None


@contextmanager
def survey_beside(folder: Path, *, skip: frozenset[str], jobs: int) -> Iterator[Look]:
    """Gives a look at what lies in a folder, which is taken meanwhile if the folder is large.

    Where no process can be had quickly, or there is one core, it is taken when it is asked for.
    """
    look = Look(folder, skip)
    if jobs <= 1 or not can_fork() or not _is_large(folder):
        yield look
        return
    with work_beside(partial(_tell, look), ignore_advance) as work:
        yield LookBeside(look, work)


def _is_large(folder: Path) -> bool:
    try:
        tops = [top for top in folder.iterdir() if top.is_dir()]
        return any(len(os.listdir(top)) >= _WORTH_A_PROCESS for top in tops)  # noqa: PTH208 - a Path for each is slow
    except OSError:
        return False


def _tell(look: Look, _advance: Advance) -> Iterator[int | Survey]:
    yield look.sum
    # A third of what would have to be sent, and of no use to whoever compares a site with what is known of it.
    look.survey.changes.clear()
    yield look.survey
