"""A process beside the pool, for one long work that others need not wait for."""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from showcase.compile.advance import Advance
from showcase.source.forking import can_fork
from showcase.source.pool import end_with_parent, hold_interrupts

Result = TypeVar("Result")


class SilentError(Exception):
    """Nothing was heard of a work for too long."""


class SideWork(Generic[Result]):
    """Work that another process is at."""

    def __init__(self, answers: Connection, advance: Advance) -> None:
        """``advance`` is told how far it is, whenever this is looked at."""
        self._answers = answers
        self._advance = advance
        self._results: deque[Any] = deque()

    def look(self) -> None:
        """Takes in what it has told meanwhile."""
        while not self._results and self._answers.poll():
            self._take()

    def wait(self, patience: float) -> Result:
        """What it yields next, once it does.

        Raises what it raised, ``OSError`` where it was ended from outside, and :class:`SilentError` where it told
        nothing for as many seconds.
        """
        while not self._results:
            if not self._answers.poll(patience):
                raise SilentError
            self._take()
        result: Result = self._results.popleft()
        if isinstance(result, Exception):
            raise result
        return result

    def _take(self) -> None:
        try:
            kind, *values = self._answers.recv()
        except EOFError:
            raise OSError("a process was ended from outside") from None
        if kind == "advance":
            self._advance(*values)
        else:
            self._results.extend(values)


@contextmanager
def work_beside(work: Callable[[Advance], Iterator[Result]], advance: Advance) -> Iterator[SideWork[Result]]:
    """Begins a work in a process of its own, which is ended with the block; it yields what comes of it."""
    context: Any = multiprocessing.get_context("fork" if can_fork() else "spawn")
    answers, told = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, told))
    with hold_interrupts():
        process.start()
    told.close()
    try:
        yield SideWork(answers, advance)
    finally:
        answers.close()
        process.kill()
        process.join()
        process.close()


def _do(work: Callable[[Advance], Iterator[Any]], told: Connection) -> None:
    # Ctrl-C is for the process that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        for result in work(lambda count, total: told.send(("advance", count, total))):
            told.send(("result", result))
    except Exception as error:  # noqa: BLE001 - told by whoever waits
        told.send(("result", error))
