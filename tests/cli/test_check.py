from __future__ import annotations

import errno
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from showcase.cli.main import showcase
from showcase.model.fault_texts import KINDS

HERE = Path(__file__).parent
VOCABULARY = """\
agencies:
  zj-data: {name: 浙江省数据局}
categories:
  government-services: {name: 政务服务}
levels: {}
"""
GOOD = """\
---
name: 浙里办
agency: zj-data
category: government-services
slogan: 掌上办事，一站直达
summary: 浙里办汇集全省政务服务，个人和企业在手机上就能查询、办理、评价。
sources: [{title: 报道}]
---
故事
"""
BROKEN = {
    "brands/_catalogue.yml": VOCABULARY,
    "brands/a/index.md": GOOD.replace("浙里办", "浙里办办办办办办办"),
    "brands/b.md": GOOD.replace("浙里办", "乙品牌").replace("slogan", "slogn").replace("zj-data", "zj-dat"),
    "brands/c/index.md": GOOD.replace("浙里办", "no").replace("sources:", "identity: {color: #fff}\nsources:"),
    "brands/d.md": GOOD.replace("浙里办", "丁品牌").replace(
        "---\n故事", "tags: [掌上\u200b办事\t\x1b[2J, 甲]\n---\n故事"
    ),
    "brands/e.md": GOOD.replace("浙里办", "戊品牌").replace("故事", "![](https://a.cn/%0A::warning::x.png)"),
    "brands/f.md": "name：己品牌\n",
    "brands/g.md": GOOD.replace("浙里办", "庚品牌").replace("掌上办事，一站直达", "办"),
    "brands/Big One.md": GOOD.replace("浙里办", "辛品牌"),
}


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fill(tmp_path, BROKEN)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    fill(tmp_path, {"brands/_catalogue.yml": VOCABULARY, "brands/a.md": GOOD})
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fill(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(showcase, ["check", *arguments], env={"LANG": "zh_CN.UTF-8", "LC_ALL": ""})
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.usefixtures("broken")
def test_a_broken_catalogue_in_words(lang: str) -> None:
    result = run("--lang", lang)
    assert result.exit_code == 1
    assert result.output == (HERE / "broken" / f"{lang}.txt").read_text(encoding="utf-8")


@pytest.mark.usefixtures("sound")
def test_a_sound_catalogue() -> None:
    result = run()
    assert (result.exit_code, result.output) == (0, "检查了 1 个品牌，1 个可以发布。\n")
    assert run("--lang", "en").output == "Checked 1 brands; 1 can be published.\n"


def test_what_a_build_or_a_list_does_not_count_is_told(sound: Path) -> None:
    for name, status in (("乙品牌", "draft"), ("丙品牌", "retired"), ("丁品牌", "retired")):
        text = GOOD.replace("浙里办", name).replace("---\n", f"---\nstatus: {status}\n", 1)
        fill(sound, {f"brands/{'bcd'['乙丙丁'.index(name[0])]}.md": text})
    told = "检查了 4 个品牌，4 个可以发布。\n其中草稿 1 个（只在预览里看得到），已停用 2 个（有网页，不进列表）。\n"
    assert run().output.endswith(told)


@pytest.mark.usefixtures("sound")
def test_the_language_may_stand_before_the_command() -> None:
    result = CliRunner().invoke(showcase, ["--lang", "en", "check"])
    assert result.output.startswith("Checked")


def test_warnings_fail_a_strict_check_alone(sound: Path) -> None:
    fill(sound, {"brands/a.md": GOOD.replace("sources: [{title: 报道}]\n", "")})
    assert run().exit_code == 0
    assert run("--strict").exit_code == 1


def test_advice_never_fails(sound: Path) -> None:
    fill(sound, {"brands/a.md": GOOD.replace("掌上办事，一站直达", "办")})
    assert run("--strict").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--brands", "no"], 2),
        (["--brands", "brands/a.md"], 2),
        (["--format", "xml"], 2),
        (["no.md"], 2),
        (["--brands", "brands"], 0),
    ],
)
@pytest.mark.usefixtures("sound")
def test_exit_codes(arguments: list[str], code: int) -> None:
    assert run(*arguments).exit_code == code


@pytest.mark.usefixtures("broken")
def test_named_paths_alone_are_told() -> None:
    records = json.loads(run("--format", "json", "brands/b.md", "brands/c").output)
    assert {record["path"] for record in records} == {"brands/b.md", "brands/c/index.md"}
    assert run("brands/g.md").exit_code == 0


def test_named_paths_are_compared_with_all_brands(sound: Path) -> None:
    fill(sound, {"brands/b.md": GOOD, "brands/c.md": GOOD.replace("浙里办", "又浙里办")})
    for one in ("a", "b"):  # Whichever of the two was there first.
        records = json.loads(run("--format", "json", f"brands/{one}.md").output)
        assert [(record["code"], record["path"]) for record in records] == [("name-taken", "brands/b.md")]
    assert run("brands/c.md").exit_code == 0


def test_a_brand_that_is_there_twice_is_told_under_its_slug(sound: Path) -> None:
    fill(sound, {"brands/a/index.md": GOOD})
    for named in ("a", "brands/a", "brands/a.md", "a/index.md"):
        records = json.loads(run("--format", "json", named).output)
        errors = [(one["code"], one["path"]) for one in records if one["severity"] == "error"]
        assert errors == [("slug-twice", "brands/a.md")]


def test_errors_of_the_vocabulary_are_always_told(sound: Path) -> None:
    fill(sound, {"brands/_catalogue.yml": "agencies: {}\n"})
    records = json.loads(run("--format", "json", "brands/a.md").output)
    assert {record["path"] for record in records} == {"brands/_catalogue.yml"}


