from __future__ import annotations

from pathlib import Path

import pytest
from repository import Repository

from showcase.model.values import PartialDate
from showcase.source.git_dates import GitDates, read_git_dates


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
