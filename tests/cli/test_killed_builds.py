"""A build that is killed leaves a site whose every file is whole and whose every link leads somewhere; the next mends.

Builds are killed at moments that are counted (see ``build_server.py``), and real ones at moments of the clock.
"""

import os
import posixpath
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
STAGE = ".showcase-stage"
LINK = re.compile(rb'(?:href|src)="?([^"\s>]+)')
KINDS = ["make", "open", "rename", "remove", "sql"]

Files = dict[str, bytes]
Build = Callable[..., Any]
LayOut = Callable[[Path, str], Path]
ReadTree = Callable[[Path], Files]
WriteBrands = Callable[[Path, int], None]


@dataclass(frozen=True)
class Scene:
    """A project whose site was published, and then everything was edited."""

    project: Path
    old: Files
    new: Files
    moments: tuple[str, ...]
    """Kinds of the moments of the build that publishes the edits."""

    def restore(self) -> None:
        """Brings site and record back to what they were before the edits, with all their times."""
        for name in ("site", ".cache"):
            shutil.rmtree(self.project / name, ignore_errors=True)
            if (self.project.parent / name).is_dir():
                shutil.copytree(self.project.parent / name, self.project / name)

    def find(self, kind: str, share: float) -> int:
        """The number of a moment: of all of a kind, the one at a share of the way."""
        numbers = [number for number, each in enumerate(self.moments, 1) if kind in (each, "any")]
        return numbers[round(share * (len(numbers) - 1))]


def edit(project: Path) -> None:
    """What editors do, all at once: add, change, rename, delete brands, words, a page, a setting."""
    brands = project / "brands"
    for number in (1, 20, 40):
        (brands / f"brand-{number:03}.md").unlink()
    for number in (2, 21, 41, 60):
        path = brands / f"brand-{number:03}.md"
        path.write_text(path.read_text(encoding="utf-8").replace("好办快办", "快办好办"), encoding="utf-8")
    for slug in ("a-first", "zz-last"):
        text = (brands / "brand-003.md").read_text(encoding="utf-8").replace("品牌3号", slug)
        (brands / f"{slug}.md").write_text(text, encoding="utf-8")
    text = (brands / "brand-004.md").read_text(encoding="utf-8")
    (brands / "renamed.md").write_text(text.replace("---\n", "---\naliases: [brand-004]\n", 1), encoding="utf-8")
    (brands / "brand-004.md").unlink()
    vocabulary = brands / "_catalogue.yml"
    vocabulary.write_text(vocabulary.read_text(encoding="utf-8").replace("name: ", "name: 新", 1), encoding="utf-8")
    settings = project / "base.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("只供测试", "还是测试"), encoding="utf-8")
    about = project / "docs/about.md"
    about.write_text(about.read_text(encoding="utf-8") + "\n又写了一句。\n", encoding="utf-8")


def compose(
    folder: Path, lay_out: LayOut, write_brands: WriteBrands, build: Build, read: ReadTree, count: int
) -> Scene:
    project = lay_out(folder / "project", "right/full")
    write_brands(project / "brands", count)
    published = build(project, "build", "--jobs", "2")
    assert published.code == 0, published.err
    for name in ("site", ".cache"):
        shutil.copytree(project / name, folder / name)
    old = read(project / "site")
    edit(project)
    clean = build(project, "build", "--jobs", "1", "--site", "clean", "--cache", "clean-cache")
    assert clean.code == 0, clean.err
    watched = build(project, "build", "--jobs", "2")
    return Scene(project, old, read(project / "clean"), tuple(watched.moments))


@pytest.fixture(scope="module")
def scene(
    tmp_path_factory: pytest.TempPathFactory,
    lay_out: LayOut,
    write_brands: WriteBrands,
    build_in_process: Build,
    read_tree: ReadTree,
) -> Scene:
    return compose(tmp_path_factory.mktemp("killed"), lay_out, write_brands, build_in_process, read_tree, 60)


@pytest.fixture(scope="module")
def large(
    tmp_path_factory: pytest.TempPathFactory,
    lay_out: LayOut,
    write_brands: WriteBrands,
    build_in_process: Build,
    read_tree: ReadTree,
) -> Scene:
    """Of more files than are made in one process."""
    return compose(tmp_path_factory.mktemp("large"), lay_out, write_brands, build_in_process, read_tree, 130)


