"""The pool of processes that work is spread over."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import Any, TypeVar

Result = TypeVar("Result")


def can_fork() -> bool:
    """Whether workers share what is already in memory.

    A process with threads, as a server is, is not forked: a lock that another thread holds would be held for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1


@contextmanager
def open_pool(jobs: int, begin: Callable[[], None] | None = None) -> Iterator[Executor]:
    """A pool of processes, forked where that can be; each calls ``begin`` first."""
    context = multiprocessing.get_context("fork" if can_fork() else "spawn")
    with _Pool(jobs, context, _start_worker, (begin,)) as pool:
        try:
            yield pool
        except BrokenProcessPool:
            raise OSError(errno.ENOMEM, "a process was ended from outside") from None
        except BaseException:
            # What was not begun is dropped; what was is waited for, or it would write into the next build's stage.
            pool.shutdown(cancel_futures=True)
            raise


class _Pool(ProcessPoolExecutor):
    """A pool whose processes are born deaf to Ctrl-C.

    One that is interrupted between its birth and ``_start_worker`` would print a traceback.
    """

    def submit(self, fn: Callable[..., Result], /, *args: Any, **kwargs: Any) -> Future[Result]:
        """Hands work over; the executor starts its processes here and nowhere else."""
        with _interrupts_held():
            return super().submit(fn, *args, **kwargs)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Keeps Ctrl-C waiting until the end of the block; a process started in it inherits that it waits."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


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
