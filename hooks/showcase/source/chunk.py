"""What a crew works on: items, handed over by the chunk, and what comes of them."""

from __future__ import annotations

import errno
import signal
from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Generic, NamedTuple, Protocol, TypeVar

from showcase.model.limits import Limits
from showcase.source.stint import HandedOut, lay_down, limit_memory, number_in_hand

Item = TypeVar("Item")
Result = TypeVar("Result")
Chunk = list[tuple[int, Item]]
"""Items with their numbers."""
Numbers = Sequence[int]
"""Those of the items of a chunk."""

AHEAD: Final = 4
"""Chunks a process that are handed over at a time."""
LOOK: Final = 1.0
"""Seconds between two looks at who is late by the clock on the wall."""
TOO_LONG: Final = "took-too-long"
_TOO_MUCH: Final = "took-too-much-memory"
_BROKEN: Final = "stopped-the-program"
_OUTSIDE: Final = ("SIGTERM", "SIGKILL", "SIGINT", "SIGHUP", "SIGQUIT")
"""Signals by which somebody ends a process that has done nothing wrong."""


@dataclass(frozen=True, slots=True)
class Ended(Generic[Item]):
    """An item on which the work had to be ended."""

    item: Item
    code: str
    """Kind of fault."""


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """Items that something is to be done with."""

    items: Sequence[Item]
    chunk: int
    """Items handed to a process at a time."""
    limits: Limits | None
    """What each item may take; ``None`` for work on no single brand."""
    meanwhile: Callable[[], object] | None = None
    """Called once in this process, when the first of them have been handed over."""
    ahead: int = AHEAD
    """Chunks a process that are handed over at a time: enough for as long as ``meanwhile`` takes."""

    def take(self, numbers: Numbers) -> Chunk[Item]:
        """The items of these numbers, with them."""
        return [(number, self.items[number]) for number in numbers]


class Stopped(NamedTuple):
    """What a process that goes on says of an item it could not do."""

    number: int
    code: str


class Processes(Protocol):
    """Processes that work on chunks."""

    is_forked: bool
    """Whether they share the memory of this one."""
    is_broken: bool
    """Whether one of them was ended, so that none takes any more chunks."""
    late: dict[int, str]
    """Numbers of items on which a process was ended for being late, each with a kind of fault."""

    def work(
        self,
        chunks: deque[Numbers],
        task: Task[Item],
        work: Callable[[HandedOut[Item]], Result],
        do_meanwhile: Callable[[], None],
    ) -> Iterator[Result | Stopped]:
        """What comes of chunks, taken away as they are done, until one of them ends its process."""

    def begin_anew(self, begin: Callable[[], None], /) -> bool:
        """Has ``begin`` called before the next chunk, once handed over; false where others have to come for it."""

    def dismiss(self, *, cancel: bool) -> None:
        """Lets them go once they have done what they were handed; with ``cancel``, what they have begun at most."""


def work_on(work: Callable[[HandedOut[Item]], Result], chunk: Chunk[Item], limits: Limits | None) -> Result | Stopped:
    """What comes of a chunk in this process."""
    try:
        if limits is None:
            return work(HandedOut(chunk, limits))
        with limit_memory(limits.memory):
            return work(HandedOut(chunk, limits))
    except MemoryError:
        if limits is None or (number_in_hand() < 0 and len(chunk) == 1):
            raise  # It is nobody's: no item is to blame, and the rest would go the same way.
        return Stopped(number_in_hand(), _TOO_MUCH)
    finally:
        lay_down()


def take_outcome(outcome: Result | Stopped, numbers: Numbers, chunks: deque[Numbers]) -> Iterator[Result | Stopped]:
    """What came of a chunk; what is still to be done of it is put back."""
    if isinstance(outcome, Stopped):
        if outcome.code == _TOO_MUCH and len(numbers) > 1:
            # Which of those that were at hand together has used it up shows when each is alone.
            chunks.extend([number] for number in numbers)
            return
        put_back(numbers, {outcome.number}, chunks)
    yield outcome


def put_back(numbers: Numbers, without: Container[int], chunks: deque[Numbers]) -> None:
    """Puts a chunk back, without some of it."""
    rest = [number for number in numbers if number not in without]
    if rest:
        chunks.append(rest)


def find_guilty(ended: Mapping[int, str], at_hand: Container[int]) -> dict[int, str]:
    """The items, of those at hand, that ended a process, each with a kind of fault.

    Raises ``OSError`` where there are none: a process was ended from outside.
    """
    guilty = {number: code for number, code in ended.items() if number in at_hand}
    if not guilty:
        # Nor would there be an end of it: whatever is put back has to be less than it was.
        raise OSError(errno.ENOMEM, "a process was ended from outside")
    return guilty


def explain_exit(code: int) -> str:
    """The kind of fault that an exit code tells of; empty for none."""
    name = signal.Signals(-code).name if code < 0 else ""
    if code == 0 or name in _OUTSIDE:
        return ""
    return TOO_LONG if name == "SIGPROF" else _BROKEN
