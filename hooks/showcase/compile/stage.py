"""The stage: where made files wait until all of them are published."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple


class Staged(NamedTuple):
    """A made file."""

    path: str
    is_new: bool
    """Whether it waits to be renamed into place; not where the site holds these bytes already."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Where made files wait, and the site they are held against."""

    site: Path
    folder: Path
    links: frozenset[str] = frozenset()
    """Symbolic links in the site: what lies below one is no part of it."""
    is_tree: bool = False
    """Whether files wait in the folders that they are to lie in, which are then renamed whole into a bare site."""

    def put(self, path: str, content: bytes) -> bool:
        """Stages a file's bytes unless the site has them; tells whether it did."""
        if self.is_tree:
            self._plant(path, content)
            return True
        if not self._is_linked(path) and _holds(f"{self.site}/{path}", content):
            return False
        _write(self.place(path), content)
        return True

    def place(self, path: str) -> str:
        """Where a file waits."""
        if self.is_tree:
            return f"{self.folder}/{path}"
        # All wait in one folder: making and removing one for each would take as long as writing the files.
        return f"{self.folder}/{hashlib.blake2b(path.encode(), digest_size=16).hexdigest()}"

    def _plant(self, path: str, content: bytes) -> None:
        """Writes a file into the tree; the first of a folder makes it."""
        waiting = self.place(path)
        try:
            _write(waiting, content)
        except FileNotFoundError:
            os.makedirs(waiting.rpartition("/")[0], exist_ok=True)  # noqa: PTH103 - as below
            _write(waiting, content)

    def _is_linked(self, path: str) -> bool:
        return any(path == link or path.startswith(f"{link}/") for link in self.links)


def _write(path: str, content: bytes) -> None:
    with open(path, "wb", buffering=0) as file:  # noqa: PTH123 - a Path for each of many thousands is slow
        rest = memoryview(content)
        while rest:
            rest = rest[file.write(rest) :]


def _holds(path: str, content: bytes) -> bool:
    """Whether a file is there and holds these bytes."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - as above
            return os.fstat(file.fileno()).st_size == len(content) and file.read() == content
    except OSError:
        return False
