"""The board: where the builds post how things stand, for every open page to read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Condition
from typing import Any


@dataclass(frozen=True, slots=True)
class State:
    """How the preview stands."""

    version: str = ""
    """Names what is shown; a page that shows another version is loaded anew. Empty while there is nothing to show."""
    building: bool = True
    problem: Mapping[str, Any] | None = None
    """Why the last build published nothing, as :func:`showcase.cli.serving.problem.compose_problem` gives it."""
    base: str = "/"
    """Path below which the site is served; begins and ends with a slash."""
    words: Mapping[str, str] = field(default_factory=dict)
    """What the overlay says, in the language of the preview."""

    def as_json(self) -> str:
        """The state for the overlay, on one line."""
        told = {
            "version": self.version,
            "building": self.building,
            "problem": self.problem,
            "words": dict(self.words),
        }
        return json.dumps(told, separators=(",", ":"))


class Board:
    """Holds the newest state; many threads may wait for the next."""

    def __init__(self, state: State) -> None:
        """Begins with a state."""
        self._state = state
        self._closed = False
        self._changed = Condition()

    def read(self) -> State:
        """The newest state."""
        with self._changed:
            return self._state

    def post(self, state: State) -> None:
        """Puts up a state; those between two readings are never read."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def wait(self, seen: State, seconds: float) -> State | None:
        """The newest state: at once if it is not the one seen, at the latest after a time; ``None`` once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._state != seen, seconds)
            return None if self._closed else self._state

    def close(self) -> None:
        """Sends everyone who waits away."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
