"""What is said of a site whose brands have no days, for git does not tell them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from repository import Repository

Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]
UNSHALLOW = "fetch --unshallow"


def read_notes(result: Result) -> list[str]:
    assert result.exit_code == 0, result.stderr
    return [line for line in result.stderr.splitlines() if line.startswith("note: ")]


@pytest.fixture
def repository(tmp_path: Path, lay_out: LayOut) -> Repository:
    """A project whose brands were committed twice."""
    made = Repository(lay_out(tmp_path / "project", "right/minimal"))
    made.commit("2020-03-01", dot_gitignore="site\n.cache\n")
    made.commit("2020-03-02", notes="1")
    return made


def test_a_shallow_clone_is_told_of_by_every_build(repository: Repository, tmp_path: Path, run: Run) -> None:
    clone = tmp_path / "clone"
    repository.run("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    first = run(clone, "build", "--no-search")
    assert [UNSHALLOW in note for note in read_notes(first)] == [True]
    # By the stamp alone, and once the record of builds is read.
    for _ in range(2):
        assert read_notes(run(clone, "build", "--no-search")) == read_notes(first)
    assert "提示：这是浅克隆" in run(clone, "build", "--lang", "zh", "--no-search").stderr
    repository.run("-C", str(clone), "fetch", "--quiet", "--unshallow")
    assert read_notes(run(clone, "build", "--no-search")) == []


@pytest.mark.parametrize(("days", "is_told"), [("published: 2020-01-01\n", False), ("", True)])
def test_a_folder_without_history(tmp_path: Path, lay_out: LayOut, run: Run, days: str, is_told: bool) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    for path in (project / "brands").rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{days}", 1), encoding="utf-8")
    notes = read_notes(run(project, "build", "--no-search"))
    assert [".git" in note for note in notes] == [True] * is_told


def test_a_repository_without_a_commit(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    made = Repository(project)
    for _ in range(2):
        assert ["commit the brands" in note for note in read_notes(run(project, "build", "--no-search"))] == [True]
    zh = run(project, "build", "--lang", "zh", "--no-search").stderr
    assert "提示：git 仓库里还没有提交过" in zh
    made.run("add", "brands")
    made.run("commit", "--quiet", "--message", "x")
    assert read_notes(run(project, "build", "--no-search")) == []


def test_a_whole_history_is_not_told_of(repository: Repository, run: Run) -> None:
    assert read_notes(run(repository.folder, "build", "--no-search")) == []
