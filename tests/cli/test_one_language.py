"""A fault of settings and pages is told in the language that was asked for, with its place; and the mend works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from showcase.cli.one_language import choose_language

Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]
Change = Callable[[Path], None]


@pytest.mark.parametrize(
    ("line", "chinese", "english"),
    [
        ("a.yml:2: 甲 / b", "a.yml:2: 甲", "a.yml:2: b"),
        ("a.yml: extra.x.y: 甲: 乙 / b: c", "a.yml: extra.x.y: 甲: 乙", "a.yml: extra.x.y: b: c"),
        ("docs/关于.md:3:1: 没有 a / b / no a / b", "docs/关于.md:3:1: 没有 a / b", "docs/关于.md:3:1: no a / b"),
        ("docs/a.md: 没有 x: y / there is no x: y", "docs/a.md: 没有 x: y", "docs/a.md: there is no x: y"),
        ("甲，乙: 丙 / b", "甲，乙: 丙", "b"),
        ("docs/a: b.md:3:1: 甲 / c", "docs/a: b.md:3:1: 甲", "docs/a: b.md:3:1: c"),
        ("docs/通知: 停电.md:3:1: 没有 x / no x", "docs/通知: 停电.md:3:1: 没有 x", "docs/通知: 停电.md:3:1: no x"),
        ("docs/1.2: 通知：甲，乙.md: 丙 / c", "docs/1.2: 通知：甲，乙.md: 丙", "docs/1.2: 通知：甲，乙.md: c"),
        ("docs/a.md:3: 没有 b.md: 甲 / no b.md: c", "docs/a.md:3: 没有 b.md: 甲", "docs/a.md:3: no b.md: c"),
        ("a.yml: x: /b/c.css 没有: 甲 / no /b/c.css: d", "a.yml: x: /b/c.css 没有: 甲", "a.yml: x: no /b/c.css: d"),
        ("a.md: 找不到「品牌」 / no 品牌 is there", "a.md: 找不到「品牌」", "a.md: no 品牌 is there"),
    ],
)
def test_the_half_that_was_asked_for(line: str, chinese: str, english: str) -> None:
    assert choose_language(line, "zh-Hans") == chinese
    assert choose_language(line, "en") == english


@pytest.mark.parametrize(
    "line",
    [
        "there is no folder a / b; mend the name",
        "没有 a / b 这个目录；改正名称",
        "a / b / c",
        "甲 / a / b",
        "docs/a / b.md:3:1: 甲 / c",
        "no stroke",
        "",
    ],
)
def test_a_line_of_one_language_stays(line: str) -> None:
    assert choose_language(line, "zh-Hans") == line
    assert choose_language(line, "en") == line


def write(name: str, text: str) -> Change:
    def make(project: Path) -> None:
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    return make


def remove(name: str) -> Change:
    return lambda project: (project / name).unlink()


def link(name: str, to: str) -> Change:
    return lambda project: (project / name).symlink_to(to)


CONFIG = "INHERIT: base.yml\n"
SHOWCASE = f"{CONFIG}extra:\n  showcase:\n    "
POST = "docs/news/posts/a.md"
CASES: dict[str, tuple[Change, str, str, Change]] = {
    "setting": (
        write("mkdocs.yml", f"{SHOWCASE}orgnizer: 甲\n"),
        "mkdocs.yml:4: extra.showcase.orgnizer: 没有这个设置，是不是 organizer？",
        "mkdocs.yml:4: extra.showcase.orgnizer: there is no such setting; did you mean organizer?",
        write("mkdocs.yml", f"{SHOWCASE}organizer: 甲\n"),
    ),
    "two lines": (
        write("mkdocs.yml", f'{SHOWCASE}contact: "a\\nb"\n'),
        "mkdocs.yml:4: extra.showcase.contact: 写在一行里，不要换行",
        "mkdocs.yml:4: extra.showcase.contact: on one line, without line breaks",
        write("mkdocs.yml", f'{SHOWCASE}contact: "a b"\n'),
    ),
    "nothing": (
        write("mkdocs.yml", f'{SHOWCASE}contact: ""\n'),
        "mkdocs.yml:4: extra.showcase.contact: 后面是空的；写上内容，或删去这一行",
        "mkdocs.yml:4: extra.showcase.contact: nothing stands there; write it, or take the line out",
        write("mkdocs.yml", CONFIG),
    ),
    "list": (
        write("mkdocs.yml", "- a\n"),
        "mkdocs.yml:1: 要写成设置，一行一项，例如「site_name: 品牌橱窗」",
        "mkdocs.yml:1: takes settings, one a line, such as “site_name: 品牌橱窗”",
        write("mkdocs.yml", f"{CONFIG}site_name: 品牌橱窗\n"),
    ),
    "two pages of one address": (
        write("docs/README.md", "# 一\n"),
        "docs/README.md: 和 index.md 是同一页；留下一个，把另一个改名或删掉",
        "docs/README.md: is the same page as index.md; keep one of them, and rename the other or remove it",
        remove("docs/README.md"),
    ),
    "author": (
        write(POST, "---\ndate: 2026-01-05\nauthors:\n  - a\n---\n# 一\n"),
        "docs/news/posts/a.md:3: 没有 a 这个作者；从文件头删去 authors，作者写在正文里",
        "docs/news/posts/a.md:3: there is no author a; take authors out of the front matter, and name them in the text",
        write(POST, "---\ndate: 2026-01-05\n---\n# 一\n"),
    ),
    "page with a colon in its name": (
        write("docs/通知：关于停电，请看.md", "---\ndate: 2026-13-45\n---\n# 一\n"),
        "docs/通知：关于停电，请看.md:2:7: 2026-13-45 不是日历上的日子；写成 2026-01-05",
        "docs/通知：关于停电，请看.md:2:7: 2026-13-45 is no day; write it like 2026-01-05",
        write("docs/通知：关于停电，请看.md", "---\ndate: 2026-01-05\n---\n# 一\n"),
    ),
    "no day": (
        write("docs/x.md", "---\ntitle: 一\ndate: 2026-13-45\n---\n# 一\n"),
        "docs/x.md:3:7: 2026-13-45 不是日历上的日子；写成 2026-01-05",
        "docs/x.md:3:7: 2026-13-45 is no day; write it like 2026-01-05",
        write("docs/x.md", "---\ntitle: 一\ndate: 2026-01-05\n---\n# 一\n"),
    ),
    "dangling link": (
        link("docs/x.pdf", "nowhere.pdf"),
        "docs/x.pdf: 是一个链接，指到的 nowhere.pdf 不存在；删掉它，或换成那个文件本身",
        "docs/x.pdf: is a link to nowhere.pdf, which is not there; remove it, or put the file itself in its place",
        remove("docs/x.pdf"),
    ),
    "link to itself": (
        link("docs/x.md", "x.md"),
        "docs/x.md: 是一个链接，指到的 x.md 不存在；删掉它，或换成那个文件本身",
        "docs/x.md: is a link to x.md, which is not there; remove it, or put the file itself in its place",
        remove("docs/x.md"),
    ),
    "name of a page that is made": (
        write("docs/llms.txt", "x"),
        "docs: llms.txt 和建站生成的文件重名；改名，或删掉",
        "docs: llms.txt has the name of a file that the build makes; rename it, or remove it",
        remove("docs/llms.txt"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_told_in_one_language_and_mended(case: str, tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    spoil, chinese, english, mend = CASES[case]
    project = lay_out(tmp_path / "project", "right/minimal")
    spoil(project)
    told = {lang: run(project, "build", "--no-search", "--lang", lang) for lang in ("zh", "en")}
    assert {lang: result.exit_code for lang, result in told.items()} == {"zh": 2, "en": 2}
    assert told["zh"].stderr.splitlines() == [f"错误：{chinese}"]
    assert told["en"].stderr.splitlines() == [f"error: {english}"]
    mend(project)
    assert run(project, "build", "--no-search").exit_code == 0


def test_a_link_out_of_the_folder_is_not_published(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    """Whether the file is the link, or a folder above it."""
    project = lay_out(tmp_path / "project", "right/minimal")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/key.txt").write_text("x", encoding="utf-8")
    (project / "docs/files").symlink_to(tmp_path / "secret")
    (project / "docs/key.txt").symlink_to(tmp_path / "secret/key.txt")
    lines = run(project, "build", "--no-search").stderr.splitlines()
    assert {line.removeprefix("error: ").partition(": ")[0] for line in lines} == {"docs/files/key.txt", "docs/key.txt"}
