"""Brings a site from what it was to what it should be, whole at every moment."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.compile.executor import Staged
from showcase.compile.survey import Survey, survey_folder

MARKER: Final = ".showcase"
"""A file in every site that this program made; a folder without it that is not empty belongs to somebody else."""
MARKER_TEXT: Final = (
    "这个文件夹由品牌橱窗生成，里面多余的文件会在下次构建时删除。\n"
    "Made by Brand Showcase: files here that the build does not know are removed by the next one.\n"
).encode()
STAGE: Final = ".showcase-stage"
"""Folder inside the site where made files wait; left by a build that was killed, swept by the next."""


class PublishError(Exception):
    """The site cannot be written; its text says where and why."""


@dataclass(frozen=True, slots=True)
class Published:
    """What publishing changed."""

    written: int
    removed: int


def open_stage(site: Path, *, force: bool = False) -> Path:
    """An empty staging folder inside the site, on the same file system; raises :class:`PublishError`.

    A folder that holds files of somebody else is refused unless ``force``.
    """
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise PublishError(f"{site}: not a folder / 不是文件夹")
    if not force and site.is_dir() and any(site.iterdir()) and not (site / MARKER).is_file():
        raise PublishError(
            f"{site}: 文件夹里有别的文件，为免误删，不在这里发布。换一个空文件夹，或加 --force。"
            " / holds files that no build made; name an empty folder or add --force"
        )
    stage = site / STAGE
    try:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
    except OSError as error:
        raise PublishError(f"{site}: {error.strerror}") from None
    return stage


def publish_files(
    staged: Sequence[Staged], site: Path, *, known: Iterable[str] = (), before: Survey | None = None
) -> Published:
    """Renames staged files into place in order, then removes what is neither staged nor ``known``.

    ``before`` is what lay in the site, where that has been surveyed. Raises :class:`PublishError`.
    """
    try:
        before = before or survey_folder(site, skip=frozenset({STAGE}))
        written = place_files(staged, site)
        removed = _remove_strangers({*known, *(one.path for one in staged), MARKER}, before, site)
        shutil.rmtree(site / STAGE, ignore_errors=True)
    except OSError as error:
        raise PublishError(f"{error.filename or site}: {error.strerror}") from None
    return Published(written, removed)


def place_files(staged: Iterable[Staged], site: Path) -> int:
    """Renames staged files into place, and the marker; gives how many there were."""
    written = sum(_place(one, site) for one in staged)
    _place_marker(site)
    return written


def _place(one: Staged, site: Path) -> bool:
    if one.staged is None:
        return False
    place = site / one.path
    _make_way(place, site)
    Path(one.staged).replace(place)
    return True


def _make_way(place: Path, site: Path) -> None:
    """Makes the folder for a file where an older site may have had a file, and the other way round."""
    for folder in reversed(place.relative_to(site).parents[:-1]):
        if (site / folder).is_symlink() or (site / folder).is_file():
            (site / folder).unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)


def _place_marker(site: Path) -> None:
    marker = site / MARKER
    if not marker.is_file() or marker.read_bytes() != MARKER_TEXT:
        waiting = site / STAGE / MARKER
        waiting.write_bytes(MARKER_TEXT)
        waiting.replace(marker)


def _remove_strangers(known: set[str], before: Survey, site: Path) -> int:
    """Removes files that no target made and links, then folders left empty."""
    removed = 0
    # What begins with a dot at the top is somebody else's: the .git of a site that is pushed, a server's settings.
    strangers = [path for path in (*before.files, *before.links) if path not in known and not path.startswith(".")]
    for path in strangers:
        # What made way for a file or a folder of the same name is gone already.
        if (site / path).is_symlink() or (site / path).is_file():
            (site / path).unlink()
            removed += 1
    if strangers or len(before.folders) > len(known):
        for folder in (path for path in reversed(before.folders) if not path.startswith(".")):
            with suppress(OSError):
                (site / folder).rmdir()
    return removed
