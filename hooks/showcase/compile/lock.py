"""One build at a time: a lock on a folder, which the system takes back from a process that dies."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

_HELD: Final = frozenset({errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES})
"""What the system says of a lock that another holds; anything else means that it knows no locks there."""


class LockedError(Exception):
    """Another build is under way in a folder; its text names it."""


@contextmanager
def hold_lock(folder: Path) -> Iterator[None]:
    """Holds the lock of a folder, made where it is not there; raises :class:`LockedError` at once if another does.

    Processes forked meanwhile hold it too, until the last of them has ended. A folder that was made for it is removed
    again if it is still empty. Builds are not held apart on Windows, which cannot lock a folder, nor on a file system
    without locks, as some network shares are. Raises ``OSError`` where the folder can be neither made nor opened.
    """
    is_new = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    try:
        if sys.platform == "win32":
            yield
            return
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            _lock(descriptor, folder)
            yield
        finally:
            os.close(descriptor)
    finally:
        if is_new:
            with suppress(OSError):
                folder.rmdir()


def _lock(descriptor: int, folder: Path) -> None:
    import fcntl  # There is none on Windows.

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in _HELD:
            raise LockedError(str(folder)) from None
    # The one who held it may have removed the folder, and a third made it anew.
    if not folder.exists() or not os.path.samestat(os.fstat(descriptor), folder.stat()):
        raise LockedError(str(folder))
