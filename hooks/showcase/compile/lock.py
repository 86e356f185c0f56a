"""One build at a time: a lock on a folder, which the system takes back from a process that dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class LockedError(Exception):
    """Another build is under way in a folder; its text names it."""


@contextmanager
def hold_lock(folder: Path) -> Iterator[None]:
    """Holds the lock of a folder, made where it is not there; raises :class:`LockedError` at once if another does."""
    folder.mkdir(parents=True, exist_ok=True)
    if sys.platform == "win32":  # Windows cannot lock a folder: builds are not held apart there.
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise LockedError(str(folder)) from None
    try:
        yield
    finally:
        os.close(descriptor)
