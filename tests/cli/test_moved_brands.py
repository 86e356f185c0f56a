"""A brand whose file was given another name: its old address leads nowhere, unless the brand names it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
BRAND = """\
---
name: 周到办
agency: office
category: services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全市政务服务，个人和企业在手机上就能查询、办理、评价。
published: 2024-01-01
sources: [{title: 报道}]
---
故事
"""
OTHER = BRAND.replace("周到办", "别的品牌").replace("一站直达", "处处放心").replace("全市", "各县")
VOCABULARY = """\
agencies: {office: {name: 示例市政务办}}
categories: {services: {name: 政务服务}}
levels: {}
"""


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Run) -> Path:
    """A project that was built once."""
    project = lay_out(tmp_path / "project", "right/minimal")
    for path in (project / "brands").iterdir():
        path.unlink()
    put(project, {"_catalogue.yml": VOCABULARY, "zhoudaoban.md": BRAND, "other.md": OTHER})
    assert run(project, "build").exit_code == 0
    return project


def put(project: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = project / "brands" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")


def warn(path: str, line: str) -> list[str]:
    told = f"warning: brands/{path}: the old address of this brand, brands/zhoudaoban/, is gone. To keep it: {line}"
    return [told]


@pytest.mark.parametrize(
    ("files", "warned"),
    [
        ({"zhoudaobang.md": BRAND}, warn("zhoudaobang.md", "aliases: [zhoudaoban]")),
        ({"zhoudaobang/index.md": BRAND}, warn("zhoudaobang/index.md", "aliases: [zhoudaoban]")),
        ({"new.md": BRAND.replace("一站直达", "件件落实")}, warn("new.md", "aliases: [zhoudaoban]")),
        ({"new.md": BRAND.replace("周到办", "周到帮")}, warn("new.md", "aliases: [zhoudaoban]")),
        (
            {"new.md": BRAND.replace("sources", "aliases: [zdb]\nsources")},
            warn("new.md", "aliases: [zdb, zhoudaoban]"),
        ),
        ({"new.md": BRAND.replace("sources", "aliases: [zhoudaoban]\nsources")}, []),
        (
            {
                "new.md": BRAND.replace("sources", "status: retired\nsources"),
                "other.md": OTHER.replace("sources", "aliases: [zhoudaoban]\nsources"),
            },
            [],
        ),
        ({"new.md": BRAND.replace("周到办", "周到帮").replace("一站直达", "件件落实")}, []),
        ({"zhoudaoban/index.md": BRAND}, []),
        ({}, []),
    ],
)
def test_an_address_that_is_lost_is_told_once(
    files: dict[str, str], warned: list[str], project: Path, run: Run
) -> None:
    (project / "brands/zhoudaoban.md").unlink()
    put(project, files)
    result = run(project, "build")
    assert (result.exit_code, result.stderr.splitlines()) == (0, warned)
    assert run(project, "build").stderr == ""


def test_what_is_told_to_write_keeps_the_address(project: Path, run: Run) -> None:
    (project / "brands/zhoudaoban.md").rename(project / "brands/zhoudaobang.md")
    line = run(project, "build").stderr.rpartition("To keep it: ")[2]
    put(project, {"zhoudaobang.md": BRAND.replace("sources", f"{line}sources")})
    result = run(project, "build")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "zhoudaobang" in (project / "site/brands/zhoudaoban/index.html").read_text("utf-8")


def test_builds_between_that_publish_nothing_lose_nothing(project: Path, run: Run) -> None:
    (project / "brands/zhoudaoban.md").rename(project / "brands/zhoudaobang.md")
    put(project, {"other.md": "broken"})
    assert run(project, "build").exit_code == 1
    put(project, {"other.md": OTHER})
    assert run(project, "build").stderr.splitlines() == warn("zhoudaobang.md", "aliases: [zhoudaoban]")


def test_a_brand_that_was_left_out_is_not_lost(project: Path, run: Run) -> None:
    put(project, {"zhoudaoban/index.md": "broken", "new.md": BRAND})
    (project / "brands/zhoudaoban.md").unlink()
    assert "warning: " not in run(project, "build", "--skip-invalid").stderr


def test_one_that_was_left_out_for_a_slip_is_told_when_it_is_mended(project: Path, run: Run) -> None:
    (project / "brands/zhoudaoban.md").unlink()
    put(project, {"zhoudaobang.md": BRAND.replace("slogan", "slogn")})
    assert "warning: " not in run(project, "build", "--skip-invalid").stderr
    assert "warning: " not in run(project, "build", "--skip-invalid").stderr
    put(project, {"zhoudaobang.md": BRAND})
    assert run(project, "build").stderr.splitlines() == warn("zhoudaobang.md", "aliases: [zhoudaoban]")
    put(project, {"zhoudaobang.md": BRAND.replace("故事", "故事。")})
    assert run(project, "build").stderr == ""


def test_nobody_knew_the_address_of_a_draft(project: Path, run: Run) -> None:
    put(
        project,
        {
            "draft.md": BRAND.replace("周到办", "草稿")
            .replace("全市", "各镇")
            .replace("sources", "status: draft\nsources")
        },
    )
    assert run(project, "build").exit_code == 0
    (project / "brands/draft.md").rename(project / "brands/later.md")
    assert run(project, "build").stderr == ""
