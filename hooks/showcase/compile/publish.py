"""Brings a site from what it was to what it should be, whole at every moment."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

from showcase.compile.advance import Advance, ignore_advance
from showcase.compile.clearance import clear_away
from showcase.compile.stage import Stage, Staged
from showcase.compile.stamp import STAGE
from showcase.compile.survey import Survey, survey_folder

MARKER: Final = ".showcase"
"""A file in every site that this program made; a folder without it that is not empty belongs to somebody else."""
MARKER_TEXT: Final = (
    "这个文件夹由品牌橱窗生成，里面多余的文件会在下次构建时删除。\n"
    "Made by Brand Showcase: files here that the build does not know are removed by the next one.\n"
).encode()


_AWAY: Final = ".showcase-away"
"""Folder inside the stage for folders whose place a file takes."""


class PublishError(Exception):
    """The site is not ours to write; its text says where and why."""


class Published(NamedTuple):
    """What publishing changed."""

    written: int
    removed: int
    """Without those that others took the place of under a new name."""
    foreign: tuple[str, ...] = ()
    """What was removed and had not come from a build, as far as that is known."""


def open_stage(site: Path, *, force: bool = False) -> Path:
    """An empty staging folder inside the site, on the same file system; raises :class:`PublishError`.

    Whoever calls holds the lock of the site: the stage of another build would be swept. A folder that holds files of
    somebody else is refused unless ``force``. Raises ``OSError`` where the folder cannot be written.
    """
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        raise PublishError(f"{site}: not a folder / 不是文件夹")
    if not force and site.is_dir() and not _is_ours(site):
        raise PublishError(
            f"{site}: 文件夹里有别的文件，为免误删，不在这里发布。换一个空文件夹，或加 --force。"
            " / holds files that no build made; name an empty folder or add --force"
        )
    stage = site / STAGE
    clear_away(stage)
    stage.mkdir(parents=True)
    return stage


@contextmanager
def name_errors(folder: Path) -> Iterator[None]:
    """Names a folder in an ``OSError`` that names no place, as that of a write to a full disk."""
    try:
        yield
    except OSError as error:
        # Python's search for a temporary folder ends so; that is somewhere else.
        if error.filename is None and error.errno != errno.ENOENT:
            error.filename = str(folder)
        raise


def _is_ours(site: Path) -> bool:
    """Whether a build made the folder; one that was killed before it placed a file has left a stage alone."""
    return (site / MARKER).is_file() or all(path.name == STAGE for path in site.iterdir())


def publish_files(
    staged: Sequence[Staged],
    stage: Stage,
    *,
    known: Iterable[str] = (),
    former: Collection[str] = (),
    before: Survey | None = None,
    renamed: str = "",
    is_tidy: bool = False,
    advance: Advance = ignore_advance,
) -> Published:
    """Brings staged files into place, then removes what is neither staged nor ``known``.

    ``former`` are files that an earlier build published: they are removed wherever they lie. Below ``renamed``
    files are called after what they hold: a new one there is the successor of one that is removed.
    ``before`` is what lay in the site, where that has been surveyed; ``is_tidy`` tells that nothing waits in the stage
    but what is staged. Raises ``OSError`` where a file cannot be placed; every file is whole then, the old one or the
    new one.
    """
    site = stage.site
    before = before or survey_folder(site, skip=frozenset({STAGE}))
    written = place_files(staged, stage, before, is_tidy=is_tidy, advance=advance)
    needed = {*known, *(one.path for one in staged), MARKER}
    strangers = _list_strangers(needed, former, before)
    removed = _remove_strangers(strangers, needed, before, site)
    shutil.rmtree(site / STAGE, ignore_errors=True)
    # Of a site that builds made and nothing is known of, their files would be told as somebody else's.
    is_told = former or MARKER not in before.files
    successors = sum(one.path.startswith(renamed) and one.path not in before.files for one in staged) if renamed else 0
    removed -= min(successors, removed, sum(path.startswith(renamed) for path in strangers))
    return Published(written, removed, tuple(sorted(set(strangers).difference(former))) if is_told else ())


def place_files(
    staged: Iterable[Staged], stage: Stage, before: Survey, *, is_tidy: bool = False, advance: Advance = ignore_advance
) -> int:
    """Places the marker, then renames staged files into place; gives how many there were; ``before`` is what lay there.

    ``is_tidy`` as for :func:`publish_files`.

    The marker comes first, so that a build that is killed leaves a folder that the next one knows. Files at new paths
    come before those that take the place of an older one, in the order given: nothing that is published leads to them
    yet, and whatever comes to lead to them finds them there.
    """
    site = stage.site
    _place_marker(site)
    waiting = [one.path for one in staged if one.seen]
    count = len(waiting)
    waiting = _place_whole(waiting, site, before, is_tidy=is_tidy)
    advance(count - len(waiting), count)
    waiting.sort(key=lambda path: path in before.files)
    folders, in_the_way = set(before.folders), {*before.folders, *before.links}
    for path in waiting:
        folder = path.rpartition("/")[0]
        if (folder and folder not in folders) or path in in_the_way:
            _make_way(site / path, site)
            folders.add(folder)
        os.replace(stage.place(path), f"{site}/{path}")  # noqa: PTH105 - a Path for each of many thousands is slow
        advance(1, count)
    return count


def _place_whole(waiting: Sequence[str], site: Path, before: Survey, *, is_tidy: bool) -> list[str]:
    """Renames whole folders where files wait in a tree, which they do for a bare site; gives the files that are left.

    Those are the ones at the top, which come last and in their order: nothing that visitors begin at is there before
    what it leads to.
    """
    there = {*before.folders, *before.files, *before.links}
    tops = dict.fromkeys(path.partition("/")[0] for path in waiting if "/" in path)
    whole = [top for top in tops if top not in there and (site / STAGE / top).is_dir()]
    if not is_tidy:
        paths = set(waiting)
        folders = _list_folders(paths)
        for top in whole:
            _clear_leftovers(site / STAGE, top, paths, folders)
    for top in whole:
        (site / STAGE / top).rename(site / top)
    return [path for path in waiting if path.partition("/")[0] not in whole]


def _clear_leftovers(stage: Path, top: str, paths: set[str], folders: set[str]) -> None:
    """Removes what nobody waits for: files of a brand that was left out later, or half a file of an ended process."""
    there = survey_folder(stage / top)
    for path in (*there.files, *there.links):
        if f"{top}/{path}" not in paths:
            (stage / top / path).unlink()
    for folder in reversed(there.folders):
        if f"{top}/{folder}" not in folders:
            (stage / top / folder).rmdir()


def _make_way(place: Path, site: Path) -> None:
    """Makes the folder for a file where an older site may have had a file, and the other way round."""
    for folder in reversed(place.relative_to(site).parents[:-1]):
        if (site / folder).is_symlink() or (site / folder).is_file():
            (site / folder).unlink()
    place.parent.mkdir(parents=True, exist_ok=True)
    if place.is_dir() and not place.is_symlink():
        _move_away(place, site)


def _move_away(folder: Path, site: Path) -> None:
    """Takes a folder out of the site in one step; it goes with the stage."""
    away = site / STAGE / _AWAY
    away.mkdir(exist_ok=True)
    folder.rename(away / str(sum(1 for _ in away.iterdir())))


def _place_marker(site: Path) -> None:
    marker = site / MARKER
    if not marker.is_file() or marker.read_bytes() != MARKER_TEXT:
        _make_way(marker, site)
        waiting = site / STAGE / MARKER
        waiting.write_bytes(MARKER_TEXT)
        waiting.replace(marker)


def _list_strangers(needed: set[str], former: Collection[str], before: Survey) -> list[str]:
    """Files that no target made, and links."""
    there = (*before.files, *before.links)
    return [path for path in there if path not in needed and (path in former or not is_spared(path))]


def _remove_strangers(strangers: Sequence[str], needed: set[str], before: Survey, site: Path) -> int:
    """Removes files and links, then folders left empty."""
    removed = 0
    for path in sorted(strangers, key=_rank_stranger):
        # What made way for a file or a folder of the same name is gone already.
        if (site / path).is_symlink() or (site / path).is_file():
            (site / path).unlink()
            removed += 1
    if not before.folders:
        return removed
    kept, emptied = _list_folders(needed), _list_folders(strangers)
    for folder in reversed(before.folders):
        if folder not in kept and (folder in emptied or not is_spared(folder)):
            with suppress(OSError):
                (site / folder).rmdir()
    return removed


def is_bare(before: Survey) -> bool:
    """Whether nothing lies in a site but what is somebody else's."""
    return all(map(is_spared, (*before.files, *before.folders, *before.links)))


def is_spared(path: str) -> bool:
    """Whether a file is somebody else's: what begins with a dot at the top, a site's ``.git``, a server's settings."""
    return path.startswith(".")


def _rank_stranger(path: str) -> tuple[bool, bool, str]:
    """Where a file comes among those that are removed: lists, the pages they lead to, their data and pictures.

    No order mends that brands lead to each other and back to lists; what leads nowhere can always wait.
    """
    return not path.endswith(".html"), path.startswith("brands/"), path


def _list_folders(paths: Iterable[str]) -> set[str]:
    """Every folder above the files."""
    found: set[str] = set()
    above = {path.rpartition("/")[0] for path in paths}
    while above := above - found - {""}:
        found |= above
        above = {folder.rpartition("/")[0] for folder in above}
    return found
