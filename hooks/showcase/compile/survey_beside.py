"""Surveying a large site in a process beside, while this one reads the brands.

It imports little, for it is begun before it is known whether there is anything to do.
"""

from __future__ import annotations

import marshal
import os
import select
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, NoReturn

from showcase.compile.survey import SUMS, Seen, Survey, survey_folder, survey_second_share, survey_shares
from showcase.source.forking import can_fork, let_leave

_WORTH_A_PROCESS: Final = 1_000
"""Entries of the largest folder at the top below which a process takes longer to start than the survey."""
_PATIENCE: Final = 30.0
"""Seconds after which the survey is begun anew, in this process."""
_DIGITS: Final = 32
"""Of a sum, as it is told."""


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

    def share_sum(self) -> int:
        """The sum, asked for by a process that has nothing else to do until it is known."""
        return self.sum

    @cached_property
    def survey(self) -> Survey:
        """What lies there; it may be without the times of changes."""
        return survey_folder(self._folder, skip=self._skip)

    def leave(self) -> None:
        """Ends what is done for it elsewhere: nobody will ask for more than its sum."""

    def again(self) -> Look:
        """Another look at the same, where something has been published since."""
        return Look(self._folder, self._skip)

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

    def __init__(self, look: Look, process: int, told: BinaryIO) -> None:
        """``look`` is taken where the process is of no use, which tells what it found by way of ``told``."""
        super().__init__(look._folder, look._skip)
        self._here = look
        self._process: int | None = process
        self._told = told

    def leave(self) -> None:
        """Ends the process, which waits until all that it has found is taken."""
        process, self._process = self._process, None
        if process is not None:
            let_leave(process)

    @cached_property
    def sum(self) -> int:
        """As that of a look in this process."""
        first, second = self._first, self._second
        return self._here.sum if first is None or second is None else (first + second) % SUMS

    def share_sum(self) -> int:
        """As :attr:`sum`, sooner: this process, which has nothing else to do, takes a part of the look."""
        second = survey_second_share(self._folder, skip=self._skip).sum
        return self.sum if self._first is None else (self._first + second) % SUMS

    @cached_property
    def survey(self) -> Survey:
        """As that of a look in this process, without the times of changes."""
        if self._first is not None and self._second is not None:
            with suppress(OSError, ValueError, EOFError, TypeError):
                files, links, folders = marshal.loads(self._told.read())  # noqa: S302 - of our own process
                return Survey(files, {}, links, folders)
        return self._here.survey

    @cached_property
    def _first(self) -> int | None:
        return self._take_sum()

    @cached_property
    def _second(self) -> int | None:
        return None if self._first is None else self._take_sum()

    def _take_sum(self) -> int | None:
        """The next sum that the process tells; ``None`` where it was ended, or has told nothing for too long."""
        with suppress(OSError, ValueError):
            if select.select([self._told], [], [], _PATIENCE)[0]:
                return int(self._told.read(_DIGITS), 16)
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
    reading, writing = os.pipe()
    process = _bear(look, writing)
    os.close(writing)
    if not process:
        os.close(reading)
        yield look
        return
    # Without a buffer: whether something was told is asked of the pipe.
    with os.fdopen(reading, "rb", buffering=0) as told:
        beside = LookBeside(look, process, told)
        try:
            yield beside
        finally:
            beside.leave()


def _bear(look: Look, writing: int) -> int:
    """Begins the process; 0 where the system lets no other be had."""
    # Ctrl-C is for this process, not for one just born, which would go on with what this one was to do.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        try:
            process = os.fork()
        except OSError:
            return 0
        if not process:
            _tell(look, writing)
        return process
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _is_large(folder: Path) -> bool:
    with suppress(OSError), os.scandir(folder) as tops:
        return any(_holds_many(top) for top in tops if top.is_dir(follow_symlinks=False))
    return False


def _holds_many(folder: os.DirEntry[str]) -> bool:
    with os.scandir(folder) as entries:
        return sum(1 for _ in islice(entries, _WORTH_A_PROCESS)) == _WORTH_A_PROCESS


def _tell(look: Look, writing: int) -> NoReturn:
    """Tells what lies there, and ends this process."""
    try:
        # It is not to hold the locks of a build that was killed, and to end where nobody reads any more.
        os.closerange(3, writing)
        os.closerange(writing + 1, os.sysconf("SC_OPEN_MAX"))
        os.chdir(look._folder)  # For the system to find each of many thousands of files from there.
        found = Survey()
        with os.fdopen(writing, "wb") as told:
            for part in survey_shares(Path(), skip=look._skip):
                told.write(b"%0*x" % (_DIGITS, part.sum))
                told.flush()
                found.add(part)
            # Without the times of changes: they are of no use to whoever compares a site with what is known of it.
            told.write(marshal.dumps((found.files, found.links, found.folders)))
    finally:
        os._exit(0)
