"""What visitors have to load of the demonstration in ``brands/``, compressed, beside what it may weigh."""

from __future__ import annotations

import gzip
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.programs.program import ROOT, SHELF

_KIB = 1024


@dataclass(frozen=True, slots=True)
class Weight:
    """One thing that a visitor loads."""

    text: str
    most: int
    """Bytes, compressed."""
    seen: int

    @property
    def held(self) -> bool:
        """Whether it weighs no more than it may."""
        return self.seen <= self.most


def weigh_demonstration() -> tuple[Weight, ...]:
    """Builds the demonstration on the shelf and weighs it."""
    folder = SHELF / "demonstration"
    shutil.rmtree(folder, ignore_errors=True)
    command = (sys.executable, "build.py", "build", "--site", str(folder / "site"), "--cache", str(folder / "cache"))
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    weights = weigh_site(folder / "site")
    shutil.rmtree(folder)
    return weights


def weigh_site(site: Path) -> tuple[Weight, ...]:
    """What the scripts, the styles and the heaviest page of a brand weigh; every page loads the first two."""
    own = site / "assets" / "showcase"
    pages = {path.parent.name: _weigh([path]) for path in sorted(site.glob("brands/*/index.html"))}
    slug = max(pages, key=pages.__getitem__)
    return (
        Weight("own scripts, all together", 20 * _KIB, _weigh(own.glob("*.js"))),
        Weight("own styles, all together", 20 * _KIB, _weigh(own.glob("*.css"))),
        Weight(f"HTML of the heaviest page of a brand, `{slug}`", 15 * _KIB, pages[slug]),
    )


def _weigh(paths: Iterable[Path]) -> int:
    """Bytes of files, each compressed as a server does at its best."""
    return sum(len(gzip.compress(path.read_bytes(), 9, mtime=0)) for path in paths)
