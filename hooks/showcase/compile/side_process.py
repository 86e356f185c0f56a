"""A process beside the pool, for one long work that others need not wait for."""

from __future__ import annotations

import errno
import multiprocessing
import signal
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from showcase.compile.advance import Advance
from showcase.source.forking import can_fork, hold_interrupts
from showcase.source.pool import end_with_parent

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

    @property
    def has_told(self) -> bool:
        """Whether it has yielded, raised or ended, as far as was looked."""
        return bool(self._results)

    def wait(self, patience: float | None) -> Result:
        """What it yields next, once it does; ``patience`` is ``None`` for as long as it takes.

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
            self._results.append(OSError(errno.ENOMEM, "a process was ended from outside"))
            return
        if kind == "advance":
            self._advance(*values)
        else:
            self._results.extend(values)


@contextmanager
def work_beside(work: Callable[[Advance], Iterator[Result]], advance: Advance) -> Iterator[SideWork[Result]]:
    """Begins a work in a process of its own, which is ended with the block; it yields what comes of it.

    Raises ``OSError`` where no process can be had.
    """
    context: Any = multiprocessing.get_context("fork" if can_fork() else "spawn")
    answers, told = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(work, told))
    try:
        # Ctrl-C may come at the end of the inner block, when the process is there.
        with hold_interrupts():
            process.start()
        told.close()
        yield SideWork(answers, advance)
    finally:
        answers.close()
        if process.pid:
            process.kill()
            process.join()


def _do(work: Callable[[Advance], Iterator[Any]], told: Connection) -> None:
    # Ctrl-C is for the process that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        for result in work(lambda count, total: told.send(("advance", count, total))):
            told.send(("result", result))
    except Exception as error:  # noqa: BLE001 - told by whoever waits
        told.send(("result", error))
