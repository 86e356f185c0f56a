"""A build that is killed leaves a site whose every file is whole and whose every link leads somewhere; the next mends.

Builds are killed at moments that are counted (see ``build_server.py``), and real ones at moments of the clock.
"""

import contextlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
KINDS = ["make", "open", "rename", "remove", "sql"]

Build = Callable[..., Any]
LayOut = Callable[[Path, str], Path]
ReadTree = Callable[[Path], dict[str, bytes]]
Scene = Any  # of conftest.py


def test_the_scene_has_every_kind_of_moment(scene: Scene) -> None:
    assert {*KINDS} <= {*scene.moments}
    assert len(scene.old.keys() - scene.new.keys()) >= 3
    assert len(scene.new.keys() - scene.old.keys()) >= 3
    scene.restore()
    scene.check_whole()
    scene.check_mended()
    scene.check_whole()


@pytest.mark.parametrize(
    ("kind", "share"),
    [
        *((kind, share) for kind in KINDS for share in (0.0, 0.5, 1.0)),
        *(("any", share) for share in (0.3, 0.6, 0.75, 0.9)),
        *(("rename", share) for share in (0.1, 0.25, 0.75, 0.9)),
    ],
)
def test_killed_at_a_moment(scene: Scene, build_in_process: Build, kind: str, share: float) -> None:
    project = scene.restore()
    killed = build_in_process(project, "build", "--jobs", "2", do="kill", at=scene.find(kind, share))
    assert killed.code == -signal.SIGKILL
    scene.check_whole()
    scene.check_mended()


@pytest.fixture(scope="module")
def unbuilt(tmp_path_factory: pytest.TempPathFactory, lay_out: LayOut, build_in_process: Build) -> tuple[Path, int]:
    """A project that was never built, with its site in the folder ``clean``, and the number of moments of its build."""
    project = lay_out(tmp_path_factory.mktemp("unbuilt") / "project", "right/minimal")
    clean = build_in_process(project, "build", "--site", "clean", "--cache", "clean-cache")
    assert clean.code == 0, clean.err
    return project, len(clean.moments)


@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.8, 0.95, 1.0])
def test_the_first_build_killed(
    unbuilt: tuple[Path, int], build_in_process: Build, build_when_free: Build, read_tree: ReadTree, share: float
) -> None:
    project, moments = unbuilt
    for folder in ("site", ".cache"):
        shutil.rmtree(project / folder, ignore_errors=True)
    at = 1 + round(share * (moments - 1))
    assert build_in_process(project, "build", do="kill", at=at).code == -signal.SIGKILL
    mended = build_when_free(project, "build")
    assert mended.code == 0, mended.err
    assert read_tree(project / "site") == read_tree(project / "clean")


def test_workers_end_with_their_build(large_scene: Scene, build_in_process: Build) -> None:
    """A build that is killed alone, as the system does when memory is short, leaves nobody with its lock in hand."""
    project = large_scene.restore()
    at = large_scene.find("fork", 1.0)
    killed = build_in_process(project, "build", "--jobs", "2", do="kill-alone", at=at)
    assert killed.code == -signal.SIGKILL
    large_scene.check_whole()
    try:
        large_scene.check_mended()
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(killed.pid, signal.SIGKILL)


# The last rename is that of the stamp, when nothing is left to interrupt.
@pytest.mark.parametrize(("kind", "share"), [("fork", 1.0), ("rename", 0.8)])
def test_interrupted(large_scene: Scene, build_in_process: Build, kind: str, share: float) -> None:
    project = large_scene.restore()
    stopped = build_in_process(project, "build", "--jobs", "2", do="interrupt", at=large_scene.find(kind, share))
    assert (stopped.code, "Traceback" in stopped.err) == (130, False), stopped.err
    assert "the next build goes on" in stopped.err
    large_scene.check_whole()
    large_scene.check_mended()


def start(project: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, str(ROOT / "build.py"), "build", "--jobs", "2"]
    environment = {**os.environ, "TMPDIR": str(project.parent)}
    silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=project, env=environment, process_group=0, **silent)


def test_real_builds_killed_at_random_moments(large_scene: Scene) -> None:
    project = large_scene.restore()
    began = time.monotonic()
    assert start(project).wait() == 0
    seconds = time.monotonic() - began
    chance = random.Random(20240229)
    for share in (0.7, 0.95):
        large_scene.restore()
        real = start(project)
        time.sleep(seconds * (share + chance.uniform(-0.05, 0.05)))
        os.killpg(real.pid, signal.SIGKILL)
        real.wait()
        large_scene.check_whole()
        large_scene.check_mended()
