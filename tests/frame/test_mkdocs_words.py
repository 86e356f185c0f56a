"""What MkDocs complains of, in two languages, with its place."""

import os
from pathlib import Path

import pytest

from showcase.frame.docs_build import read_project
from showcase.frame.mkdocs_words import tell_complaints
from showcase.model.errors import DocsError

DOC = "Doc file 'a.md' contains"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A project of one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("# 一\n\n[甲](b.md#c) [乙](/x/)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: 一\nnav: [a.md, c.md]\nplugins: [bolg]\ntheme: material\n", encoding="utf-8"
    )
    return tmp_path / "mkdocs.yml"


@pytest.mark.parametrize(
    ("line", "begins", "holds"),
    [
        (f"{DOC} a link 'b.md#c', but there is no such anchor on this page.", "docs/a.md:3: ", "b.md#c"),
        (f"{DOC} a link 'b.md#c', but the doc 'b.md' does not contain an anchor '#c'.", "docs/a.md:3: ", "标题"),
        (
            f"{DOC} a link 'b.md#c', but the target 'b.md' is not found among documentation files.",
            "docs/a.md:3: ",
            "不存在",
        ),
        (
            f"{DOC} an absolute link '/x/', it was left as is. Did you mean 'x.md'?",
            "docs/a.md:3: ",
            "did you mean x.md?",
        ),
        (
            "A reference to 'c.md' is included in the 'nav' configuration, which is not found.",
            "mkdocs.yml:2: ",
            "nav names c.md, which is not in docs/;",
        ),
        ("Config value 'plugins': The \"bolg\" plugin is not installed", "mkdocs.yml:3: ", "没有安装"),
        ("Config value 'site_url': Required configuration not provided.", "mkdocs.yml: ", "site_url"),
        ("Config value 'nav': Never seen before", "mkdocs.yml:2: ", "nav 的值不对（Never seen before）"),
        ("Error building page 'a.md': docs/a.md: 甲 / a", "docs/a.md: ", "甲"),
        (
            "Error reading metadata 'date' of post 'a.md' in 'docs':\nExpected X but received: Y",
            "docs/a.md: ",
            "2026-01-05",
        ),
        ("Something new", "Something new", ""),
    ],
)
def test_a_complaint(config: Path, line: str, begins: str, holds: str) -> None:
    (told,) = tell_complaints([line, "Aborted with 1 warnings in strict mode!"], config, config.parent / "docs")
    assert told.startswith(begins)
    assert holds in told


@pytest.mark.parametrize(
    ("docs", "folder"),
    [("pages", "pages"), ("content/zh", "content/zh"), ("../pages", "/pages")],
)
def test_the_folder_is_told_as_it_lies_beside_the_settings(docs: str, folder: str, config: Path) -> None:
    link = "Doc file 'a.md' contains a link 'b.md', but the target 'b.md' is not found among documentation files."
    reference = "A reference to 'c.md' is included in the 'nav' configuration, which is not found."
    told = tell_complaints([link, reference], config, Path(os.path.normpath(config.parent / docs)))
    assert f"{folder}/a.md: " in told[0]
    assert f"{folder}/ 里找不到" in told[1]


@pytest.mark.parametrize(
    ("setting", "zh", "en"),
    [
        ("nav: 首页", "nav 要写列表", "nav takes a list"),
        ("nav: [1]", "nav 的每一项写成「- 名称: 文件.md」", "an entry of nav is written"),
        ("hooks: [hooks/none.py]", "hooks/none.py 不存在", "which is not there"),
        ("docs_dir: nowhere", "nowhere 不存在", "which is not there"),
        ("theme: {name: material, custom_dir: nowhere}", "nowhere 不存在", "which is not there"),
        ("site_url: www.example.gov.cn", "完整的网址", "a whole address"),
        ("strict: 'yes'", "strict 写 true 或 false", "strict takes true or false"),
        ("hooka: x", "没有 hooka 这项设置", "there is no setting hooka"),
        ("site_name: 2026", "site_name 写文字", "site_name takes a text"),
        ("markdown_extensions: [tabels]", "Markdown 扩展 tabels 没有安装", "the Markdown extension tabels is not"),
        ("markdown_extensions: tables", "markdown_extensions 要写列表", "markdown_extensions takes a list"),
        ("validation: {links: {anchors: wran}}", "validation 只能写其中一个", "validation takes one of"),
    ],
)
def test_what_mkdocs_itself_says_of_settings(setting: str, zh: str, en: str, config: Path) -> None:
    config.write_text(f"theme: material\nstrict: true\nsite_name: 一\n{setting}\n", encoding="utf-8")
    with pytest.raises(DocsError) as refused:
        read_project(config)
    (told,) = str(refused.value).splitlines()
    assert told.startswith("mkdocs.yml:")
    assert zh in told.partition(" / ")[0]
    assert en in told.partition(" / ")[2]


