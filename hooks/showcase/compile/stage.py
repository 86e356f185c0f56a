"""The stage: where made files wait until all of them are published."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from showcase.compile.survey import Seen


class Staged(NamedTuple):
    """A made file."""

    path: str
    seen: Seen | None
    """What waits to be renamed into place, which changes neither; ``None`` where the site has its bytes already."""
    key: str = ""
    """That it was made under."""


class Stage(NamedTuple):
    """Where made files wait, and the site they are held against."""

    site: Path
    folder: Path
    links: frozenset[str] = frozenset()
    """Symbolic links in the site: what lies below one is no part of it."""
    is_tree: bool = False
    """Whether files wait in the folders that they are to lie in, which are then renamed whole into a bare site."""

    def put(self, path: str, content: bytes) -> Seen | None:
        """Stages a file's bytes unless the site has them; what then waits."""
        if self.is_tree:
            return self._plant(path, content)
        if not self._is_linked(path) and _holds(f"{self.site}/{path}", content):
            return None
        return _write(self.place(path), content)

    def place(self, path: str) -> str:
        """Where a file waits."""
        if self.is_tree:
            return f"{self.folder}/{path}"
        # All wait in one folder: making and removing one for each would take as long as writing the files.
        return f"{self.folder}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"

    def _plant(self, path: str, content: bytes) -> Seen:
        """Writes a file into the tree; the first of a folder makes it."""
        waiting = self.place(path)
        try:
            return _write(waiting, content)
        except FileNotFoundError:
            os.makedirs(waiting.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - as below
            return _write(waiting, content)

    def _is_linked(self, path: str) -> bool:
        return any(path == link or path.startswith(f"{link}/") for link in self.links)


def _write(path: str, content: bytes) -> Seen:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - a Path for each of many thousands is slow
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]
    # Not of the open file: some systems write its time when it is closed.
    return len(content), os.stat(path).st_mtime_ns  # noqa: PTH116 - as above


def _holds(path: str, content: bytes) -> bool:
    """Whether a file is there and holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False
