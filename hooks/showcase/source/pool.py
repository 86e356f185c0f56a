"""The pool of processes that work on brands is spread over, each of which can be ended."""

from __future__ import annotations

import copy
import errno
import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Container, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from typing import Any, Final, Generic, NamedTuple, TypeVar

from showcase.model.limits import Limits
from showcase.source.forking import can_fork
from showcase.source.stint import (
    Board,
    HandedOut,
    TookTooLongError,
    join_board,
    lay_down,
    limit_memory,
    number_in_hand,
    raise_in_time,
)

Item = TypeVar("Item")
Result = TypeVar("Result")
Chunk = list[tuple[int, Item]]
"""Items with their numbers."""

_AHEAD: Final = 4
"""Chunks a process that are handed over at a time."""
_LOOK: Final = 1.0
"""Seconds between two looks at who is late by the clock on the wall."""
_TOO_LONG: Final = "took-too-long"
_TOO_MUCH: Final = "took-too-much-memory"
_BROKEN: Final = "stopped-the-program"
_unready: Final[list[Exception]] = []
"""Why this process could not be set up."""
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
    meanwhile: Callable[[], None] | None = None
    """Called once in this process, when the first of them have been handed over."""
    ahead: int = _AHEAD
    """Chunks a process that are handed over at a time: enough for as long as ``meanwhile`` takes."""


class _Stopped(NamedTuple):
    """What a process that goes on says of an item it could not do."""

    number: int
    code: str


class Crew:
    """Processes that stay together for one task after the other; one that was ended is replaced.

    They share what was in memory when the first task began, or the first after :meth:`relieve`.
    """

    def __init__(self, jobs: int, begin: Callable[[], None] | None = None) -> None:
        """``begin`` is called first in each process."""
        self._jobs, self._begin = jobs, begin
        self._pool: _Pool | None = None

    def __enter__(self) -> Crew:
        """A crew that is dismissed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Lets the processes go."""
        self._dismiss(cancel=kind is not None)

    def work_through(
        self, task: Task[Item], work: Callable[[HandedOut[Item]], Result]
    ) -> Generator[Result | Ended[Item], None, None]:
        """What ``work`` makes of each chunk of the items, as it comes, and the items on which it had to be ended.

        A chunk in which an item had to be given up is worked on once more without it, in a new process. Raises
        ``OSError`` where a process was ended from outside.
        """
        count = len(task.items)
        chunks: deque[Sequence[int]] = deque(
            range(start, min(start + task.chunk, count)) for start in range(0, count, task.chunk)
        )
        ahead = self._jobs * task.ahead
        waiting = [task.meanwhile] if task.meanwhile else []

        def do_meanwhile() -> None:
            while waiting:
                waiting.pop()()

        try:
            while chunks:
                pool = self._pool = self._pool or _Pool(self._jobs, self._begin)
                pool.late.clear()  # They were late with items of another task, which have the same numbers.
                for outcome in _work_until_broken(pool, chunks, task, work, ahead, do_meanwhile):
                    yield Ended(task.items[outcome.number], outcome.code) if isinstance(outcome, _Stopped) else outcome
                if pool.is_broken:
                    self._pool = None
            do_meanwhile()
        except BaseException:
            self._dismiss(cancel=True)
            raise

    def relieve(self) -> None:
        """Has others do the next task, where processes share this one's memory: each copies more of it by and by."""
        if self._pool and self._pool.is_forked:
            self._dismiss(cancel=False)

    def _dismiss(self, *, cancel: bool) -> None:
        """Lets the processes go once they have done what they were handed; or what they have begun, with ``cancel``.

        What was begun is waited for, or it would write into the next build's stage.
        """
        pool, self._pool = self._pool, None
        if pool:
            pool.shutdown(cancel_futures=cancel)


def work_through(
    task: Task[Item],
    work: Callable[[HandedOut[Item]], Result],
    jobs: int,
    begin: Callable[[], None] | None = None,
) -> Generator[Result | Ended[Item], None, None]:
    """The same by a crew that comes together for this alone."""
    with Crew(jobs, begin) as crew:
        yield from crew.work_through(task, work)


def work_here(
    items: Sequence[Item], work: Callable[[HandedOut[Item]], Result], limits: Limits | None
) -> Generator[Result | Ended[Item], None, None]:
    """The same in this process, item by item, where a pool would take longer to start than the work takes."""
    with raise_in_time():
        for number, item in enumerate(items):
            try:
                outcome = _work_on(work, [(number, item)], limits)
            except TookTooLongError:
                outcome = _Stopped(number, _TOO_LONG)
            yield Ended(item, outcome.code) if isinstance(outcome, _Stopped) else outcome


def _work_on(work: Callable[[HandedOut[Item]], Result], chunk: Chunk[Item], limits: Limits | None) -> Result | _Stopped:
    try:
        if limits is None:
            return work(HandedOut(chunk, limits))
        with limit_memory(limits.memory):
            return work(HandedOut(chunk, limits))
    except MemoryError:
        if limits is None or (number_in_hand() < 0 and len(chunk) == 1):
            raise  # It is nobody's: no item is to blame, and the rest would go the same way.
        return _Stopped(number_in_hand(), _TOO_MUCH)
    finally:
        lay_down()


