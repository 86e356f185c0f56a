"""Work that another process does, while this one does something else."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from showcase.source.forking import can_fork
from showcase.source.pool import end_with_parent, hold_interrupts


@contextmanager
def work_beside(work: Callable[[], object], *, jobs: int) -> Iterator[Callable[[], bool] | None]:
    """Has work done beside that leaves its results in files; gives what waits for it and tells whether it was done.

    It was not where it failed: whoever asks does it then and finds out why. At the end of the block whatever is left of
    it is ended. Gives ``None`` where it was not begun: no process can be had quickly, or there is one core.
    """
    if jobs <= 1 or not can_fork():
        yield None
        return
    process = multiprocessing.get_context("fork").Process(target=_work, args=(work,))
    try:
        with hold_interrupts():
            process.start()
    except OSError:
        yield None
        return

    def is_done() -> bool:
        process.join()
        return process.exitcode == 0

    try:
        yield is_done
    finally:
        process.kill()
        process.join()


def _work(work: Callable[[], object]) -> None:
    # Ctrl-C is for the process that started it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end_with_parent()
    try:
        work()
    except BaseException:  # noqa: BLE001 - told by whoever does the work then
        os._exit(1)
