"""Whether another process can be had quickly; apart from what uses them, which takes long to import."""

from __future__ import annotations

import sys
import threading


def can_fork() -> bool:
    """Whether workers share what is already in memory.

    A process with threads, as a server is, is not forked: a lock that another thread holds would be held for ever.
    """
    return sys.platform == "linux" and threading.active_count() == 1
