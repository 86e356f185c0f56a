"""A brand that holds the program, or takes its memory, is named and left out; all others are checked and published."""

from __future__ import annotations

import faulthandler
import json
import os
import re
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from showcase.compile import bench, executor, partner
from showcase.source import brand_folder, brand_reading, crew, pool
from showcase.views.body import BodyRenderer
from showcase.views.site import Site

Run = Callable[..., Result]
MARKS = {"hard-to-read": "难读", "hard-to-make": "难做"}
LIMITS = "INHERIT: base.yml\nextra: {showcase: {limits: {seconds: 0.5, memory: 300000000}}}\n"

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="the limits of processes are Linux's"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),
]


def take_time() -> None:
    while True:
        pass


def take_memory() -> None:
    bytearray(600_000_000)


def die() -> None:
    faulthandler.disable()
    os.kill(os.getpid(), signal.SIGSEGV)


def list_brands(project: Path) -> list[str]:
    """Brands of which anything at all is published: a single file of one that is left out is one too many."""
    return sorted(path.name for path in (project / "site/brands").iterdir() if path.is_dir())


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    """A site of three brands: a sound one, one that is hard to read, and one that is hard to make a page of."""
    project = lay_out(tmp_path / "project", "right/minimal")
    (project / "mkdocs.yml").write_text(LIMITS, encoding="utf-8")
    sound = (project / "brands/haoban.md").read_text("utf-8").partition("\n---\n")[0]
    for slug, mark in MARKS.items():
        text = sound.replace("name: ", f"name: {mark}")
        (project / f"brands/{slug}.md").write_text(f"{text}\n---\n\n{mark}。\n", encoding="utf-8")
    return project


@pytest.mark.parametrize(
    ("own_process", "deed", "code"),
    [
        (True, take_time, "took-too-long"),
        (True, take_memory, "took-too-much-memory"),
        (False, take_time, "took-too-long"),
    ],
)
def test_a_brand_is_named_and_left_out(
    own_process: bool, deed: Callable[[], None], code: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (crew, pool, brand_folder, executor, partner):
        monkeypatch.setattr(module, "can_fork", lambda: own_process)
    find, render = brand_reading.find_excess, BodyRenderer.render

    def find_slowly(body: str, most: int) -> Any:
        return deed() if MARKS["hard-to-read"] in body else find(body, most)

    def render_slowly(renderer: BodyRenderer, body: str, *rest: Any) -> Any:
        return deed() if MARKS["hard-to-make"] in body else render(renderer, body, *rest)

    monkeypatch.setattr(brand_reading, "find_excess", find_slowly)
    monkeypatch.setattr(BodyRenderer, "render", render_slowly)
    told = json.loads(run(project, "check", "--format", "json").stdout)
    errors = [(fault["path"], fault["code"]) for fault in told if fault["severity"] == "error"]
    assert errors == [("brands/hard-to-read.md", code)]

    partial = run(project, "build", "--skip-invalid", "--json")
    assert partial.exit_code == 3, partial.output
    assert "brands/hard-to-read.md" in partial.stderr
    assert "brands/hard-to-make.md" in partial.stderr
    assert json.loads(partial.stdout)["left_out"] == 2
    assert list_brands(project) == ["haoban"]
    assert not re.search("|".join(MARKS.values()), (project / "site/search/names-0.js").read_text("utf-8"))

    # What came of the machine and not of the file is forgotten, and the file is read again.
    monkeypatch.setattr(brand_reading, "find_excess", find)
    refused = run(project, "build")
    assert refused.exit_code == 1
    assert "brands/hard-to-read.md" not in refused.output
    assert "brands/hard-to-make.md" in refused.output


@pytest.mark.parametrize("few", [10_000, 0], ids=["with the files", "before the files"])
@pytest.mark.parametrize(
    ("deed", "code"),
    [(take_time, "took-too-long"), (take_memory, "took-too-much-memory"), (die, "stopped-the-program")],
)
def test_a_card_is_of_the_brand_it_shows(
    few: int, deed: Callable[[], None], code: str, project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (crew, pool, brand_folder, executor, partner):
        monkeypatch.setattr(module, "can_fork", lambda: True)
    monkeypatch.setattr(executor, "_SMALL", few)
    monkeypatch.setattr(executor, "_CHUNKS_PER_JOB", 1)
    draw = bench.draw_card

    def draw_slowly(site: Site, slug: str) -> Any:
        return deed() if slug == "hard-to-make" else draw(site, slug)

    monkeypatch.setattr(bench, "draw_card", draw_slowly)
    partial = run(project, "build", "--skip-invalid", "--jobs", "2")
    assert partial.exit_code == 3, partial.output
    assert "brands/hard-to-make.md" in partial.stderr
    assert code in partial.stderr
    assert list_brands(project) == ["haoban", "hard-to-read"]


def test_memory_that_is_used_up_by_no_brand_is_told(
    tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise MemoryError

    project = lay_out(tmp_path / "project", "right/minimal")
    monkeypatch.setattr("showcase.cli.building.read_content", fail)
    result = run(project, "build")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines() == [
        "error: out of memory; close other programs, use fewer --jobs, or raise extra.showcase.limits.memory"
    ]
    assert not (project / "site").exists()
