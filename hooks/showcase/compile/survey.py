"""A survey of a folder: every file below it with its size and times, in one walk.

It is what an unchanged build spends most of its time on, so it works on plain strings, and two threads share the walk:
what they wait for is the system, not each other.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

Seen = tuple[int, int]
"""Size in bytes and time of the last change to its content, in nanoseconds."""

_WORTH_A_THREAD: Final = 500
"""Folders below which a second thread costs more than it brings."""
_SUMS: Final = 1 << 128
"""How many sums there are."""


@dataclass(slots=True)
class Survey:
    """What lies in a folder; paths are POSIX and relative to it."""

    files: dict[str, Seen] = field(default_factory=dict)
    changes: dict[str, int] = field(default_factory=dict)
    """When anything about a file changed, its name and its times among it, in nanoseconds; nobody can set it back."""
    links: list[str] = field(default_factory=list)
    """Symbolic links, which are followed nowhere."""
    folders: list[str] = field(default_factory=list)
    """Every folder, a parent before its children."""

    def add(self, other: Survey) -> None:
        """Takes in what was found elsewhere in the same folder."""
        self.files.update(other.files)
        self.changes.update(other.changes)
        self.links += other.links
        self.folders += other.folders

    @property
    def newest(self) -> int:
        """When the last of the files was written, in nanoseconds; 0 for none."""
        return max((time for _, time in self.files.values()), default=0)

    @property
    def digest(self) -> str:
        """A digest of every file's path, size and times, of links and of folders."""
        rows = [f"{path}\0{size} {time} {self.changes.get(path)}" for path, (size, time) in self.files.items()]
        text = "\n".join((*sorted(rows), "", *sorted(self.links), "", *sorted(self.folders)))
        return hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()

    @property
    def sum(self) -> int:
        """A digest of links, and of every file's path, size and time; see :func:`sum_files`."""
        return (sum_files(self.files) + sum(map(_number, self.links))) % _SUMS


def sum_files(files: Mapping[str, Seen]) -> int:
    """The sum of a digest of each file: it can be brought up to date by the files that changed, without the others."""
    return sum(_number(f"{path}\0{size} {time}") for path, (size, time) in files.items()) % _SUMS


def change_sum(former: int, before: Mapping[str, Seen], after: Mapping[str, Seen]) -> int:
    """The sum of a folder in which some files changed from what they were."""
    return (former - sum_files(before) + sum_files(after)) % _SUMS


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest())


def survey_folder(folder: Path, *, skip: frozenset[str] = frozenset()) -> Survey:
    """Walks a folder; ``skip`` names what is passed over wherever it lies. A folder that is not there is empty."""
    found = Survey()
    waiting = [""]
    while waiting and len(waiting) < _WORTH_A_THREAD:
        _look_into(str(folder), waiting.pop(), skip, found, waiting)
    if waiting:
        # Imported here, since most folders are small and an unchanged build should cost nothing.
        from concurrent.futures import ThreadPoolExecutor

        middle = len(waiting) // 2
        with ThreadPoolExecutor(2) as threads:
            halves = waiting[:middle], waiting[middle:]
            for part in threads.map(lambda half: _walk(str(folder), half, skip), halves):
                found.add(part)
    return found


def survey_paths(paths: Iterable[Path], *, skip: frozenset[str] = frozenset()) -> Survey:
    """Several files and folders as one survey, by absolute path; what is not there is left out."""
    found = Survey()
    for path in paths:
        top = path.absolute()
        if top.is_dir() and not top.is_symlink():
            below = survey_folder(top, skip=skip)
            found.files.update({f"{top}/{name}": seen for name, seen in below.files.items()})
            found.changes.update({f"{top}/{name}": change for name, change in below.changes.items()})
            found.links += [f"{top}/{name}" for name in below.links]
            found.folders += [str(top), *(f"{top}/{name}" for name in below.folders)]
        elif top.is_symlink():
            found.links.append(str(top))
        elif top.exists():
            stat = top.stat()
            found.files[str(top)] = (stat.st_size, stat.st_mtime_ns)
            found.changes[str(top)] = stat.st_ctime_ns
    return found


def _walk(top: str, waiting: list[str], skip: frozenset[str]) -> Survey:
    found = Survey()
    while waiting:
        _look_into(top, waiting.pop(), skip, found, waiting)
    return found


def _look_into(top: str, prefix: str, skip: frozenset[str], found: Survey, waiting: list[str]) -> None:
    """Takes down what lies in one folder, and which folders in it are still to be looked into."""
    try:
        entries = os.scandir(f"{top}/{prefix}")
    except (FileNotFoundError, NotADirectoryError):
        return  # Gone meanwhile.
    with entries:
        for entry in entries:
            if entry.name in skip:
                continue
            path = prefix + entry.name
            if entry.is_symlink():
                found.links.append(path)
            elif entry.is_dir(follow_symlinks=False):
                found.folders.append(path)
                waiting.append(f"{path}/")
            else:
                # What an editor wrote for a moment may be gone meanwhile.
                with suppress(FileNotFoundError):
                    stat = entry.stat(follow_symlinks=False)
                    found.files[path] = (stat.st_size, stat.st_mtime_ns)
                    found.changes[path] = stat.st_ctime_ns