@pytest.mark.parametrize("named", [[], ["brands/a.md"]])
def test_an_error_of_the_vocabulary_stands_against_all_brands(named: list[str], sound: Path) -> None:
    fill(sound, {"brands/_catalogue.yml": "agencies: {}\n"})
    told = "检查了 1 个品牌；词汇表 _catalogue.yml 改好以前，一个也不能发布。"
    assert run(*named).output.splitlines()[-1] == told


@pytest.mark.usefixtures("broken")
def test_json() -> None:
    records = json.loads(run("--format", "json").output)
    keys = ["path", "line", "column", "code", "severity", "field", "message", "expected", "found", "hint"]
    assert all(list(record) == keys for record in records)
    assert {record["code"] for record in records} <= set(KINDS)
    assert {record["severity"] for record in records} == {"error", "warning", "advice"}
    places = [(record["path"], record["line"], record["column"]) for record in records]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("short", "long"),
    [(["--json"], ["--format", "json"]), (["--json", "--format", "sarif"], ["--format", "sarif"])],
)
@pytest.mark.usefixtures("broken")
def test_json_may_be_asked_for_as_of_a_build(short: list[str], long: list[str]) -> None:
    assert run(*short).stdout == run(*long).stdout


@pytest.mark.usefixtures("sound")
def test_json_of_nothing() -> None:
    assert json.loads(run("--format", "json").output) == []


@pytest.mark.usefixtures("broken")
def test_github_commands_cannot_be_forged() -> None:
    result = run("--format", "github")
    assert result.exit_code == 1
    lines = result.output.splitlines()
    form = r"::(error|warning|notice) file=[^,:]+,line=\d+,col=\d+,endColumn=\d+,title=[a-z-]+::[^\r\n]+"
    assert all(re.fullmatch(form, line) for line in lines)
    assert len(lines) == len(json.loads(run("--format", "json").output))


@pytest.mark.usefixtures("broken")
def test_gitlab() -> None:
    issues = json.loads(run("--format", "gitlab").output)
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert not issue["location"]["path"].startswith(("/", "./"))
        assert issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_gitlab_fingerprints_do_not_move_with_their_lines(broken: Path) -> None:
    def fingerprints() -> set[str]:
        return {issue["fingerprint"] for issue in json.loads(run("--format", "gitlab", "brands/b.md").output)}

    first = fingerprints()
    fill(broken, {"brands/b.md": BROKEN["brands/b.md"].replace("---\nname", "---\n# 注\nname")})
    assert fingerprints() == first


@pytest.mark.usefixtures("broken")
def test_sarif() -> None:
    log = json.loads(run("--format", "sarif").output)
    assert log["version"] == "2.1.0"
    (sarif_run,) = log["runs"]
    rules = sarif_run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({result["ruleId"] for result in sarif_run["results"]})
    for result in sarif_run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
        (location,) = result["locations"]
        place = location["physicalLocation"]
        assert re.fullmatch(r"[A-Za-z0-9._~/%-]+", place["artifactLocation"]["uri"])
        assert 1 <= place["region"]["startColumn"] < place["region"]["endColumn"]
    assert "brands/Big%20One.md" in json.dumps(log)


@pytest.mark.parametrize(
    ("limits", "code", "said"),
    [
        ("{story: 1000}", 1, "error[story-too-long]"),
        ("{story: 2000}", 0, "1 can be published"),
        ("{storey: 2000}", 2, "mkdocs.yml:2: extra.showcase.limits.storey"),
        ("{story: 9}", 2, "mkdocs.yml:2: extra.showcase.limits.story"),
        ("!ENV [LIMITS]", 0, "1 can be published"),
    ],
)
def test_the_limits_are_those_of_the_project(
    limits: str, code: int, said: str, tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    (project / "mkdocs.yml").write_text(f"INHERIT: base.yml\nextra: {{showcase: {{limits: {limits}}}}}\n", "utf-8")
    path = project / "brands/haoban.md"
    path.write_text(path.read_text("utf-8") + "甲" * 1_500, "utf-8")
    result = run(project, "check")
    assert result.exit_code == code
    assert said in result.output


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (MemoryError(), "小一些的 --jobs"),
        (OSError(errno.ENOMEM, ""), "小一些的 --jobs"),
        (PermissionError(13, ""), "权限"),
    ],
)
@pytest.mark.usefixtures("sound")
def test_what_the_machine_lacks_is_told(error: Exception, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("showcase.cli.check.read_catalogue_source", fail)
    result = run()
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "named",
    ["b", "b.md", "brands/b", "brands/b.md", "./brands/b.md", "c", "c.md", "brands/c.md", "brands/c/", "brands", "."],
)
@pytest.mark.usefixtures("broken")
def test_a_brand_is_named_by_its_file_its_folder_or_its_slug(named: str) -> None:
    paths = {record["path"] for record in json.loads(run("--format", "json", named).output)}
    own = {"b": "brands/b.md", "c": "brands/c/index.md"}.get(Path(named).stem)
    assert paths == {own} if own else len(paths) > 5


@pytest.mark.parametrize(
    ("named", "told"),
    [
        (["nowhere.md"], "错误：nowhere.md：{here} 里没有这个文件，brands 里也没有这个品牌\n"),
        (["brands/zhelibna.md"], "里也没有这个品牌；是不是 zheliban？\n"),
        (["Zheliban2"], "里也没有这个品牌；是不是 zheliban？\n"),
        (["zheliban", "no", "none"], "里也没有这个品牌\n错误：none："),
    ],
)
def test_a_file_that_is_not_there(named: list[str], told: str, sound: Path) -> None:
    fill(sound, {"brands/zheliban/index.md": GOOD})
    result = run(*named)
    assert (result.exit_code, result.stdout) == (2, "")
    assert told.format(here=sound) in result.stderr