def _work_in_worker(
    work: Callable[[HandedOut[Item]], Result], chunk: Chunk[Item], limits: Limits | None
) -> Result | _Stopped:
    if _unready:
        raise _unready[0]
    return _work_on(work, chunk, limits)


def _work_until_broken(
    pool: _Pool,
    chunks: deque[Sequence[int]],
    task: Task[Item],
    work: Callable[[HandedOut[Item]], Result],
    ahead: int,
    do_meanwhile: Callable[[], None],
) -> Iterator[Result | _Stopped]:
    """What comes of chunks of the numbers of items, taken away as they are done, until one of them ends its process."""
    under_way: dict[Future[Result | _Stopped], Sequence[int]] = {}
    try:
        while chunks or under_way:
            while chunks and len(under_way) < ahead:
                chunk = [(number, task.items[number]) for number in chunks[0]]
                future = pool.submit(_work_in_worker, work, chunk, task.limits)
                under_way[future] = chunks.popleft()
            do_meanwhile()
            for future in wait(under_way, _LOOK, FIRST_COMPLETED).done:
                yield from _take(future.result(), under_way.pop(future), chunks)
            pool.end_late()
    except BrokenProcessPool:
        pool.is_broken = True
        pool.shutdown()
        broken = {number for future, numbers in under_way.items() if future.exception() for number in numbers}
        ended = {number: code for number, code in pool.find_ended().items() if number in broken}
        if not ended:
            # Nor would there be an end of it: whatever is put back has to be less than it was.
            raise OSError(errno.ENOMEM, "a process was ended from outside") from None
        for future, numbers in under_way.items():
            if future.exception() is None:
                yield from _take(future.result(), numbers, chunks)
            else:
                _put_back(numbers, ended, chunks)
        yield from itertools.starmap(_Stopped, ended.items())


def _take(
    outcome: Result | _Stopped, numbers: Sequence[int], chunks: deque[Sequence[int]]
) -> Iterator[Result | _Stopped]:
    if isinstance(outcome, _Stopped):
        if outcome.code == _TOO_MUCH and len(numbers) > 1:
            # Which of those that were at hand together has used it up shows when each is alone.
            chunks.extend([number] for number in numbers)
            return
        _put_back(numbers, {outcome.number}, chunks)
    yield outcome


def _put_back(numbers: Sequence[int], without: Container[int], chunks: deque[Sequence[int]]) -> None:
    rest = [number for number in numbers if number not in without]
    if rest:
        chunks.append(rest)


class _Pool(ProcessPoolExecutor):
    """A pool that knows what its processes have in hand, and how each of them ended.

    They are born deaf to Ctrl-C: one that is interrupted between its birth and ``_start_worker`` would print a
    traceback.
    """

    def __init__(self, jobs: int, begin: Callable[[], None] | None) -> None:
        self.is_forked = can_fork()
        context: Any = copy.copy(multiprocessing.get_context("fork" if self.is_forked else "spawn"))
        board = Board(context, jobs, is_forked=self.is_forked)
        bear, born = context.Process, list[BaseProcess]()

        def note(*args: Any, **kwargs: Any) -> BaseProcess:
            born.append(bear(*args, **kwargs))
            return born[-1]

        context.Process = note
        super().__init__(jobs, context, _start_worker, (board, begin))
        self.is_broken = False
        self._born, self._board = born, board
        self.late: dict[int, str] = {}
        """Numbers of items on which a process was ended for being late, each with a kind of fault."""

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Hands work over; the executor starts its processes here and nowhere else."""
        with hold_interrupts():
            return super().submit(fn, *args, **kwargs)

    def end_late(self) -> None:
        """Ends the processes that are late by the clock on the wall."""
        for process, number, deadline in self._board.read():
            if number >= 0 and deadline and time.monotonic() > deadline:
                self.late[number] = _TOO_LONG
                os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))

    def find_ended(self) -> dict[int, str]:
        """The items on which processes ended by their own doing, each with a kind of fault; all of them have ended."""
        codes = {process.pid: process.exitcode for process in self._born}
        found = dict(self.late)
        for process, number, _ in self._board.read():
            kind = _explain_exit(codes.get(process) or 0)
            if number >= 0 and kind:
                found.setdefault(number, kind)
        return found


def _explain_exit(code: int) -> str:
    """The kind of fault that an exit code tells of; empty for none."""
    name = signal.Signals(-code).name if code < 0 else ""
    if code == 0 or name in _OUTSIDE:
        return ""
    return _TOO_LONG if name == "SIGPROF" else _BROKEN


@contextmanager
def hold_interrupts() -> Iterator[None]:
    """Keeps Ctrl-C waiting until the end of the block; a process started in it inherits that it waits."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(board: Board, begin: Callable[[], None] | None) -> None:
    # Ctrl-C is for the process that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    join_board(board, os.getpid())
    if begin is not None:
        try:
            begin()
        except Exception as error:  # noqa: BLE001 - raised by the first work; here it would only break the pool
            _unready.append(error)


def end_with_parent() -> None:
    """Has a worker end with its build; it would wait for ever after it, with the lock of the site in its hands."""
    threading.Thread(target=_watch_parent, daemon=True).start()


def _watch_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
