"""Paths that are not in UTF-8, as another system may have made them, are told and end no command in a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

pytestmark = pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="names are Unicode there")
Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]
ROOT = Path(__file__).parents[2]
STRANGE = os.fsdecode(b"a\xff")


@pytest.fixture
def project(tmp_path: Path, lay_out: LayOut) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


def test_a_project_whose_path_is_not_in_utf_8_is_told(project: Path, run: Run) -> None:
    moved = project.rename(project.parent / STRANGE)
    for command in (["build"], ["build", "--site", str(project.parent / "site")]):
        result = run(moved, *command)
        assert (result.exit_code, result.stdout) == (2, "")
        told = "the path of the project is not in UTF-8; rename the folder, or move the project elsewhere"
        assert result.stderr == f"error: {project.parent}/a\\xff: {told}\n"
        assert "项目的路径不是 UTF-8 编码，给那个文件夹改名" in run(moved, *command, "--lang", "zh").stderr
    assert not (project.parent / "site").exists()
    assert run(moved, "check").exit_code == 0


@pytest.mark.parametrize("option", ["--brands", "--site", "--cache"])
def test_a_folder_whose_path_is_not_in_utf_8_is_told_with_its_option(project: Path, run: Run, option: str) -> None:
    result = run(project, "build", option, f"{STRANGE}/b")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"error: {option}: {project}/a\\xff/b: the path is not in UTF-8; name another folder\n"
    assert "路径不是 UTF-8 编码，换一个文件夹" in run(project, "build", option, STRANGE, "--lang", "zh").stderr
    assert not (project / "site").exists()


@pytest.mark.parametrize("form", ["json", "github", "gitlab", "sarif"])
def test_a_folder_whose_name_is_not_in_utf_8_is_checked_in_every_form(project: Path, form: str) -> None:
    folder = (project / "brands").rename(project / STRANGE)
    (folder / "leer.md").write_text("", encoding="utf-8")
    # A process of its own, which settles how it prints.
    command = [sys.executable, str(ROOT / "build.py"), "check", "--brands", STRANGE, "--format", form]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (1, "")
    told = done.stdout if form == "github" else json.loads(done.stdout)
    assert told
    if form == "sarif":
        places = {
            each["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for each in told["runs"][0]["results"]
        }
        assert "a%FF/leer.md" in places
