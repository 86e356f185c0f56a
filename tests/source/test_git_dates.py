from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from repository import Repository

from showcase.model.values import PartialDate
from showcase.source.git import read_head
from showcase.source.git_dates import Gap, GitDates, find_gap, read_git_dates


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    folder = tmp_path / "repository"
    folder.mkdir()
    return Repository(folder)


def day(text: str) -> PartialDate:
    return PartialDate.parse(text)


def test_first_and_last_days(repository: Repository) -> None:
    repository.commit("2020-03-01", brands__a__index_dot_md="1", other_dot_md="1")
    repository.commit("2020-03-02", brands__b_dot_md="1", brands__a__index_dot_md="2")
    repository.commit("2020-03-03", brands__a__大厅_dot_png="1")
    repository.commit("2020-03-04", other_dot_md="2")
    assert read_git_dates(repository.folder / "brands") == {
        "a": GitDates(day("2020-03-01"), day("2020-03-03")),
        "b": GitDates(day("2020-03-02"), day("2020-03-02")),
    }


def test_a_file_that_became_a_folder_keeps_its_first_day(repository: Repository) -> None:
    repository.commit("2020-03-01", brands__a_dot_md="1")
    (repository.folder / "brands" / "a.md").unlink()
    repository.commit("2020-03-05", brands__a__index_dot_md="1")
    assert read_git_dates(repository.folder / "brands")["a"] == GitDates(day("2020-03-01"), day("2020-03-05"))


def test_the_folder_may_be_the_repository(repository: Repository) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    assert read_git_dates(repository.folder) == {"a": GitDates(day("2020-03-01"), day("2020-03-01"))}


def test_a_shallow_clone_knows_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    repository.commit("2020-03-02", a_dot_md="2")
    repository.run("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(tmp_path / "clone"))
    assert read_git_dates(tmp_path / "clone") == {}


def test_outside_a_repository_or_without_commits(repository: Repository, tmp_path: Path) -> None:
    assert read_git_dates(tmp_path) == {}
    assert read_git_dates(repository.folder) == {}
    assert read_git_dates(tmp_path / "no") == {}


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    monkeypatch.setenv("PATH", "")
    assert read_git_dates(repository.folder) == {}


def test_settings_of_the_surroundings_do_not_lead_elsewhere(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    monkeypatch.setenv("GIT_DIR", str(tmp_path))
    assert "a" in read_git_dates(repository.folder)


def look_for_gap(folder: Path, *days: str) -> Gap | None:
    return find_gap(folder, read_head(folder), days)


@pytest.mark.parametrize(("days", "is_told"), [(("2020",), False), (("2020", ""), True)])
def test_a_folder_that_is_no_repository_is_told_of_where_days_are_missing(
    tmp_path: Path, days: tuple[str, ...], is_told: bool
) -> None:
    gap = look_for_gap(tmp_path, *days)
    assert (gap is not None) == is_told
    assert gap is None or ".git" in gap.mend


def test_a_whole_history_is_none_to_be_told_of(repository: Repository) -> None:
    assert look_for_gap(repository.folder, "2020") is None
    repository.commit("2020-03-01", a_dot_md="1")
    assert look_for_gap(repository.folder, "") is None


def test_a_machine_without_git_is_told(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    monkeypatch.setenv("PATH", "")
    gap = look_for_gap(repository.folder, "2020")
    assert gap is not None
    assert gap.mend == "install git"


def mend(gap: Gap | None) -> None:
    """Does what is said, to the letter."""
    assert gap is not None
    subprocess.run(shlex.split(gap.mend.format(root=shlex.quote(gap.root))), check=True, capture_output=True)


def test_a_shallow_clone_is_told_and_mended(repository: Repository, tmp_path: Path) -> None:
    repository.commit("2020-03-01", a_dot_md="1")
    repository.commit("2020-03-02", a_dot_md="2")
    clone = tmp_path / "a clone"
    repository.run("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(clone))
    mend(look_for_gap(clone, "2020"))
    assert look_for_gap(clone, "") is None
    assert "a" in read_git_dates(clone)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give folders away")
def test_a_repository_of_another_user_is_told_and_mended(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit("2020-03-01", brands__a_dot_md="1")
    for path in (repository.folder, *repository.folder.rglob("*")):
        os.chown(path, 12345, 12345)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.delenv("SUDO_UID", raising=False)
    brands = repository.folder / "brands"
    assert read_git_dates(brands) == {}
    mend(look_for_gap(brands, "2020"))
    assert look_for_gap(brands, "") is None
    assert "a" in read_git_dates(brands)


def test_a_repository_without_a_commit_is_told_and_mended(repository: Repository) -> None:
    brands = repository.folder / "brands"
    brands.mkdir()
    (brands / "a.md").write_text("1", encoding="utf-8")
    assert look_for_gap(brands, "2020") is None
    gap = look_for_gap(brands, "2020", "")
    assert gap is not None
    assert (gap.cause, gap.root) == ("nothing has been committed to the git repository yet", str(repository.folder))
    assert gap.mend == "commit the brands (git add, then git commit)"
    repository.run("add", "brands")
    repository.run("commit", "--quiet", "--message", "x")
    assert look_for_gap(brands, "") is None
    assert "a" in read_git_dates(brands)


def test_a_folder_that_only_looks_like_a_repository_is_none(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    gap = look_for_gap(tmp_path, "")
    assert gap is not None
    assert gap.cause == "the brands lie in no git repository"


def test_the_words_of_older_git(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git = tmp_path / "git"
    git.write_text("#!/bin/sh\necho \"fatal: unsafe repository ('/x' is owned by someone else)\" >&2\nexit 128\n")
    git.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    gap = look_for_gap(repository.folder, "2020")
    assert gap is not None
    assert "safe.directory" in gap.mend
