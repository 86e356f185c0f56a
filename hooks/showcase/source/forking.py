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


_leaving: Final[set[int]] = set()
"""Processes that have been ended, and may not be gone yet."""


def let_leave(process: int) -> None:
    """Ends a process of which nothing more is wanted, and waits later: one that shares much memory takes its time.

    Once: when it has been waited for, another may have its number.
    """
    # Where SIGCHLD is ignored, as some that start builds have it, the system forgets a process once it has ended.
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)
    _leaving.add(process)


def see_off() -> None:
    """Waits until those that were let leave are gone: until then they may hold the locks that this process holds."""
    while _leaving:
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
