"""Brands that were given another name on a branch: git knows the address that they had."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from repository import Repository

from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source.brand_folder import read_catalogue_source
from showcase.source.moved_brands import find_moved

VOCABULARY = """\
agencies: {office: {name: 示例市政务办}}
categories: {services: {name: 政务服务}}
levels: {}
"""
BRAND = """\
---
name: 周到办
agency: office
category: services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全市政务服务，个人和企业在手机上就能查询、办理、评价。
sources: [{title: 报道}]
---
故事
"""
OTHER = BRAND.replace("周到办", "别的品牌").replace("一站直达", "处处放心")
DRAFT = BRAND.replace("周到办", "草稿").replace("一站直达", "样样齐全").replace("sources", "status: draft\nsources")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A project whose main branch has been published."""
    made = Repository(tmp_path)
    fill(
        tmp_path,
        {"_catalogue.yml": VOCABULARY, "zhoudaoban.md": BRAND, "other/index.md": OTHER, "draft.md": DRAFT, "x.md": "?"},
    )
    made.commit("2024-01-01")
    made.run("branch", "-M", "main")
    made.run("checkout", "-q", "-b", "mine")
    return made


def fill(project: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = project / "brands" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def told(project: Path) -> list[tuple[str, str]]:
    """Path and hint of each fault."""
    reading = read_catalogue_source(project / "brands", root=project)
    faults = list(find_moved(project / "brands", "brands", reading))
    assert {fault.code for fault in faults} <= {"address-lost"}
    return [(fault.place.path, render_fault(fault, load_translations("cli", "en")).hint) for fault in faults]


@pytest.mark.parametrize("committed", [True, False])
@pytest.mark.parametrize(
    ("gone", "files", "expected"),
    [
        ("zhoudaoban.md", {"new.md": BRAND}, [("brands/new.md", "Write among the fields: aliases: [zhoudaoban]")]),
        (
            "zhoudaoban.md",
            {"new/index.md": BRAND},
            [("brands/new/index.md", "Write among the fields: aliases: [zhoudaoban]")],
        ),
        ("other/index.md", {"new.md": OTHER}, [("brands/new.md", "Write among the fields: aliases: [other]")]),
        (
            "zhoudaoban.md",
            {"new.md": BRAND.replace("周到办", "周到帮").replace("sources", "aliases: [zdb]\nsources")},
            [("brands/new.md", "Write among the fields: aliases: [zdb, zhoudaoban]")],
        ),
        (
            "zhoudaoban.md",
            {"new.md": BRAND.replace("一站直达", "件件落实")},
            [("brands/new.md", "Write among the fields: aliases: [zhoudaoban]")],
        ),
        ("zhoudaoban.md", {"new.md": BRAND.replace("sources", "aliases: [zhoudaoban]\nsources")}, []),
        ("zhoudaoban.md", {"new.md": BRAND.replace("周到办", "周到帮").replace("一站直达", "件件落实")}, []),
        ("zhoudaoban.md", {"zhoudaoban/index.md": BRAND}, []),
        ("zhoudaoban.md", {}, []),
        ("draft.md", {"new.md": DRAFT}, []),
        ("x.md", {"new.md": BRAND.replace("周到办", "新品牌").replace("一站直达", "件件落实")}, []),
    ],
)
def test_an_address_that_is_lost_is_told(
    gone: str, files: dict[str, str], expected: list[tuple[str, str]], committed: bool, repository: Repository
) -> None:
    (repository.folder / "brands" / gone).unlink()
    fill(repository.folder, files)
    if committed:
        repository.commit("2024-01-02")
    assert told(repository.folder) == expected


def test_what_is_told_to_write_is_enough(repository: Repository) -> None:
    (repository.folder / "brands/zhoudaoban.md").rename(repository.folder / "brands/new.md")
    ((_, hint),) = told(repository.folder)
    line = hint.removeprefix("Write among the fields: ")
    fill(repository.folder, {"new.md": BRAND.replace("sources", f"{line}\nsources")})
    assert told(repository.folder) == []


@pytest.mark.parametrize("name", ["_zhoudaoban.md", "README.md", "周到办.md"])
def test_what_can_be_no_address_was_none(name: str, repository: Repository) -> None:
    repository.run("checkout", "-q", "main")
    (repository.folder / "brands/zhoudaoban.md").rename(repository.folder / "brands" / name)
    repository.commit("2024-01-02")
    repository.run("checkout", "-q", "-B", "mine")
    (repository.folder / "brands" / name).rename(repository.folder / "brands/new.md")
    assert told(repository.folder) == []


def test_what_was_published_already_is_not_told_again(repository: Repository) -> None:
    (repository.folder / "brands/zhoudaoban.md").rename(repository.folder / "brands/new.md")
    repository.commit("2024-01-02")
    repository.run("branch", "-f", "main")
    assert told(repository.folder) == []


def test_what_main_alone_has_is_no_brand_that_went(repository: Repository) -> None:
    repository.run("checkout", "-q", "main")
    fill(repository.folder, {"newer.md": BRAND.replace("周到办", "新品牌")})
    repository.commit("2024-01-02")
    repository.run("checkout", "-q", "mine")
    fill(repository.folder, {"newest.md": BRAND.replace("周到办", "新品牌")})
    assert told(repository.folder) == []


def test_the_branch_that_is_published_is_that_of_the_remote(repository: Repository, tmp_path: Path) -> None:
    repository.run("branch", "-m", "main", "master")
    clone = tmp_path / "clone"
    repository.run("clone", "-q", "--branch", "master", tmp_path.as_uri(), str(clone))
    (clone / "brands/zhoudaoban.md").rename(clone / "brands/new.md")
    Repository(clone).commit("2024-01-02")
    assert told(clone) == [("brands/new.md", "Write among the fields: aliases: [zhoudaoban]")]


@pytest.mark.parametrize("there", ["nothing", "no commit", "no main"])
def test_without_anything_to_compare_with(there: str, tmp_path: Path) -> None:
    fill(tmp_path, {"_catalogue.yml": VOCABULARY, "zhoudaoban.md": BRAND})
    if there != "nothing":
        repository = Repository(tmp_path)
    if there == "no main":
        repository.run("checkout", "-q", "-b", "mine")
        repository.commit("2024-01-01")
    (tmp_path / "brands/zhoudaoban.md").rename(tmp_path / "brands/new.md")
    assert len(told(tmp_path)) == (there == "no main")
