"""What a preview is made of, and so what is watched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import showcase

PROGRAM: Final = Path(showcase.__file__).absolute().parent
"""The program itself, with its templates and styles."""
_NOISE: Final = re.compile(r"\..*|.*~|.*\.(?:py[co]|sw[opx]|tmp)|#.*#|__pycache__|4913")
"""Names that editors and systems use for a moment; 4913 is Vim's trial of a folder."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Folders, with all in them, and single files; absolute paths, whether they are there or not."""

    folders: frozenset[Path]
    files: frozenset[Path]

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Scope:
        """Scope of paths; what has a suffix and is no folder counts as a file."""
        every = {path.absolute() for path in paths}
        files = {path for path in every if path.is_file() or (path.suffix and not path.is_dir())}
        return cls(frozenset(every - files), frozenset(files))

    def covers(self, path: Path) -> bool:
        """Whether a change there may change the site."""
        if path in self.files or path in self.folders:
            return True
        return any(self._holds(folder, path) for folder in self.folders)

    def list_roots(self) -> dict[Path, bool]:
        """The folders to watch that are there, and whether with all below: parents too, to see one come or go."""
        whole = {folder: True for folder in sorted(self.folders) if not any(self._above(folder))}
        parents = {path.parent: False for path in sorted(self.files | self.folders)}
        return {folder: deep for folder, deep in (parents | whole).items() if folder.is_dir()}

    def _above(self, folder: Path) -> Iterator[Path]:
        return (other for other in self.folders if other != folder and folder.is_relative_to(other))

    @staticmethod
    def _holds(folder: Path, path: Path) -> bool:
        if not path.is_relative_to(folder):
            return False
        return not any(_NOISE.fullmatch(part) for part in path.relative_to(folder).parts)


def is_program(path: Path) -> bool:
    """Whether a running process holds an older version of a file, and has to start anew to know it.

    Templates are read anew by every build, and one that is broken must not end a preview that can show why.
    """
    return path.suffix == ".py" or (path.is_relative_to(PROGRAM) and path.suffix != ".html")
