"""A pool of processes that much work is spread over, each of which can be ended."""

from __future__ import annotations

import copy
import itertools
import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.process import BaseProcess
from typing import Any, Final

from showcase.model.limits import Limits
from showcase.source.chunk import (
    LOOK,
    TOO_LONG,
    Chunk,
    Item,
    Numbers,
    Result,
    Stopped,
    Task,
    explain_exit,
    find_guilty,
    put_back,
    take_outcome,
    work_on,
)
from showcase.source.forking import can_fork, hold_interrupts
from showcase.source.stint import Board, HandedOut, join_board

_unready: Final[list[Exception]] = []
"""Why this process could not be set up."""


class Pool(ProcessPoolExecutor):
    """A pool that knows what its processes have in hand, and how each of them ended.

    They are born deaf to Ctrl-C: one that is interrupted between its birth and ``_start_worker`` would print a
    traceback.
    """

    def __init__(self, jobs: int, begin: Callable[[], None] | None) -> None:
        """``begin`` is called first in each process."""
        self.is_forked = can_fork()
        context: Any = copy.copy(multiprocessing.get_context("fork" if self.is_forked else "spawn"))
        board = Board.among(context, jobs, is_forked=self.is_forked)
        bear, born = context.Process, list[BaseProcess]()

        def note(*args: Any, **kwargs: Any) -> BaseProcess:
            born.append(bear(*args, **kwargs))
            return born[-1]

        context.Process = note
        super().__init__(jobs, context, _start_worker, (board, begin))
        self.is_broken = False
        self.late: dict[int, str] = {}
        self._jobs, self._born, self._board = jobs, born, board

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Hands work over; the executor starts its processes here and nowhere else."""
        with hold_interrupts():
            return super().submit(fn, *args, **kwargs)

    def work(
        self,
        chunks: deque[Numbers],
        task: Task[Item],
        work: Callable[[HandedOut[Item]], Result],
        do_meanwhile: Callable[[], None],
    ) -> Iterator[Result | Stopped]:
        """As :meth:`showcase.source.chunk.Processes.work`."""
        under_way: dict[Future[Result | Stopped], Numbers] = {}
        ahead = self._jobs * task.ahead
        try:
            while chunks or under_way:
                while chunks and len(under_way) < ahead:
                    future = self.submit(_work_in_worker, work, task.take(chunks[0]), task.limits)
                    under_way[future] = chunks.popleft()
                do_meanwhile()
                for future in wait(under_way, LOOK, FIRST_COMPLETED).done:
                    yield from take_outcome(future.result(), under_way.pop(future), chunks)
                self._end_late()
        except BrokenProcessPool:
            self.is_broken = True
            self.shutdown()
            broken = {number for future, numbers in under_way.items() if future.exception() for number in numbers}
            ended = find_guilty(self._find_ended(), broken)
            for future, numbers in under_way.items():
                if future.exception() is None:
                    yield from take_outcome(future.result(), numbers, chunks)
                else:
                    put_back(numbers, ended, chunks)
            yield from itertools.starmap(Stopped, ended.items())

    def begin_anew(self, _begin: Callable[[], None], /) -> bool:
        """As :meth:`showcase.source.chunk.Processes.begin_anew`; no single one of them can be told."""
        return False

    def dismiss(self, *, cancel: bool) -> None:
        """As :meth:`showcase.source.chunk.Processes.dismiss`."""
        self.shutdown(cancel_futures=cancel)

    def _end_late(self) -> None:
        """Ends the processes that are late by the clock on the wall."""
        for process, number, deadline in self._board.read():
            if number >= 0 and deadline and time.monotonic() > deadline:
                self.late[number] = TOO_LONG
                os.kill(process, getattr(signal, "SIGKILL", signal.SIGTERM))

    def _find_ended(self) -> dict[int, str]:
        """The items on which processes ended by their own doing, each with a kind of fault; all of them have ended."""
        codes = {process.pid: process.exitcode for process in self._born}
        found = dict(self.late)
        for process, number, _ in self._board.read():
            kind = explain_exit(codes.get(process) or 0)
            if number >= 0 and kind:
                found.setdefault(number, kind)
        return found


def _work_in_worker(
    work: Callable[[HandedOut[Item]], Result], chunk: Chunk[Item], limits: Limits | None
) -> Result | Stopped:
    if _unready:
        raise _unready[0]
    return work_on(work, chunk, limits)


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
