"""Leaving the process without taking apart, piece by piece, what it holds: the system takes it back at once."""

from __future__ import annotations

import atexit
import os
import sys
import threading
from collections.abc import Callable


def run_and_leave(command: Callable[[], None]) -> None:
    """Runs a command as the whole of this process, which ends with its exit code.

    Where there is more to do than to hand over a number (a text to tell, another thread to wait for, output that nobody
    takes any more), Python ends the process in its own way.
    """
    try:
        command()
    except SystemExit as end:
        if isinstance(end.code, int) and threading.active_count() == 1:
            atexit._run_exitfuncs()  # As Python itself does then.
            if _flush():
                os._exit(end.code)
        raise


def _flush() -> bool:
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        return False
    return True
