"""A stint: the work on one brand, and what it may take of the machine.

The system itself keeps the limits. It counts seconds of the processor and not of the clock on the wall, so that a busy
machine is slow and not wrong, and it ends a process in the midst of a library's own code, which nothing else can do.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path
from types import FrameType
from typing import Any, Final, Generic, TypeVar

from showcase.model.limits import Limits

Item = TypeVar("Item")

_PIXELS: Final = 20_000_000
"""Pixels of a picture for which a stint is given its seconds once more: to decode them takes a tenth of that."""
_PATIENCE: Final = 30
"""How much longer than its seconds a stint may take by the clock on the wall, as one does that waits for a disk."""
_LEAST: Final = 0.001
"""Seconds; none at all would be no limit."""
_FIELDS: Final = 3


class TookTooLongError(BaseException):
    """A stint in a process that must not be ended has used up its seconds; nothing else is to catch it."""


class Board:
    """Tells the process that opened a pool what each process of it has in hand."""

    def __init__(self, cells: Any, lock: Any) -> None:
        """``cells`` are floats that all of them share, 1 and 3 a process; the lock is for who takes a row of them."""
        self._cells, self._lock = cells, lock

    @classmethod
    def of_one(cls) -> Board:
        """Of one process that will be forked."""
        return cls(_share_cells(1 + _FIELDS), nullcontext())

    @classmethod
    def among(cls, context: Any, jobs: int, *, is_forked: bool) -> Board:
        """Of several; ``context`` is that of multiprocessing, whose processes are forked or not."""
        count = 1 + _FIELDS * jobs
        return cls(_share_cells(count) if is_forked else context.RawArray("d", count), context.Lock())

    def take_row(self, process: int) -> int:
        """A row for a process."""
        with self._lock:
            row = int(self._cells[0])
            self._cells[0] = row + 1
        self._cells[1 + row * _FIELDS] = process
        self.write(row, -1, 0)
        return row

    def write(self, row: int, number: int, deadline: float) -> None:
        """Notes what a process has in hand, -1 for nothing; ``deadline`` is by the clock on the wall, 0 for none."""
        self._cells[2 + row * _FIELDS] = number
        self._cells[3 + row * _FIELDS] = deadline

    def read(self) -> Iterator[tuple[int, int, float]]:
        """Process, number in hand and deadline of each process."""
        # Without the lock: who held it may have been ended, and would hold it for ever.
        for row in range(int(self._cells[0])):
            process, number, deadline = self._cells[1 + row * _FIELDS : 1 + (row + 1) * _FIELDS]
            yield int(process), int(number), deadline


def _share_cells(count: int) -> Any:
    """Floats that a forked process shares: memory that is inherited needs no name, and one takes long to import."""
    return memoryview(mmap(-1, 8 * count)).cast("d")


@dataclass(slots=True)
class _Hand:
    """What this process has in hand; its timer and its memory are the process's own, and so is this."""

    number: int = -1
    seconds: float = 0
    deadline: float = 0
    board: Board | None = None
    row: int = 0


_hand: Final = _Hand()


def join_board(board: Board, process: int) -> None:
    """From now on this process notes what it has in hand."""
    _hand.board, _hand.row = board, board.take_row(process)


def number_in_hand() -> int:
    """The number of the item that is worked on."""
    return _hand.number


class HandedOut(Generic[Item]):
    """Items that are handed out one by one; each is a stint of its own until the next is asked for.

    They may be gone through several times, one step of the work after the other; what a step leaves of an item's
    seconds is there for the next. Without ``limits`` an item may take as long as it likes.
    """

    def __init__(self, items: Sequence[tuple[int, Item]], limits: Limits | None) -> None:
        """``items`` have their numbers."""
        self._items = items
        self._left = [limits.seconds if limits else 0.0] * len(items)
        self._limits = limits

    def __iter__(self) -> Iterator[Item]:
        """The items, in their order."""
        for place, (number, item) in enumerate(self._items):
            _begin(number, self._left[place])
            yield item
            self._left[place] = _tell_left()
        lay_down()

    def by(self, count: int) -> Iterator[HandedOut[Item]]:
        """The same, a few at a time."""
        for start in range(0, len(self._items), count):
            yield HandedOut(self._items[start : start + count], self._limits)


def lay_down() -> None:
    """From now on nothing is in hand."""
    _begin(-1, 0)


def allow_pixels(count: int) -> None:
    """Gives the stint more seconds, for a picture that is within the limits."""
    if not _hand.seconds:
        return
    more = _hand.seconds * count / _PIXELS
    _hand.deadline += more * _PATIENCE
    _note()
    if _has_timers():
        left, _ = signal.getitimer(signal.ITIMER_PROF)
        signal.setitimer(signal.ITIMER_PROF, left + more)


@contextmanager
def limit_memory(most: int) -> Iterator[None]:
    """Lets this process have so many bytes more than it has now; what asks for more raises ``MemoryError``.

    Where the system does not tell how much that is, only the limits on pictures hold.
    """
    there = _measure_memory()
    if there is None:
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    ceiling = min((there + most, *(value for value in (soft, hard) if value != resource.RLIM_INFINITY)))
    resource.setrlimit(resource.RLIMIT_DATA, (ceiling, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


@contextmanager
def raise_in_time() -> Iterator[None]:
    """Has a stint that takes too long end in :class:`TookTooLongError` instead of with its process.

    A single call into a library that is not Python's is waited for.
    """
    if not _has_timers() or threading.current_thread() is not threading.main_thread():
        yield  # The limits on sizes hold all the same.
        return
    before = signal.signal(signal.SIGPROF, _raise)
    try:
        yield
    finally:
        signal.signal(signal.SIGPROF, before)


def _raise(_signal: int, _frame: FrameType | None) -> None:
    raise TookTooLongError


def _begin(number: int, seconds: float) -> None:
    _hand.number, _hand.seconds = number, seconds
    _hand.deadline = time.monotonic() + seconds * _PATIENCE if seconds else 0
    _note()
    if _has_timers():
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _tell_left() -> float:
    """Seconds that the stint has left; 0 where it had no limit."""
    if not _hand.seconds or not _has_timers():
        return _hand.seconds
    return max(signal.getitimer(signal.ITIMER_PROF)[0], _LEAST)


def _note() -> None:
    if _hand.board is not None:
        _hand.board.write(_hand.row, _hand.number, _hand.deadline)


def _has_timers() -> bool:
    """Whether the system counts the seconds of the processor for a process; Windows does not."""
    return sys.platform != "win32"


def _measure_memory() -> int | None:
    """Bytes that this process may write and no other does; what threads only set aside is not counted."""
    if sys.platform != "linux":
        return None
    import resource

    try:
        pages = Path("/proc/self/statm").read_text("ascii").split()[5]
    except OSError:
        return None
    return int(pages) * resource.getpagesize()
