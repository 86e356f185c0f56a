"""What a check is told to look at: brands by name, and whatever ``git diff --name-only`` names."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from repository import Repository

from showcase.cli.main import showcase

VOCABULARY = """\
agencies: {office: {name: 示例市政务办}}
categories: {services: {name: 政务服务}}
levels: {}
"""
GOOD = """\
---
name: 一号
agency: office
category: services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全市政务服务，个人和企业在手机上就能查询、办理、评价。
sources: [{title: 报道}]
---
故事
"""
FAULTY = GOOD.replace("slogan", "slogn")
PROJECT = {
    "brands/_catalogue.yml": VOCABULARY,
    "brands/zheliban.md": GOOD,
    "brands/suzhouban/index.md": GOOD.replace("一号", "二号").replace("全市", "二号"),
    "brands/suzhouban/hall.txt": "要点",
    "brands/faulty.md": FAULTY.replace("一号", "三号").replace("全市", "三号"),
    "mkdocs.yml": "site_name: 示例\n",
    "docs/index.md": "# 首页\n",
    "README.md": "说明\n",
}
SAID = {
    "gone": "提示：已经不在了，不用检查：",
    "other": "提示：不是品牌，也不是手写页面，不用检查：",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fill(tmp_path, PROJECT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def repository(project: Path) -> Repository:
    """The project, of which ``main`` has been committed."""
    made = Repository(project)
    made.commit("2024-01-01")
    made.run("branch", "-M", "main")
    return made


def fill(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(showcase, ["check", *arguments], env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def told(*arguments: str) -> list[str]:
    """Kind and path of every fault that a check of some paths tells."""
    records = json.loads(run("--format", "json", *arguments).stdout)
    return [f"{record['code']} {record['path']}" for record in records]


@pytest.mark.parametrize(
    ("named", "code", "stderr"),
    [
        (["brands/zheliban.md", "brands/wanshitong.md"], 0, SAID["gone"] + "brands/wanshitong.md\n"),
        (["brands/faulty.md", "brands/wanshitong/index.md"], 1, SAID["gone"] + "brands/wanshitong/index.md\n"),
        (["zheliban", "hooks/old.py", "OLD.md"], 0, SAID["gone"] + "hooks/old.py，OLD.md\n"),
        (["zheliban", *(f"{n}.md" for n in range(7))], 0, "0.md，1.md，2.md，3.md，4.md，另外 2 个\n"),
        (["zheliban", "brands/suzhoubna.md"], 0, "提示：没有 brands/suzhoubna.md；是不是 suzhouban？\n"),
        (["zheliban", "brands/suzhouban/hall.jpg"], 0, SAID["gone"] + "brands/suzhouban/hall.jpg\n"),
        (["README.md", "zheliban"], 0, SAID["other"] + "README.md\n"),
        (["README.md", "brands"], 1, SAID["other"] + "README.md\n"),
        (["mkdocs.yml", "docs/index.md", "zheliban", "docs", "brands/_catalogue.yml"], 0, ""),
        (["."], 1, ""),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_is_not_there_or_no_content_is_told_and_the_rest_checked(named: list[str], code: int, stderr: str) -> None:
    result = run(*named)
    assert result.exit_code == code
    assert result.stderr.endswith(stderr)
    assert bool(result.stderr) == bool(stderr)


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["brands/suzhoubna.md"], "是不是 suzhouban？\n"),
        (["brands/suzhoubna/index.md"], "是不是 suzhouban？\n"),
        (["zheliban", "suzhoubna"], "是不是 suzhouban？\n"),
        (["brands/no.md", "brands/none.md"], "里也没有这个品牌\n错误：brands/none.md："),
        (["zheliban", "/no/such/file.md"], "里也没有这个品牌\n"),
        (["zheliban", "../no.md"], "里也没有这个品牌\n"),
        (
            ["main..HEAD"],
            "错误：main..HEAD 是一段提交；要检查它们改过的文件，写成 check $(git diff --name-only main..HEAD)\n",
        ),
        (["zheliban", "origin/main...HEAD"], "写成 check $(git diff --name-only origin/main...HEAD)\n"),
    ],
)
@pytest.mark.usefixtures("project")
def test_a_slip_is_an_error(named: list[str], told: str) -> None:
    result = run(*named)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told in result.stderr


@pytest.mark.parametrize("named", [["brands/zheliban.md"], ["README.md"], ["brands/suzhouban"]])
@pytest.mark.parametrize("committed", [True, False])
def test_what_git_knows_is_gone_and_no_slip(named: list[str], committed: bool, repository: Repository) -> None:
    for name in named:
        path = repository.folder / name
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    if committed:
        repository.commit("2024-01-02")
    result = run(*named)
    assert (result.exit_code, result.stderr) == (0, f"{SAID['gone']}{named[0]}\n")


def test_what_came_on_another_branch_is_no_slip(repository: Repository) -> None:
    repository.run("checkout", "-q", "-b", "mine")
    repository.run("checkout", "-q", "main")
    repository.commit("2024-01-02", brands__newer_dot_md=GOOD.replace("一号", "四号").replace("全市", "四号"))
    repository.run("checkout", "-q", "mine")
    result = run("brands/newer.md")
    assert (result.exit_code, result.stderr) == (0, SAID["gone"] + "brands/newer.md\n")


def test_all_that_a_diff_names_can_be_handed_over(repository: Repository) -> None:
    folder = repository.folder
    repository.run("checkout", "-q", "-b", "mine")
    (folder / "brands/zheliban.md").unlink()
    (folder / "README.md").write_text("新的\n")
    fill(folder, {"brands/suzhouban/大厅.txt": "新的", "brands/faulty.md": FAULTY + "\n", "brands/苏州办.md": "故事"})
    repository.commit("2024-01-02")
    diff = subprocess.run(["git", "diff", "--name-only", "main"], capture_output=True, text=True, check=True).stdout
    assert '"brands/suzhouban/\\345' in diff
    result = run(*diff.split())
    assert result.exit_code == 1
    assert result.stderr == f"{SAID['gone']}brands/zheliban.md\n{SAID['other']}README.md\n"
    assert set(told(*diff.split())) == {
        "unknown-key brands/faulty.md",
        "bad-folder-name brands/苏州办.md",
        "no-front-matter brands/苏州办.md",
        "unused-file brands/suzhouban/hall.txt",
        "unused-file brands/suzhouban/大厅.txt",
    }


@pytest.mark.parametrize(
    ("files", "gone", "named", "faults"),
    [
        # Links to a brand that went.
        (
            {
                "brands/suzhouban/index.md": GOOD.replace("一号", "二号").replace("全市", "二号")
                + "见 [浙里办](brand:zheliban)。\n"
            },
            ["brands/zheliban.md"],
            ["mkdocs.yml", "brands/zheliban.md"],
            ["unknown-brand brands/suzhouban/index.md"],
        ),
        # A word of the vocabulary that went.
        (
            {"brands/_catalogue.yml": VOCABULARY.replace("services:", "affairs:")},
            [],
            ["brands/_catalogue.yml"],
            [f"not-in-vocabulary brands/{name}.md" for name in ("faulty", "suzhouban/index", "zheliban")],
        ),
        # A picture that went from a brand.
        (
            {"brands/suzhouban/index.md": GOOD.replace("一号", "二号").replace("全市", "二号") + "![大厅](hall.png)\n"},
            ["brands/suzhouban/hall.txt"],
            ["mkdocs.yml", "brands/suzhouban/hall.png"],
            ["file-missing brands/suzhouban/index.md"],
        ),
    ],
)
def test_what_a_change_did_to_others_is_told(
    files: dict[str, str], gone: list[str], named: list[str], faults: list[str], project: Path
) -> None:
    fill(project, files)
    for name in gone:
        (project / name).unlink()
    assert told(*named) == faults


@pytest.mark.parametrize("named", ["wuxiban", "wuxiban.md", "brands/wuxiban", "brands/wuxiban.md"])
@pytest.mark.parametrize("name", ["wuxiban.MD", "wuxiban.txt", "wuxiban.md.txt", "wuxiban.docx"])
def test_a_brand_is_found_that_is_not_called_as_one(name: str, named: str, project: Path) -> None:
    fill(project, {f"brands/{name}": GOOD.replace("一号", "五号").replace("全市", "五号")})
    code = "office-document" if name.endswith("docx") else "wrong-ending"
    assert told(named) == [f"{code} brands/{name}"]
    assert f"\n{name} 有错误，还不能发布。\n其余 3 个品牌里，1 个有错误；" in run(named).stdout


@pytest.mark.parametrize(
    ("named", "lines"),
    [
        ([], ["检查了 3 个品牌，2 个可以发布。"]),
        (["brands"], ["检查了 3 个品牌，2 个可以发布。"]),
        (["."], ["检查了 3 个品牌，2 个可以发布。"]),
        (["README.md"], ["检查了 3 个品牌，2 个可以发布。"]),
        (
            ["zheliban"],
            [
                "zheliban 没有问题，可以发布。",
                "其余 2 个品牌里，1 个有错误；用 python build.py check 查看。",
            ],
        ),
        (
            ["brands/suzhouban"],
            ["suzhouban 可以发布。", "其余 2 个品牌里，1 个有错误；用 python build.py check 查看。"],
        ),
        (["faulty.md"], ["faulty 有错误，还不能发布。", "其余 2 个品牌都可以发布。"]),
        (
            ["faulty", "zheliban", "brands/zheliban.md"],
            ["要看的 2 个品牌，1 个可以发布。", "其余 1 个品牌都可以发布。"],
        ),
        (["faulty", "zheliban", "suzhouban"], ["要看的 3 个品牌，2 个可以发布。"]),
    ],
)
@pytest.mark.usefixtures("project")
def test_what_was_named_is_told_apart_from_the_rest(named: list[str], lines: list[str]) -> None:
    said = run(*named).stdout.splitlines()
    start = next(
        number for number, line in enumerate(said) if line.startswith(("检查了", "要看的")) or "发布。" in line
    )
    assert said[start:] == lines


def test_of_a_draft_that_was_named_it_is_told_that_it_is_one(project: Path) -> None:
    fill(project, {"brands/zheliban.md": GOOD.replace("---\n", "---\nstatus: draft\n", 1)})
    assert run("zheliban").stdout.splitlines()[1] == "其中草稿 1 个（只在预览里看得到）。"
    assert "草稿" not in run("suzhouban").stdout


def test_a_brand_whose_name_another_has_taken_is_not_in_order(project: Path) -> None:
    fill(project, {"brands/zzz.md": GOOD})
    for slug in ("zheliban", "zzz"):
        assert f"{slug} 有错误，还不能发布。\n" in run(slug).stdout


def test_an_address_that_is_lost_is_told_of_the_brand_that_had_it(repository: Repository) -> None:
    (repository.folder / "brands/zheliban.md").rename(repository.folder / "brands/zhelibang.md")
    assert told("zhelibang") == ["address-lost brands/zhelibang.md"]
    assert told("suzhouban") == ["unused-file brands/suzhouban/hall.txt"]
    assert run("--strict", "zhelibang").exit_code == 1
