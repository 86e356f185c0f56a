"""A corpus of invented brands: seeded, the same files every time, written once and kept under ``.cache/bench``."""

from __future__ import annotations

import itertools
import os
import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.invention import AREAS, LEVELS, PLACES, invent_brand
from benchmarks.pictures import draw_picture

SEED = 20260101
EDITION = 3
"""Raised with every change to what is written, so that a corpus that was kept is written anew."""
BRANDS_PER_AGENCY = 8
_PICTURED = 200
"""One brand in so many has a picture: seldom, for what is to be compared is text, not encoders of WebP."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A folder of ``count`` brands and their vocabulary, as an editor would keep it in ``brands/``."""

    folder: Path
    count: int

    @property
    def agencies(self) -> dict[str, tuple[str, str]]:
        """Key to name and region of every agency."""
        return name_agencies(self.count)

    @property
    def pictures(self) -> int:
        """How many brands have a picture."""
        return sum(picture_of(index) is not None for index in range(self.count))

    def text_bytes(self) -> int:
        """How much the brands' own files hold, without pictures."""
        return sum(path.stat().st_size for path in self.folder.rglob("*.md"))

    def iterate_files(self) -> Iterator[tuple[str, Path]]:
        """Slug and Markdown file of every brand, in order."""
        for index in range(self.count):
            slug = slug_of(index)
            yield slug, self.folder / slug / "index.md" if picture_of(index) else self.folder / f"{slug}.md"

    def link_into(self, folder: Path) -> None:
        """Puts the corpus into a new folder without copying; whoever edits a file there writes it anew."""
        shutil.copytree(self.folder, folder, copy_function=os.link)


def slug_of(index: int) -> str:
    """The slug of brand number ``index``."""
    return f"brand-{index:06}"


def picture_of(index: int) -> str | None:
    """File name of a brand's picture, for which it is a folder; the first brand has none."""
    turn, rest = divmod(index, _PICTURED)
    return ("hall.jpg", "desk.png")[turn % 2] if rest == _PICTURED // 2 else None


def name_agencies(count: int) -> dict[str, tuple[str, str]]:
    """Key to name and region of the agencies that ``count`` brands belong to."""
    places = zip(range(max(1, count // BRANDS_PER_AGENCY)), itertools.cycle(PLACES))
    return {f"agency-{index}": (f"{place}第{index}服务局", PLACES[index % 31]) for index, place in places}


def keep_corpus(shelf: Path, count: int) -> Corpus:
    """The corpus of a size on a shelf, written if it is not there yet."""
    folder = shelf / f"{count}-{SEED}-{EDITION}"
    if not folder.is_dir():
        unfinished = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(unfinished, ignore_errors=True)
        write_corpus(unfinished, count)
        unfinished.rename(folder)
    return Corpus(folder, count)


def write_corpus(folder: Path, count: int, *, seed: int = SEED) -> Corpus:
    """Writes ``count`` brands and their vocabulary into a new folder."""
    folder.mkdir(parents=True)
    agencies = name_agencies(count)
    (folder / "_catalogue.yml").write_text(_describe_vocabulary(agencies), "utf-8")
    for index in range(count):
        chance = random.Random(seed * 1_000_003 + index)
        picture = picture_of(index)
        text = invent_brand(index, len(agencies), chance, picture)
        if picture:
            home = folder / slug_of(index)
            home.mkdir()
            (home / "index.md").write_text(text, "utf-8")
            draw_picture(home / picture, chance)
        else:
            (folder / f"{slug_of(index)}.md").write_text(text, "utf-8")
    return Corpus(folder, count)


def _describe_vocabulary(agencies: dict[str, tuple[str, str]]) -> str:
    areas = "".join(f"  area-{index}:\n    name: {name}服务\n" for index, name in enumerate(AREAS))
    levels = "".join(f"  {level}:\n    name: {name}\n" for level, name in LEVELS.items())
    bodies = "".join(f"  {key}:\n    name: {name}\n    region: {region}\n" for key, (name, region) in agencies.items())
    return f"categories:\n{areas}levels:\n{levels}agencies:\n{bodies}"
