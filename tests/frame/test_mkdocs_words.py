"""What MkDocs complains of, in two languages, with its place."""

from pathlib import Path

import pytest

from showcase.frame.mkdocs_words import tell_complaints

DOC = "Doc file 'a.md' contains"


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """A project of one page."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/a.md").write_text("# 一\n\n[甲](b.md#c) [乙](/x/)\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: 一\nnav: [a.md, c.md]\nplugins: [bolg]\n", encoding="utf-8")
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
            "nav",
        ),
        ("Config value 'plugins': The \"bolg\" plugin is not installed", "mkdocs.yml:3: ", "没有安装"),
        ("Config value 'site_url': Required configuration not provided.", "mkdocs.yml: ", "site_url"),
        ("Config value 'nav': Expected a list", "mkdocs.yml:2: ", "Expected a list"),
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
