"""A survey of a folder: every file below it with its size and time, in one walk."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

Seen = tuple[int, int]
"""Size in bytes and time in nanoseconds."""


@dataclass(slots=True)
class Survey:
    """What lies in a folder; paths are POSIX and relative to it."""

    files: dict[str, Seen] = field(default_factory=dict)
    links: list[str] = field(default_factory=list)
    """Symbolic links, which are followed nowhere."""
    folders: list[str] = field(default_factory=list)
    """Every folder, a parent before its children."""


def survey_folder(folder: Path, *, skip: frozenset[str] = frozenset()) -> Survey:
    """Walks a folder; ``skip`` names folders at its top that are passed over. A folder that is not there is empty."""
    found = Survey()
    waiting = [""]
    while waiting:
        prefix = waiting.pop()
        try:
            entries = os.scandir(folder / prefix if prefix else folder)
        except FileNotFoundError:
            continue
        with entries:
            for entry in entries:
                if not prefix and entry.name in skip:
                    continue
                path = f"{prefix}{entry.name}"
                if entry.is_symlink():
                    found.links.append(path)
                elif entry.is_dir(follow_symlinks=False):
                    found.folders.append(path)
                    waiting.append(f"{path}/")
                else:
                    stat = entry.stat(follow_symlinks=False)
                    found.files[path] = (stat.st_size, stat.st_mtime_ns)
    return found