def find_dead_links(files: Files) -> set[tuple[str, str]]:
    """Page and target of every relative link that leads to no file."""
    found = set()
    for page, content in files.items():
        for link in LINK.findall(content) if page.endswith(".html") else ():
            target = re.split(r"[?#]", link.decode())[0]
            if not target or target.startswith("/") or ":" in target:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target)).removeprefix("./")
            if path not in files and posixpath.normpath(f"{path}/index.html") not in files:
                found.add((page, target))
    return found


def check_whole(scene: Scene, files: Files) -> None:
    """Every file is the old one or the new one, none of both is missing, and no link leads nowhere."""
    files = {path: content for path, content in files.items() if not path.startswith(STAGE)}
    assert [path for path, content in files.items() if content not in (scene.old.get(path), scene.new.get(path))] == []
    assert sorted(scene.old.keys() & scene.new.keys() - files.keys()) == []
    assert find_dead_links(files) == set()


def check_mended(scene: Scene, build: Build, read: ReadTree) -> None:
    mended = build(scene.project, "build")
    assert (mended.code, "Traceback" in mended.err) == (0, False), mended.err
    assert read(scene.project / "site") == scene.new
    assert not (scene.project / "site" / STAGE).exists()


def test_the_scene_has_every_kind_of_moment(scene: Scene) -> None:
    assert {*KINDS} <= {*scene.moments}
    assert find_dead_links(scene.old) == find_dead_links(scene.new) == set()
    assert len(scene.old.keys() - scene.new.keys()) >= 3
    assert len(scene.new.keys() - scene.old.keys()) >= 3


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        *((kind, share) for kind in KINDS for share in (0.0, 0.5, 1.0)),
        *(("any", share) for share in (0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9)),
        *(("rename", share) for share in (0.1, 0.25, 0.75, 0.9)),
    ],
)
def test_killed_at_a_moment(
    scene: Scene, build_in_process: Build, read_tree: ReadTree, kind: str, share: float
) -> None:
    scene.restore()
    killed = build_in_process(scene.project, "build", "--jobs", "2", do="kill", at=scene.find(kind, share))
    assert killed.code == -signal.SIGKILL
    check_whole(scene, read_tree(scene.project / "site"))
    check_mended(scene, build_in_process, read_tree)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 0.95, 1.0])
def test_the_first_build_killed(
    tmp_path: Path, lay_out: LayOut, build_in_process: Build, read_tree: ReadTree, share: float
) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    clean = build_in_process(project, "build", "--site", "clean", "--cache", "clean-cache")
    scene = Scene(project, {}, read_tree(project / "clean"), tuple(clean.moments))
    killed = build_in_process(project, "build", do="kill", at=scene.find("any", share))
    assert killed.code == -signal.SIGKILL
    check_mended(scene, build_in_process, read_tree)


def test_workers_end_with_their_build(large: Scene, build_in_process: Build, read_tree: ReadTree) -> None:
    """A build that is killed alone, as the system does when memory is short, leaves nobody with its lock in hand."""
    large.restore()
    at = large.find("fork", 1.0)
    killed = build_in_process(large.project, "build", "--jobs", "2", do="kill-alone", at=at)
    assert killed.code == -signal.SIGKILL
    check_whole(large, read_tree(large.project / "site"))
    until = time.monotonic() + 10
    while (told := build_in_process(large.project, "build")).code == 2 and time.monotonic() < until:
        time.sleep(0.05)
    assert told.code == 0, told.err
    assert read_tree(large.project / "site") == large.new


@pytest.mark.parametrize("kind", ["fork", "rename"])
def test_interrupted(large: Scene, build_in_process: Build, read_tree: ReadTree, kind: str) -> None:
    large.restore()
    stopped = build_in_process(large.project, "build", "--jobs", "2", do="interrupt", at=large.find(kind, 1.0))
    assert (stopped.code, "Traceback" in stopped.err) == (130, False), stopped.err
    assert "the next build goes on" in stopped.err
    check_whole(large, read_tree(large.project / "site"))
    check_mended(large, build_in_process, read_tree)


def start(project: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "build.py"), "build", "--jobs", "2"]
    return subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, process_group=0)


def test_real_builds_killed_at_random_moments(large: Scene, build_in_process: Build, read_tree: ReadTree) -> None:
    large.restore()
    began = time.monotonic()
    assert start(large.project).wait() == 0
    seconds = time.monotonic() - began
    chance = random.Random(20240229)
    for share in (0.6, 0.8, 0.95):
        large.restore()
        real = start(large.project)
        time.sleep(seconds * (share + chance.uniform(-0.05, 0.05)))
        os.killpg(real.pid, signal.SIGKILL)
        real.wait()
        check_whole(large, read_tree(large.project / "site"))
        check_mended(large, build_in_process, read_tree)
