"""What goes wrong with a store: the store itself, or the machine that keeps it."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_ERRORS: Final = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_PERM: errno.EACCES,
    sqlite3.SQLITE_BUSY: errno.EBUSY,
    sqlite3.SQLITE_LOCKED: errno.EBUSY,
    sqlite3.SQLITE_IOERR: errno.EIO,
}
"""What is wrong with the machine and not with the store, as the system tells it."""


class DamagedStoreError(Exception):
    """The store does not hold what was written into it."""


@contextmanager
def told_apart(path: Path) -> Iterator[None]:
    """Tells a store that is damaged from a machine that cannot read or write it: DamagedStoreError, or OSError."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & 0xFF  # The rest of it says how exactly.
        if code in _ERRORS:
            raise OSError(_ERRORS[code], str(error), str(path)) from None
        raise DamagedStoreError(str(error)) from None
    except UnicodeDecodeError as error:
        # What SQLite would say of the damage holds bytes of it.
        raise DamagedStoreError(str(error)) from None
