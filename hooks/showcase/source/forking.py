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


_leaving: Final[list[int]] = []
"""Processes that have done all they were to do, and are about to end."""


def let_leave(process: int) -> None:
    """Lets a process end by itself: for one that shares much memory that takes some milliseconds."""
    _leaving.append(process)


def see_off() -> None:
    """Waits for the end of the processes that were let leave: until then they hold the locks that this one holds."""
    while _leaving:
        # Where SIGCHLD is ignored, the system forgets a process once it has ended.
        with suppress(ChildProcessError):
            os.waitpid(_leaving.pop(), 0)


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
