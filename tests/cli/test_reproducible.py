"""The same content gives the same bytes: on another machine, in another year, in any order of work, by edited code."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

Build = Callable[..., Any]
LayOut = Callable[[Path, str], Path]
ReadTree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def project(tmp_path: Path, lay_out: LayOut) -> Path:
    """A project whose public address is known, so that it has a sitemap."""
    return lay_out(tmp_path / "project", "right/full")


@pytest.mark.parametrize("seed", [1, 2])
def test_another_machine_in_another_year(
    project: Path, build_in_process: Build, read_tree: ReadTree, seed: int
) -> None:
    elsewhere = shutil.copytree(project, project.parent / "另一处 & elsewhere" / "p", symlinks=True)
    for path in [elsewhere, *elsewhere.rglob("*")]:
        os.utime(path, (1e9 + seed, 1e9 + seed), follow_symlinks=False)
    assert build_in_process(project, "build").code == 0
    strange = build_in_process(elsewhere, "build", "--jobs", "2", strange=seed)
    assert strange.code == 0, strange.err
    site = read_tree(project / "site")
    assert "sitemap.xml" in site
    assert read_tree(elsewhere / "site") == site
    again = build_in_process(elsewhere, "build", strange=seed + 10)
    assert "(0 changed, 0 removed)" in again.out


def edit_program(hooks: Path) -> None:
    """What developers change: the theme, templates, a style, the catalogue of words, a line of code."""
    for name, old, new in (
        ("frame/theme/main.html", "{% block htmltitle %}", "{% block htmltitle %}<!--{{ build_date_utc.date() }}-->"),
        ("views/templates/areas.html", "<ul", "<p>edited</p><ul"),
        ("views/templates/brand/story.html", "<", "<!--edited--><"),
        ("views/assets/brand.css", "{", "{--edited:1;"),
        ("views/home.py", "WALL: Final = 8", "WALL: Final = 1"),
        ("locale/zh_Hans/LC_MESSAGES/site.po", 'msgstr "服务领域', 'msgstr "改过的领域'),
    ):
        path = hooks / "showcase" / name
        text = path.read_text(encoding="utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_edited_code_and_the_day_of_the_build(project: Path, read_tree: ReadTree) -> None:
    """All that shows is made anew when the program changes, and a theme that shows the day shows SOURCE_DATE_EPOCH."""
    (project / "hooks").unlink()
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", project)

    def build(day: int, *args: str) -> dict[str, bytes]:
        environment = {**os.environ, "SOURCE_DATE_EPOCH": str(day * 86_400)}
        command = [sys.executable, "build.py", "build", *args]
        subprocess.run(command, cwd=project, env=environment, check=True, capture_output=True)
        return read_tree(project / (args[1] if args else "site"))

    before = build(1)
    edit_program(project / "hooks")
    first = build(1)
    assert b"1970-01-02" in first["about/index.html"]
    assert b"<p>edited</p>" in first["areas/index.html"]
    assert sum(first[path] != before[path] for path in first.keys() & before.keys()) > 10
    second = build(9)
    assert b"1970-01-10" in second["brands/haoban/index.html"]
    assert second == build(9, "--site", "clean", "--cache", "clean-cache")
