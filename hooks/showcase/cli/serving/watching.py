"""Watches folders, by what the system tells, or by looking again and again where it tells nothing."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

from showcase.cli.serving.scope import Scope

# That a file was opened or read is no change, and a build reads every one.
_CHANGES: Final[list[type[FileSystemEvent]]] = [
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
_PAUSE: Final = 1.0
"""Seconds between two looks where the system tells nothing."""


class Watcher(FileSystemEventHandler):
    """Tells of every change within its scope."""

    def __init__(self, note: Callable[[Path], None], *, polls: bool) -> None:
        """``note`` is called in a thread of the watcher's; ``polls`` is for folders that the system does not watch."""
        self._note = note
        self._scope = Scope(frozenset(), frozenset())
        self._observer: BaseObserver | None = None
        self._watched: dict[Path, ObservedWatch] = {}
        self._lost: set[Path] = set()
        self.polls = polls
        """Whether it looks again and again; it falls back on that where the system watches no more folders."""

    def cover(self, scope: Scope) -> None:
        """Watches a scope from now on; a folder that went and came back is watched again. Raises ``OSError``."""
        self._scope = scope
        try:
            self._schedule(scope.list_roots())
        except OSError:
            if self.polls:
                raise
            self.stop()
            self.polls = True
            self._schedule(scope.list_roots())

    def stop(self) -> None:
        """Ends the watching."""
        if self._observer is not None:
            self._observer.stop()
        self._observer = None
        self._watched.clear()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Notes the places of a change."""
        for place in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(place)) if place else None
            if path is not None and self._scope.covers(path):
                self._note(path)
        if isinstance(event, DirDeletedEvent | DirMovedEvent):
            self._lost.add(Path(os.fsdecode(event.src_path)))

    def _schedule(self, roots: dict[Path, bool]) -> None:
        if self._observer is None:
            self._observer = _start_observer(polls=self.polls)
        lost, self._lost = self._lost, set()
        for folder, watch in list(self._watched.items()):
            if folder in lost or roots.get(folder) != watch.is_recursive:
                self._observer.unschedule(self._watched.pop(folder))
        for folder, deep in roots.items():
            if folder not in self._watched:
                # What vanishes at this moment comes up as a change of its parent.
                with suppress(FileNotFoundError):
                    watch = self._observer.schedule(self, str(folder), recursive=deep, event_filter=_CHANGES)
                    self._watched[folder] = watch


def _start_observer(*, polls: bool) -> BaseObserver:
    # It tells of a folder that was moved out and came back that it is watched already, in words for those who program.
    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"watchdog\.observers\.inotify")
    observer: BaseObserver = PollingObserver(timeout=_PAUSE) if polls else Observer()
    observer.start()
    return observer
