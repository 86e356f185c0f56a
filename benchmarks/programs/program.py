"""A program that is measured: how a corpus becomes its project, its command, and what is edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus import Corpus

ROOT = Path(__file__).resolve().parents[2]
PEERS = ROOT / "benchmarks" / "peers"
SHELF = ROOT / ".cache" / "bench"
"""Where corpora, the peers' environments and the projects are."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A small change to one file of a project."""

    path: str
    """Of the file, below the project."""
    old: str
    new: str

    def apply(self, project: Path) -> None:
        """Writes the file anew, under its name: the project may share it with others by a hard link."""
        file = project / self.path
        text = file.read_text("utf-8")
        if self.old not in text:
            raise ValueError(f"{file} has no {self.old}")
        written = file.with_name(f"{file.name}.new")
        written.write_text(text.replace(self.old, self.new), "utf-8")
        written.replace(file)


@dataclass(frozen=True, slots=True)
class Program:
    """One program and its project."""

    name: str
    """As in ``--only``."""
    title: str
    """As in the table."""
    lay_out: Callable[[Corpus, Path], None]
    """Makes the project of a corpus in a new folder; not measured."""
    command: tuple[str, ...]
    """Builds the site, run in the project."""
    output: str
    """Folder of the site, below the project."""
    brand: Edit
    """One brand edited."""
    template: Edit
    """One template edited."""
    lock: str = ""
    """The distribution whose locked version is told; empty for this program."""
    environment: Mapping[str, str] = field(default_factory=dict)
