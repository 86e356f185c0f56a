"""Settings of MkDocs that would spoil every page: one line each, with its place and a mend that works."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from showcase.frame.docs_build import build_docs, read_project

Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]
BLOG = "plugins:\n  - blog:\n      blog_dir: news\n      archive: false\n      categories: false\n"


def refuse(project: Path, run: Run, *args: str) -> list[str]:
    result = run(project, "build", "--no-search", *args)
    assert result.exit_code == 2, result.output
    return [line for line in result.stderr.splitlines() if line.strip()]


def write(project: Path, settings: str) -> None:
    (project / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{settings}", encoding="utf-8")


def drop(_project: Path) -> None:
    """Mended by taking the setting out alone."""


def bring(*names: str) -> Callable[[Path], None]:
    def make(project: Path) -> None:
        for name in names:
            (project / "docs" / name).parent.mkdir(exist_ok=True)
            (project / "docs" / name).write_text("/**/", encoding="utf-8")

    return make


CASES = {
    "font": ("theme:\n  font: {text: Roboto}\n", "mkdocs.yml:3: theme.font", "theme:\n  font: false\n", drop),
    "analytics": (
        "extra:\n  analytics: {provider: google, property: G-1}\n",
        "mkdocs.yml:3: extra.analytics",
        "",
        drop,
    ),
    "foreign script": (
        "extra_javascript:\n  - https://cdn.example.com/a.js\n",
        "mkdocs.yml:3: extra_javascript: https://cdn.example.com/a.js",
        "extra_javascript:\n  - a.js\n",
        bring("a.js"),
    ),
    "foreign style": ("extra_css: [//cdn.example.com/a.css]\n", "mkdocs.yml:2: extra_css: ", "", drop),
    "style that is not there": (
        "extra_css: [own.css]\n",
        "mkdocs.yml:2: extra_css: there is no own.css in docs/",
        "extra_css: [own.css]\n",
        bring("own.css"),
    ),
    "style of a name that no file can have": (
        f"extra_css: [{'样式' * 50}.css]\n",
        f"mkdocs.yml:2: extra_css: there is no {'样式' * 50}.css in docs/",
        "extra_css: [own.css]\n",
        bring("own.css"),
    ),
    "script that is not there": (
        "extra_javascript:\n  - path: js/own.js\n    defer: true\n",
        "mkdocs.yml:3: extra_javascript: there is no js/own.js in docs/",
        "extra_javascript:\n  - path: js/own.js\n    defer: true\n",
        bring("js/own.js"),
    ),
    "favicon": (
        "theme:\n  favicon: assets/none.png\n",
        "mkdocs.yml:3: theme.favicon: there is no assets/none.png in docs/",
        "",
        drop,
    ),
    "logo": (
        "theme:\n  logo: img/own.png\n",
        "mkdocs.yml:3: theme.logo: there is no img/own.png in docs/",
        "theme:\n  logo: img/own.png\n",
        bring("img/own.png"),
    ),
    "language": ("theme:\n  language: xx\n", "mkdocs.yml:3: theme.language", "theme:\n  language: zh\n", drop),
    "date": (
        f"{BLOG}      post_date_format: bad\n",
        "mkdocs.yml:7: plugins.blog.post_date_format: bad",
        f"{BLOG}      post_date_format: yyyy 年 M 月 d 日\n",
        drop,
    ),
    "plugin's setting": (f"{BLOG}      archiv: false\n", "mkdocs.yml:7: plugins.blog: there is no", BLOG, drop),
    "plugin's value": (
        BLOG.replace("archive: false", "archive: 'x'"),
        "mkdocs.yml:5: plugins.blog: archive takes true or false",
        BLOG,
        drop,
    ),
    "address": ("site_url: https://u:p@a.cn/x/?y\n", "mkdocs.yml:2: site_url", "site_url: https://a.cn/x/\n", drop),
}


@pytest.mark.parametrize("case", CASES)
def test_told_once_and_mended(case: str, tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    wrong, told, right, mend = CASES[case]
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, wrong)
    (line,) = refuse(project, run)
    assert line.startswith(f"error: {told}")
    write(project, right)
    mend(project)
    assert run(project, "build", "--no-search").exit_code == 0


def test_every_such_setting_is_told_in_one_run(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, "theme:\n  font: {text: Roboto}\n  logo: a.png\nextra_css: [b.css]\nsite_url: ftp://a.cn/\n")
    lines = refuse(project, run, "--lang", "zh")
    assert [line.removeprefix("错误：").split(" ")[0] for line in lines] == [
        "mkdocs.yml:6:",
        "mkdocs.yml:3:",
        "mkdocs.yml:5:",
        "mkdocs.yml:4:",
    ]


def test_what_stands_on_all_pages_is_told_once(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    hooks = (project / "hooks").resolve()
    (project / "hooks").unlink()
    theme = project / "hooks/showcase/frame/theme"
    theme.parent.mkdir(parents=True)
    (project / "hooks/compile_brands.py").symlink_to(hooks / "compile_brands.py")
    shutil.copytree(hooks / "showcase/frame/theme", theme)
    footer = theme / "partials/footer.html"
    footer.write_text(f'<img src="https://a.example.com/x.png">{footer.read_text("utf-8")}', encoding="utf-8")
    (line,) = refuse(project, run)
    assert line.startswith("error: mkdocs.yml: theme: https://a.example.com/x.png lies on another host")


def test_a_picture_beside_the_name_of_the_site(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, "theme:\n  logo: img/own.png\n  favicon: img/own.png\n")
    bring("img/own.png")(project)
    assert run(project, "build", "--no-search").exit_code == 0
    for page, root in (("index.html", ""), ("brands/haoban/index.html", "../../"), ("about/index.html", "../")):
        text = (project / "site" / page).read_text("utf-8")
        assert f'<img src="{root}img/own.png" alt="">试用橱窗</a>' in text
        assert f'<link rel="icon" href="{root}img/own.png">' in text


def test_the_icon_of_the_theme_is_there_where_it_is_asked_for(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, "theme:\n  favicon: assets/images/favicon.png\n")
    assert run(project, "build", "--no-search").exit_code == 0
    assert (project / "site/assets/images/favicon.png").exists()


def test_colours_that_do_nothing_are_warned_of_by_every_build(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, "theme:\n  palette: {primary: red, accent: custom}\n")
    for _ in range(2):
        result = run(project, "build", "--no-search")
        warned = [line for line in result.stderr.splitlines() if line.startswith("warning: ")]
        assert [line.partition(": has")[0] for line in warned] == ["warning: mkdocs.yml: theme.palette.primary: red"]
    assert "theme.palette.primary" in run(project, "build", "--no-search", "--strict").stderr


def test_search_engines_can_be_kept_out(tmp_path: Path, lay_out: LayOut, run: Run) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    bring("robots.txt")(project)
    (line,) = refuse(project, run)
    assert line.startswith("error: docs/robots.txt: is made by the build; remove this one")
    assert "write indexing: false below extra.showcase" in line
    (project / "docs/robots.txt").unlink()
    write(project, "site_url: https://example.com/\nextra:\n  showcase:\n    indexing: false\n")
    assert run(project, "build", "--no-search").exit_code == 0
    assert (project / "site/robots.txt").read_text("utf-8") == "User-agent: *\nAllow: /\n"
    pages = {
        str(path.relative_to(project / "site")): path.read_text("utf-8") for path in project.rglob("site/**/*.html")
    }
    assert pages.keys() >= {"index.html", "404.html", "brands/haoban/index.html", "about/index.html"}
    assert [page for page, text in pages.items() if '<meta name="robots" content="noindex">' not in text] == []
    write(project, "")
    assert run(project, "build", "--no-search").exit_code == 0
    found = [path.name for path in (project / "site").rglob("*.html") if '"noindex"' in path.read_text("utf-8")]
    assert found == ["404.html"]


@pytest.mark.parametrize(
    "settings",
    [
        "theme:\n  palette: red\n",
        "theme:\n  palette: [red, {scheme: default}]\n",
        "theme:\n  favicon:\n",
        "extra:\n  analytics: none\n",
        "extra:\n  analytics:\n",
    ],
)
def test_what_does_no_harm_is_let_pass(settings: str, tmp_path: Path, lay_out: LayOut) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    write(project, settings)
    assert build_docs(read_project(project / "mkdocs.yml"), tmp_path / "out").frames
