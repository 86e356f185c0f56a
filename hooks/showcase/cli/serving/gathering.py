"""Gathers changes until a burst of them is over."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from threading import Condition
from typing import Final

_QUIET: Final = 0.06
"""Seconds without a change after which a save is over: an editor writes a file beside it and renames."""
_CALM: Final = 0.4
"""The same where many files change: git checks out another branch, a folder is copied."""
_MANY: Final = 5
_LONGEST: Final = 5.0
"""Seconds after which what has been gathered is handed out, over or not."""
_WINDOWS_CANNOT_BE_WOKEN: Final = 0.5
"""Seconds; Ctrl-C does not end a longer wait there."""


class Gathering:
    """Changed files, and when they are to be handed out; knows no clock but the times it is told, in seconds."""

    def __init__(self) -> None:
        """Begins empty."""
        self._paths: set[Path] = set()
        self._first = 0.0
        self._last = 0.0

    def add(self, path: Path, now: float) -> None:
        """Notes a change."""
        if not self._paths:
            self._first = now
        self._paths.add(path)
        self._last = now

    def due(self, now: float) -> float | None:
        """In how many seconds the changes are to be taken, 0 for at once; ``None`` while there are none."""
        if not self._paths:
            return None
        quiet = _CALM if len(self._paths) > _MANY else _QUIET
        return max(0.0, min(self._last + quiet, self._first + _LONGEST) - now)

    def take(self) -> tuple[Path, ...]:
        """Hands the changes out, in order, and begins anew."""
        taken = tuple(sorted(self._paths))
        self._paths.clear()
        return taken


class Inbox:
    """Where watching threads put changes, and the building thread waits for them."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        """``clock`` gives seconds."""
        self._clock = clock
        self._gathering = Gathering()
        self._noted = Condition()

    def note(self, path: Path) -> None:
        """Notes a change."""
        with self._noted:
            self._gathering.add(path, self._clock())
            self._noted.notify()

    def wait(self) -> tuple[Path, ...]:
        """The changes of the next burst, once it is over; at once if it came while nobody waited."""
        with self._noted:
            while (due := self._gathering.due(self._clock())) != 0.0:
                self._noted.wait(_WINDOWS_CANNOT_BE_WOKEN if due is None else due)
            return self._gathering.take()
