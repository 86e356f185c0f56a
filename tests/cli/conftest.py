import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SERVER = Path(__file__).parent / "build_server.py"
STAGE = ".showcase-stage"
UNDER_WAY = "another build is under way"
PATIENCE = 60
"""Seconds after which a busy machine is a broken one."""
LINK = re.compile(rb'(?:href|src)="?([^"\s>]+)')

Files = dict[str, bytes]
LayOut = Callable[[Path, str], Path]
WriteBrands = Callable[[Path, int], None]


@dataclass(frozen=True)
class Ended:
    """How a build ended."""

    code: int | None
    """The exit code, the negative signal that killed it, or ``None`` for a build that has only stopped."""
    out: str
    err: str
    moments: list[str]
    """The kinds of its moments in order."""
    pid: int


Build = Callable[..., Ended]


@pytest.fixture(scope="session")
def build_in_process(kept: Path, lay_out: LayOut, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Build]:
    """Runs ``build.py`` in a project, in a process of its own; see ``build_server.py`` for what can be ordered."""
    paths = os.pathsep.join(str(ROOT / name) for name in ("hooks", "tests"))
    # Who is killed takes no temporary file away.
    folder = tmp_path_factory.mktemp("server")
    places = {"PYTHONPATH": paths, "TMPDIR": str(folder)}
    environment = {**os.environ, **places, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, str(SERVER), str(kept / "templates"), str(lay_out(folder / "project", "right/full"))]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8")
    assert server.stdin is not None
    assert server.stdout is not None

    def ask(project: Path, *args: str, **order: Any) -> Ended:
        assert server.stdin is not None
        assert server.stdout is not None
        line = {"project": str(project), "args": ["--lang", "en", *args], **order}
        print(json.dumps(line), file=server.stdin, flush=True)
        return Ended(**json.loads(server.stdout.readline()))

    yield ask
    server.stdin.close()
    server.wait()
    server.stdout.close()


@pytest.fixture(scope="session")
def build_when_free(build_in_process: Build) -> Build:
    """Builds once those that were killed have let go of their locks: on a busy machine that takes time."""

    def ask(project: Path, *args: str, **order: Any) -> Ended:
        until = time.monotonic() + PATIENCE
        while True:
            ended = build_in_process(project, *args, **order)
            if UNDER_WAY not in ended.err or time.monotonic() > until:
                return ended
            time.sleep(0.05)

    return ask


@dataclass(frozen=True)
class Scene:
    """A project whose site was published, and then everything was edited."""

    project: Path
    old: Files
    new: Files
    moments: tuple[str, ...]
    """Kinds of the moments of the build that publishes the edits."""
    sources: frozenset[str]
    build: Build
    build_when_free: Build

    def restore(self, when: str = "before") -> Path:
        """Brings site and record back to what they were before or after the edits were published, with all their times.

        Gives the project.
        """
        for path in self.project.iterdir():
            if path.name not in self.sources:
                remove(path)
        for kept in (self.project.parent / when).iterdir():
            shutil.copytree(kept, self.project / kept.name)
        return self.project

    def find(self, kind: str, share: float) -> int:
        """The number of a moment: of all of a kind, the one at a share of the way."""
        numbers = [number for number, each in enumerate(self.moments, 1) if kind in (each, "any")]
        return numbers[round(share * (len(numbers) - 1))]

    def check_whole(self) -> None:
        """Every file is the old one or the new one, none of both is missing, and no link leads nowhere."""
        files = {path: each for path, each in read_files(self.project / "site").items() if not path.startswith(STAGE)}
        assert [path for path, each in files.items() if each not in (self.old.get(path), self.new.get(path))] == []
        assert sorted(self.old.keys() & self.new.keys() - files.keys()) == []
        assert find_dead_links(files) == set()

    def check_mended(self, *args: str, **order: Any) -> Ended:
        """The next build ends well, and the site is that of a clean build."""
        mended = self.build_when_free(self.project, "build", *args, **order)
        assert (mended.code, "Traceback" in mended.err) == (0, False), mended.err
        assert read_files(self.project / "site") == self.new
        assert not (self.project / "site" / STAGE).exists()
        return mended


def remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        for folder in (path, *path.rglob("*")):
            if folder.is_dir():
                folder.chmod(0o755)
        shutil.rmtree(path)
    else:
        path.unlink()


def read_files(folder: Path) -> Files:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def find_dead_links(files: Files) -> set[tuple[str, str]]:
    """Page and target of every relative link that leads to no file."""
    found = set()
    for page, content in files.items():
        for link in LINK.findall(content) if page.endswith(".html") else ():
            target = re.split(r"[?#]", link.decode())[0]
            if not target or target.startswith("/") or ":" in target:
                continue
            path = posixpath.normpath(posixpath.join(posixpath.dirname(page), target))
            if path not in files and posixpath.normpath(f"{path}/index.html") not in files:
                found.add((page, target))
    return found


@pytest.fixture(scope="session")
def compose(
    tmp_path_factory: pytest.TempPathFactory,
    lay_out: LayOut,
    write_brands: WriteBrands,
    build_in_process: Build,
    build_when_free: Build,
) -> Callable[[int], Scene]:
    """Makes a scene with a number of brands."""

    def make(count: int) -> Scene:
        folder = tmp_path_factory.mktemp("scene")
        project = lay_out(folder / "project", "right/full")
        write_brands(project / "brands", count)
        sources = frozenset(path.name for path in project.iterdir())
        assert build_in_process(project, "build", "--jobs", "2").code == 0
        keep(project, folder / "before")
        old = read_files(project / "site")
        edit(project)
        clean = build_in_process(project, "build", "--jobs", "1", "--site", "clean", "--cache", "clean-cache")
        assert clean.code == 0, clean.err
        watched = build_in_process(project, "build", "--jobs", "2")
        keep(project, folder / "after")
        new = read_files(project / "clean")
        return Scene(project, old, new, tuple(watched.moments), sources, build_in_process, build_when_free)

    return make


def keep(project: Path, folder: Path) -> None:
    """Copies site and record."""
    for name in ("site", ".cache"):
        shutil.copytree(project / name, folder / name)


def edit(project: Path) -> None:
    """What editors do, all at once: add, change, rename, delete brands, change words, a page, a setting."""
    brands = project / "brands"
    for number in (1, 7, 13):
        (brands / f"brand-{number:03}.md").unlink()
    for number in (2, 8, 14, 20):
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


@pytest.fixture(scope="session")
def scene(compose: Callable[[int], Scene]) -> Scene:
    return compose(20)


@pytest.fixture(scope="session")
def large_scene(compose: Callable[[int], Scene]) -> Scene:
    """Of more files than are made in one process."""
    return compose(80)
