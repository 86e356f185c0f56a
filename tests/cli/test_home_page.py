"""The home page shows its front matter and no more: a slip in it, and text below it, are told."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
FRONT = "---\ntitle: 首页\nshowcase: home\n{}---\n"


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


def write(project: Path, fields: str, text: str = "") -> None:
    (project / "docs/index.md").write_text(FRONT.format(fields) + text, encoding="utf-8")


@pytest.mark.parametrize(
    ("fields", "told", "mended"),
    [
        ("tries: 政务服务\n", "4: tries: 写列表，例如 [a, b]", "tries: [政务服务]\n"),
        ("hero: 甲\ntrys: [政务]\n", "5: trys: 没有这个设置，是不是 tries？", "hero: 甲\ntries: [政务]\n"),
        ("placeholder: 5\n", "4: placeholder: 写文字，像数字的要加引号", 'placeholder: "5"\n'),
        ("tries: [热线, 12345]\n", "4: tries.1: 写文字，像数字的要加引号", 'tries: [热线, "12345"]\n'),
        ("hero: [一]\n", "4: hero: 写文字", "hero: 一\n"),
        ("nonsense: 一\n", "4: nonsense: 没有这个设置", ""),
    ],
)
def test_a_slip_in_front_matter_is_told(fields: str, told: str, mended: str, project: Path, run: Run) -> None:
    write(project, fields)
    for _ in range(2):
        result = run(project, "build", "--lang", "zh")
        assert result.exit_code == 2
        assert f"docs/index.md:{told}" in result.stderr
    write(project, mended)
    assert run(project, "build", "--lang", "zh").exit_code == 0


@pytest.mark.parametrize(
    ("text", "line"),
    [("\n# 通知\n\n今天放假。\n", 6), ("<!-- 注 -->\n\n一句话\n", 7), ("首页", 5), ("---\n", 5)],
)
def test_text_below_it_is_told(text: str, line: int, project: Path, run: Run) -> None:
    write(project, "", text)
    for _ in range(2):
        result = run(project, "build", "--lang", "zh")
        assert result.exit_code == 2
        assert f"docs/index.md:{line}: 首页只显示文件头里的内容，这里的文字不会出现" in result.stderr
    write(project, "")
    about = project / "docs/about.md"
    about.write_text(f"# 关于\n\n{text}", encoding="utf-8")
    assert run(project, "build", "--lang", "zh").exit_code == 0


def test_what_is_taken_is_no_slip(project: Path, run: Run) -> None:
    fields = (
        "# 备注",
        "hero: |-",
        "  一",
        "  二",
        "description: 三",
        "placeholder:",
        "tries: [热线]",
        "hide: [toc]",
        "",
    )
    write(project, "\n".join(fields), "\n<!-- 只是\n备注 -->\n")
    assert run(project, "build", "--lang", "zh").exit_code == 0
