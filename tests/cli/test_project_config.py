"""What commands learn from ``mkdocs.yml`` without MkDocs, and how each of them tells what is wrong with it."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from showcase.cli.project_config import find_brands, guess_brands, read_showcase
from showcase.source.unreadable_error import UnreadableError

Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]

SOUND = "INHERIT: base.yml\n"
NOPE = SOUND + "extra: {showcase: {brands_dir: nope}}\n"
BROKEN = {
    "a tab": ("site_name: 试用\nextra:\n\tshowcase: {}\n", "tab-indentation", "mkdocs.yml:3:1", "换成两个空格"),
    "a blank left out": (
        "extra:\n  showcase:\n    page_size:48\n    locale: zh-Hans\n",
        "no-space-after-colon",
        "mkdocs.yml:3:14",
        "改为：page_size: 48",
    ),
    "a full-width colon": ("site_name：试用\nextra: {}\n", "full-width-colon", "mkdocs.yml:1:10", "site_name: 试用"),
    "another encoding": ("site_name: 浙里办服务品牌\n".encode("gbk"), "wrong-encoding", "mkdocs.yml:1:1", "UTF-8"),
    "an open quote": ('site_name: "试用\nsite_url: ""\n', "unclosed-quote", "mkdocs.yml:1:12", "补上引号"),
    "an open quote to the end": ("site_name: '试用\n", "unclosed-quote", "mkdocs.yml:1:12", "补上引号"),
    "an open quote after one that goes on": (
        "site_name: '试用\n  橱窗'\nsite_url: 'a\n",
        "unclosed-quote",
        "mkdocs.yml:3:11",
        "补上引号",
    ),
    "an open bracket": ("nav: [a.md\nhooks: []\n", "unclosed-bracket", "mkdocs.yml:1:6", "补上括号"),
    "an open bracket to the end": ("site_url: ''\nsite_name: [\n", "unclosed-bracket", "mkdocs.yml:2:12", "补上括号"),
    "no day": ("site_name: 2026-13-45\n", "bad-yaml", "mkdocs.yml:1:12", "2026-13-45"),
    "a template": ("site_name: {{ name }}\n", "reserved-character", "mkdocs.yml:1:12", 'site_name: "{{ name }}"'),
    "an asterisk": ("site_name: *name\n", "reserved-character", "mkdocs.yml:1:12", 'site_name: "*name"'),
    "two documents": ("site_name: 试用\n---\nnav: []\n", "several-documents", "mkdocs.yml:2:1", "只能有一份"),
    "a key twice": ("site_name: 一\nextra: {}\nsite_name: 二\n", "duplicate-key", "mkdocs.yml:3:1", "在第 1 行"),
    "an inner key twice": (
        "plugins: [!ENV A]\nextra:\n  showcase:\n    organizer: 甲\n  showcase:\n    locale: en\n",
        "duplicate-key",
        "mkdocs.yml:5:3",
        "在第 3 行",
    ),
    "a control character": ("site_name: 试\x1b用\n", "control-character", "mkdocs.yml:1:13", "U+001B"),
}


@pytest.fixture
def project(tmp_path: Path, lay_out: LayOut) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


@pytest.mark.parametrize(
    ("config", "folder"),
    [
        (None, "brands"),
        ("", "brands"),
        ("- 一\n", "brands"),
        ("site_name: 试用\n", "brands"),
        ("extra:\n  showcase:\n    brands_dir: content  # ours\n", "content"),
        ('extra: {showcase: {brands_dir: "内容"}}\n', "内容"),
        ("extra:\n  showcase:\n    # brands_dir: content\n", "brands"),
        ("extra: {showcase: {brands_dir: !ENV [BRANDS]}}\n", "brands"),
        ("INHERIT: base.yml\nextra: {showcase: {page_size: 48}}\n", "inherited"),
        ("INHERIT: base.yml\nextra: {showcase: {brands_dir: own}}\n", "own"),
        ("INHERIT: mkdocs.yml\n", "brands"),
        (
            "a: &a {x: 1}\nb: &b {y: 2}\nc:\n  <<: *a\n  <<: *b\n  x: 3\n"
            "d:\n  x: !!python/name:os.path.join\n  y: !ENV [Y, 1]\nextra: {showcase: {brands_dir: own}}\n",
            "own",
        ),
        ("INHERIT: nowhere.yml\n", "brands"),
    ],
)
def test_the_folder_is_the_one_of_the_settings(tmp_path: Path, config: str | None, folder: str) -> None:
    (tmp_path / "base.yml").write_text("extra: {showcase: {brands_dir: inherited}}\n", encoding="utf-8")
    if config is not None:
        (tmp_path / "mkdocs.yml").write_text(config, encoding="utf-8")
    with contextlib.chdir(tmp_path):
        assert find_brands(read_showcase()) == Path(folder)


@pytest.mark.parametrize("case", BROKEN)
def test_broken_settings_are_told_with_place_and_mend(case: str, project: Path, run: Run) -> None:
    config, code, place, mend = BROKEN[case]
    (project / "mkdocs.yml").write_bytes(config if isinstance(config, bytes) else config.encode())
    result = run(project, "check", "--lang", "zh")
    assert result.exit_code == 2
    assert result.stdout.startswith(f"错误[{code}]")
    assert f"--> {place}\n" in result.stdout
    assert mend in result.stdout
    with contextlib.chdir(project), pytest.raises(UnreadableError) as refusal:
        read_showcase()
    assert [fault.code for fault in refusal.value.faults] == [code]
    with contextlib.chdir(project):
        assert guess_brands() == Path("brands")


@pytest.mark.parametrize(
    "command", [("build",), ("check",), ("new", "haoban", "--no-input"), ("check", "--brands", "brands")]
)
def test_every_command_tells_of_broken_settings(command: tuple[str, ...], project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text("site_name: '试用\n", encoding="utf-8")
    result = run(project, *command)
    assert result.exit_code == 2
    assert "[unclosed-quote]" in result.output
    assert "--> mkdocs.yml:1:12\n" in result.output
    assert not (project / "site").exists()


@pytest.mark.parametrize("command", ["build", "check"])
def test_what_is_inherited_is_named_where_it_is_broken(command: str, project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text("INHERIT: parts/theme.yml\n", encoding="utf-8")
    (project / "parts").mkdir()
    (project / "parts/theme.yml").write_text("theme:\n\tname: material\n", encoding="utf-8")
    assert "--> parts/theme.yml:2:1\n" in run(project, command).output


def test_programs_are_told_of_broken_settings_in_their_form(project: Path, run: Run) -> None:
    (project / "mkdocs.yml").write_text("site_name: '试用\n", encoding="utf-8")
    (record,) = json.loads(run(project, "check", "--format", "json").output)
    assert (record["path"], record["code"], record["line"]) == ("mkdocs.yml", "unclosed-quote", 1)


@pytest.mark.parametrize(
    ("config", "args", "told"),
    [
        (
            SOUND + "extra: {showcase: {brands_dir: nope}}\n",
            (),
            "mkdocs.yml: extra.showcase.brands_dir: there is no folder nope",
        ),
        (SOUND, ("--brands", "nope"), "--brands: there is no folder nope"),
    ],
)
@pytest.mark.parametrize("command", [("build",), ("check",), ("new", "x", "--no-input")])
def test_who_names_a_folder_that_is_not_there(
    command: tuple[str, ...], config: str, args: tuple[str, ...], told: str, project: Path, run: Run
) -> None:
    (project / "mkdocs.yml").write_text(config, encoding="utf-8")
    result = run(project, *command, *args)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"error: {told}")


@pytest.mark.parametrize("command", [("build",), ("check",), ("new", "x", "--no-input")])
def test_a_command_from_a_folder_within_the_project(command: tuple[str, ...], project: Path, run: Run) -> None:
    result = run(project / "docs", *command)
    assert result.exit_code == 2
    assert f"paths are told from the current folder {project / 'docs'}: go to {project} first (cd)" in result.stderr


def test_a_command_from_anywhere_else(tmp_path: Path, run: Run) -> None:
    result = run(tmp_path, "build")
    assert result.exit_code == 2
    assert "go to the folder of mkdocs.yml first" in result.stderr
