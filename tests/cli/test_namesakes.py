"""Two brands of one name, or one summary: the one that came first keeps it, as far as git knows."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from repository import Repository

Run = Callable[..., Result]
ReadTree = Callable[[Path], dict[str, bytes]]


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    """A project whose one brand was committed; ``a.md``, which was not, is a copy of it."""
    project = lay_out(tmp_path / "project", "right/minimal")
    Repository(project).commit("2020-03-01", _dot_gitignore="/.cache/\n/site/\n/clean/\n")
    shutil.copy(project / "brands/haoban.md", project / "brands/a.md")
    return project


def list_told(project: Path, run: Run) -> list[tuple[str, str, int]]:
    records = json.loads(run(project, "check", "--format", "json").stdout)
    return [(record["code"], record["path"], record["line"]) for record in records if record["severity"] == "error"]


def test_the_one_that_came_first_keeps_its_name(project: Path, run: Run, read_tree: ReadTree) -> None:
    for commit in (False, True):
        if commit:
            Repository(project).commit("2020-03-05")
        assert list_told(project, run) == [("name-taken", "brands/a.md", 2)]
        assert "brands/a.md:2:7" in run(project, "build").stderr
        assert run(project, "build", "--skip-invalid").exit_code == 3
        assert (project / "site/brands/haoban").is_dir()
        assert not (project / "site/brands/a").exists()
        assert run(project, "build", "--skip-invalid", "--site", "clean", "--cache", f".cache/{commit}").exit_code == 3
        assert read_tree(project / "clean") == read_tree(project / "site")


def test_where_git_knows_nothing_the_first_by_its_address_keeps_it(project: Path, run: Run) -> None:
    assert run(project, "build", "--skip-invalid").exit_code == 3
    shutil.rmtree(project / ".git")
    assert list_told(project, run) == [("name-taken", "brands/haoban.md", 2)]
    assert run(project, "build", "--skip-invalid").exit_code == 3
    assert (project / "site/brands/a").is_dir()
    assert not (project / "site/brands/haoban").exists()


def test_a_copy_with_another_name_is_told_until_its_summary_is_its_own(project: Path, run: Run) -> None:
    one, copy = project / "brands/haoban.md", project / "brands/a.md"
    text = one.read_text("utf-8").replace("name: ", "sources: [{title: 报道}]\nname: ")
    one.write_text(text, "utf-8")
    for own, told in (("", ["1 warning;"]), ("照片", []), ("", ["1 warning;"])):
        copy.write_text(text.replace("name: 好办", "name: 快办").replace("窗口", own or "窗口"), "utf-8")
        for _ in range(2):  # Read, and known by the ledger.
            result = run(project, "build")
            assert (result.exit_code, re.findall(r"\d+ warnings?;", result.stderr)) == (0, told)
        records = json.loads(run(project, "check", "a", "--format", "json").stdout)
        places = [("summary-taken", "brands/a.md", 7)] if told else []
        assert [(record["code"], record["path"], record["line"]) for record in records] == places