@pytest.mark.parametrize(
    ("theme", "place", "found"),
    [
        ("theme: {name: matreial}", "mkdocs.yml:2: ", "现在是 matreial"),
        ("theme:\n  language: zh\n  name: 'mkdocs'", "mkdocs.yml:4: ", "现在是 mkdocs"),
        ("theme: readthedocs", "mkdocs.yml:2: ", "现在是 readthedocs"),
        ("theme:\n  custom_dir: docs", "mkdocs.yml:2: ", "theme 只能是 material："),
        ("theme:", "mkdocs.yml:2: ", "theme 只能是 material："),
        ("", "mkdocs.yml: ", "theme 只能是 material："),
    ],
)
@pytest.mark.parametrize("plugins", ["plugins: [blog]", "plugins: []"])
def test_another_theme_is_told_and_not_what_it_lacks(
    theme: str, place: str, found: str, plugins: str, config: Path
) -> None:
    config.write_text(f"site_name: 一\n{theme}\n{plugins}\nhooks: [docs/compile_brands.py]\n", encoding="utf-8")
    (config.parent / "docs/compile_brands.py").touch()
    with pytest.raises(DocsError) as refused:
        read_project(config)
    (told,) = str(refused.value).splitlines()
    assert told.startswith(place)
    assert found in told
    assert "「name: material」" in told
    assert "the theme must be material" in told


def test_a_theme_that_the_environment_names_is_not_guessed_at(config: Path) -> None:
    config.write_text("site_name: 一\ntheme: !ENV [NO_SUCH, material]\nplugins: [bolg]\n", encoding="utf-8")
    with pytest.raises(DocsError, match="插件 bolg 没有安装"):
        read_project(config)


@pytest.mark.parametrize("setting", ["hooks", "nav", "strict", "site_url"])
def test_a_setting_is_told_where_it_is_set_and_not_where_it_is_named(setting: str, config: Path) -> None:
    lines = ("site_name: 一", f"docs_dir: ./docs  # {setting}", f"not_in_nav: /{setting}/a.md", f"{setting}: 5")
    config.write_text("\n".join(lines), encoding="utf-8")
    (told,) = tell_complaints([f"Config value '{setting}': Never seen before"], config, None)
    assert told.startswith("mkdocs.yml:4: ")


def test_a_setting_that_is_not_set_here_has_no_line(config: Path) -> None:
    config.write_text("INHERIT: base.yml\ntheme: {custom_dir: hooks/theme}\n", encoding="utf-8")
    (told,) = tell_complaints(["Config value 'hooks': Never seen before"], config, None)
    assert told.startswith("mkdocs.yml: ")


def test_hooks_without_the_hook_are_told_what_to_write(config: Path) -> None:
    config.write_text(
        "theme:\n  name: material\n  custom_dir: docs  # hooks\nhooks:\nsite_name: 一\n", encoding="utf-8"
    )
    with pytest.raises(DocsError) as refused:
        read_project(config)
    (told,) = str(refused.value).splitlines()
    assert told.startswith("mkdocs.yml:4: hooks ")
    assert "「- hooks/compile_brands.py」" in told


def test_lines_that_only_repeat_are_told_where_there_is_no_other(config: Path) -> None:
    assert tell_complaints(["Aborted with a BuildError!"], config, None) == ["Aborted with a BuildError!"]


def test_yaml_is_told_with_its_place(config: Path) -> None:
    line = (
        "MkDocs encountered an error parsing the configuration file: while parsing a flow sequence\n"
        '  in "mkdocs.yml", line 1, column 12\nexpected \',\'\n  in "mkdocs.yml", line 2, column 4'
    )
    (told,) = tell_complaints([line], config, None)
    assert told.startswith("mkdocs.yml:2:4: ")
    assert told.endswith("while parsing a flow sequence expected ','")
