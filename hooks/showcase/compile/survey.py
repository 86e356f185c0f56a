"""A survey of a folder: every file below it with its size and times, in one walk.

It is what an unchanged build spends most of its time on, so it works on plain strings, and two processes can share the
walk; two threads would wait for each other.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

Seen = tuple[int, int]
"""Size in bytes and time of the last change to its content, in nanoseconds."""

SUMS: Final = 1 << 128
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
    _digest: str = field(default="", compare=False)
    """Kept, for it is asked for twice."""
    since: int = 0
    """A moment before the walk, in nanoseconds, for whoever is to know how young a file was; 0 where nobody is."""

    def add(self, other: Survey) -> None:
        """Takes in what was found elsewhere in the same folder."""
        self._digest = ""
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
        if not self._digest:
            rows = [f"{path}\0{size} {time} {self.changes.get(path)}" for path, (size, time) in self.files.items()]
            text = "\n".join((*sorted(rows), "", *sorted(self.links), "", *sorted(self.folders)))
            self._digest = hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()
        return self._digest

    @property
    def sum(self) -> int:
        """A digest of links, and of every file's path, size and time; see :func:`sum_files`."""
        return (sum_files(self.files) + sum(map(_number, self.links))) % SUMS


def sum_files(files: Mapping[str, Seen]) -> int:
    """The sum of a digest of each file: it can be brought up to date by the files that changed, without the others."""
    return sum(_number(f"{path}\0{size} {time}") for path, (size, time) in files.items()) % SUMS


def change_sum(former: int, before: Mapping[str, Seen], after: Mapping[str, Seen]) -> int:
    """The sum of a folder in which some files changed from what they were."""
    return (former - sum_files(before) + sum_files(after)) % SUMS


def _number(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).digest())


def survey_folder(folder: Path, *, skip: frozenset[str] = frozenset()) -> Survey:
    """Walks a folder; ``skip`` names what is passed over wherever it lies. A folder that is not there is empty."""
    found = Survey()
    _walk(str(folder), [""], skip, found)
    return found


def survey_shares(folder: Path, *, skip: frozenset[str] = frozenset()) -> Iterator[Survey]:
    """As :func:`survey_folder`, in two parts; another process can take the second, see :func:`survey_second_share`."""
    top, found = str(folder), Survey()
    first, second = _share_out(top, skip, found)
    _walk(top, first, skip, found)
    yield found
    rest = Survey()
    _walk(top, second, skip, rest)
    yield rest


def survey_second_share(folder: Path, *, skip: frozenset[str] = frozenset()) -> Survey:
    """The second part that :func:`survey_shares` gives, the smaller one: whoever takes it has to find it first."""
    top, found = str(folder), Survey()
    _walk(top, _share_out(top, skip, Survey())[1], skip, found)
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


def _share_out(top: str, skip: frozenset[str], found: Survey) -> tuple[list[str], list[str]]:
    """Takes down what lies in the first two levels, and gives the folders below them, as two shares."""
    tops: list[str] = []
    below: list[str] = []
    _look_into(top, "", skip, found, tops)
    for prefix in tops:
        _look_into(top, prefix, skip, found, below)
    return [path for path in below if ord(path[-2]) % 3], [path for path in below if not ord(path[-2]) % 3]


def _walk(top: str, waiting: list[str], skip: frozenset[str], found: Survey) -> None:
    while waiting:
        _look_into(top, waiting.pop(), skip, found, waiting)


def _look_into(top: str, prefix: str, skip: frozenset[str], found: Survey, waiting: list[str]) -> None:
    """Takes down what lies in one folder, and which folders in it are still to be looked into."""
    try:
        entries = os.scandir(f"{top}/{prefix}")
    except (FileNotFoundError, NotADirectoryError):
        return  # Gone meanwhile.
    files, changes = found.files, found.changes
    with entries:
        for entry in entries:
            name = entry.name
            if name in skip:
                continue
            path = prefix + name
            if entry.is_dir(follow_symlinks=False):
                found.folders.append(path)
                waiting.append(f"{path}/")
            elif entry.is_symlink():
                found.links.append(path)
            else:
                try:  # ``suppress`` would take a tenth of the walk.
                    stat = entry.stat(follow_symlinks=False)
                except FileNotFoundError:
                    continue  # What an editor wrote for a moment.
                files[path] = (stat.st_size, stat.st_mtime_ns)
                changes[path] = stat.st_ctime_ns
