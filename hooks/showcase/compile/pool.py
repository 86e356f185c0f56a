"""The pool of processes that work is spread over."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager


def can_fork() -> bool:
    """Whether workers share what is already in memory.

    A process with threads, as a server is, is not forked: a lock that another thread holds would be held for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def open_pool(jobs: int, begin: Callable[[], None] | None = None) -> Iterator[Executor]:
    """A pool of processes, forked where that can be; each calls ``begin`` first."""
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    with ProcessPoolExecutor(jobs, context, _start_worker, (begin,)) as pool:
        try:
            yield pool
        except BrokenProcessPool:
            raise OSError(errno.ENOMEM, "a process was ended from outside") from None
        except BaseException:
            # What was not begun is dropped; what was is waited for, or it would write into the next build's stage.
            pool.shutdown(cancel_futures=True)
            raise


def _start_worker(begin: Callable[[], None] | None) -> None:
    # Ctrl-C is for the process that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if begin is not None:
        begin()


def _end_with_parent() -> None:
    """Ends a worker whose build was killed; it would wait for ever, with the lock of the site in its hands."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
