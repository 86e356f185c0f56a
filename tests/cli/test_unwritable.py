"""Folders that may not be written, and files where folders belong: a clear refusal, or a site that is mended.

Builds of root are bound by the rights of files too (see ``build_server.py``), so that these hold for every user.
"""

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

IN_THE_WAY = "a file lies where a folder is needed, or the other way round; move it or name another folder"
DENIED = "whoever builds may not read or write this; give them the right to it or name another folder"

Build = Callable[..., Any]
Scene = Any  # of conftest.py


def lay_file(project: Path, path: str) -> None:
    """A file in the place of a folder, or of nothing."""
    place = project / path
    shutil.rmtree(place, ignore_errors=True)
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("theirs", encoding="utf-8")


@pytest.mark.parametrize(
    ("file", "args"),
    [
        ("site", ()),
        ("public", ("--site", "public/www")),
        (".cache", ()),
        ("records", ("--cache", "records/showcase")),
    ],
)
def test_a_file_where_a_folder_is_needed(
    scene: Scene, build_in_process: Build, file: str, args: tuple[str, ...]
) -> None:
    project = scene.restore()
    lay_file(project, file)
    refused = build_in_process(project, "build", *args)
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith(f"error: {file}")
    assert refused.err.endswith(f": {IN_THE_WAY}\n")
    assert (project / file).read_text(encoding="utf-8") == "theirs"
    (project / file).unlink()
    scene.check_mended()


@pytest.mark.parametrize("path", ["brands", "brands/haoban", ".showcase-stage", "assets"])
def test_a_file_in_the_site_where_a_folder_belongs(scene: Scene, path: str) -> None:
    lay_file(scene.restore() / "site", path)
    scene.check_mended()


@pytest.mark.parametrize("path", ["index.html", "brands/index.html", "assets/showcase/favicon.svg"])
def test_a_folder_in_the_site_where_a_file_belongs(scene: Scene, path: str) -> None:
    site = scene.restore() / "site"
    (site / path).unlink()
    lay_file(site, f"{path}/theirs/deep.txt")
    scene.check_mended()


def test_a_folder_where_the_marker_belongs(scene: Scene, build_in_process: Build) -> None:
    project = scene.restore()
    (project / "site/.showcase").unlink()
    (project / "site/.showcase").mkdir()
    assert "--force" in build_in_process(project, "build").err
    scene.check_mended("--force")


@pytest.mark.parametrize(
    "locked", ["site", "site/brands", "site/brands/brand-002", "site/areas", ".cache", ".cache/docs"]
)
def test_a_folder_without_rights(scene: Scene, build_in_process: Build, locked: str) -> None:
    project = scene.restore()
    (project / locked).chmod(0o555)
    refused = build_in_process(project, "build", bound=True)
    assert (refused.code, refused.out) == (2, ""), refused.err
    assert refused.err.startswith(f"error: {locked.partition('/')[0]}")
    assert refused.err.endswith(f": {DENIED}\n")
    scene.check_whole()
    (project / locked).chmod(0o755)
    scene.check_mended(bound=True)


@pytest.mark.parametrize("locked", ["store.sqlite", "docs/docs.json", "docs/pages/about/index.html"])
def test_a_record_without_rights_is_made_anew(scene: Scene, locked: str) -> None:
    (scene.restore() / ".cache" / locked).chmod(0o444)
    scene.check_mended(bound=True)


def test_a_page_without_rights_is_replaced(scene: Scene) -> None:
    (scene.restore() / "site/index.html").chmod(0o000)
    scene.check_mended(bound=True)


def test_sources_that_may_only_be_read(scene: Scene, tmp_path: Path) -> None:
    # Of a copy: a change of rights is a change to the sources, after which the others would read them all anew.
    project = shutil.copytree(scene.restore(), tmp_path / "project", symlinks=True)
    folders = [project / name for name in ("brands", "docs")]
    everything = [*folders, *(path for folder in folders for path in folder.rglob("*"))]
    modes = {path: path.stat().st_mode for path in everything}
    for path in everything:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        replace(scene, project=project).check_mended(bound=True)
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
