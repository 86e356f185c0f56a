"""Whether another process can be had quickly, and how it is born; apart from pools, which take long to import."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Final


def can_fork() -> bool:
    """Whether workers share what is already in memory.

    A process with threads, as a server is, is not forked: a lock that another thread holds would be held for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1


_leaving: Final[dict[int, bool]] = {}
"""Processes that have been ended, and whether they hold the locks that this one holds until they are gone."""


def let_leave(process: int, *, holds_locks: bool = True) -> None:
    """Ends a process that has done all it was to do, and waits later: one that shares much memory takes its time."""
    # Where SIGCHLD is ignored, as some that start builds have it, the system forgets a process once it has ended.
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    _leaving[process] = holds_locks


def see_off() -> None:
    """Waits until those that were let leave are gone, but for the ones that hold no locks."""
    for process, holds_locks in tuple(_leaving.items()):
        try:
            is_gone = os.waitpid(process, 0 if holds_locks else os.WNOHANG) != (0, 0)
        except ChildProcessError:
            is_gone = True
        if is_gone:
            del _leaving[process]


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
