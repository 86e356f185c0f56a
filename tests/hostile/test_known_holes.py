"""Known holes of MkDocs, Material and PyYAML, by name: what a page or a file of ``docs/`` could do, and cannot.

``SECURITY.md`` lists them; those of brands are in the catalogue beside this file.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hostile.case import EVIL

ROOT = Path(__file__).parents[2]
TAG = f"<b onclick=hit()>x</b><base href=https://{EVIL}/><form action=https://{EVIL}>"
MERGES = "\n".join(["a: &a {k: 1}", *(f"b{n}: &b{n} {{<<: [{', '.join(['*a'] * 9)}]}}" for n in range(4))])

# Hole: name of the file, what it holds, what is told of it.
FILES: dict[str, tuple[str, bytes, str]] = {
    "html copied as it is: script": ("a.html", b"<p>x</p><script src=a.js></script>", "<script>"),
    "html copied as it is: handler": ("b.htm", b"<img src=x onerror=hit()>", "onerror"),
    "html copied as it is: form": ("c.xhtml", f"<form action='https://{EVIL}'>".encode(), "<form>"),
    "html copied as it is: refresh": ("d.html", b"<meta http-equiv=refresh content='0;url=//x'>", "<meta>"),
    "html copied as it is: encoding": ("e.html", "<script>1</script>".encode("utf-16"), "UTF-8"),
    "svg copied as it is: script": ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "script"),
    "svg copied as it is: handler": ("b.svg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="hit()"/>', "onload"),
    "svg copied as it is: foreign": (
        "c.svg",
        f'<svg xmlns="http://www.w3.org/2000/svg"><image href="https://{EVIL}/x.png"/></svg>'.encode(),
        EVIL,
    ),
    "svg copied as it is: packed": ("d.svgz", b"\x1f\x8b", ".svgz"),
    "other kinds that run": ("e.mhtml", b"MIME-Version: 1.0", ".mhtml"),
    "file names as markup": ("<img src=x onerror=hit()>.md", b"# x\n", "U+003C"),
    "file names as commands": ("::error::x.md", b"# x\n", "U+003A"),
    "file names as lines": ("x\n::error::y.md", b"# x\n", "U+000A"),
    "file names as escapes": ("x\x1b[2Jy.md", b"# x\n", "U+001B"),
}
HARMLESS_FILES = {
    "verify.html": b"<html><head><meta name=verify content=abc></head><body>abc</body></html>",
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>',
}

# Hole: what stands above the page, line and column, what is told of it.
FRONTS: dict[str, tuple[str, str, str]] = {
    "front matter published as text": ("---\ntitle: [x\n---\n", "2:8", "A bracket is opened"),
    "MultiMarkdown metadata": ("notice: read this\n", "1:1", "notice"),
    "a day that is none": ("---\ndate: 2026-13-45\n---\n", "2:7", "is no day"),
    "YAML: ValueError": ("---\nx: !!int a\n---\n", "2:1", "not YAML"),
    "YAML: KeyError": ("---\nx: !!bool maybe\n---\n", "2:1", "not YAML"),
    "YAML: IndexError": ("---\nx: !!int ''\n---\n", "2:1", "not YAML"),
    "YAML: AttributeError": ("---\nx: !!timestamp x\n---\n", "2:1", "not YAML"),
    "YAML: RecursionError": (f"---\nx: {'[' * 900}{']' * 900}\n---\n", "2:23", "nested"),
    "YAML: nested merge keys": (f"---\n{MERGES}\n---\n", "3:10", "<<"),
    "YAML: alias bomb": ("---\na: &a [x]\nb: [" + "*a, " * 60 + "]\n---\n", "3:205", "refers"),
    "YAML: 20 kB of brackets": (f"---\nx: {'[' * 20_000}\n---\n", "2:23", "nested"),
    "other encodings": ("---\ntitle: 关于本站和服务品牌\n---\n", "", "GBK"),
}

# Hole: the text of a page, what is told of it.
TEXTS: dict[str, tuple[str, str]] = {
    "the theme's settings replaced": ("一段\n{: #__config }\n", "id=__config"),
    "the theme's settings replaced by HTML": (
        '<script id="__config" type="application/json">{}</script>\n',
        "__config",
    ),
    "the theme's parts replaced": ('<div data-md-component="search">x</div>\n', "data-md-component"),
    "the theme's switches replaced": ('<input id="__drawer">\n', "id=__drawer"),
    "the place of the skip link taken": ("一段\n{: #main }\n", "id=main"),
    "mermaid loads from another host": ('<pre class="mermaid"><code>graph TD</code></pre>\n', "mermaid"),
    "mermaid by attributes": ("一段\n{: .mermaid }\n", "mermaid"),
    "pictures of other hosts": (f"![x](https://{EVIL}/x.png)\n", EVIL),
    "pictures of other hosts by srcset": (f'<img src="x.png" srcset="//{EVIL}/x.png 2x" alt="">\n', EVIL),
    "frames of other hosts": (f'<iframe src="https://{EVIL}/"></iframe>\n', EVIL),
    "forms": (f'<form action="https://{EVIL}/"><input></form>\n', "<form>"),
    "another base": (f'<base href="https://{EVIL}/">\n', "<base>"),
    "a page that leads away": (f'<meta http-equiv="refresh" content="0;url=https://{EVIL}/">\n', "<meta>"),
    "scripts": ("<script>hit()</script>\n", "hit()"),
    "handlers": ('<p onclick="hit()">x</p>\n', "onclick"),
    "script addresses": ("[x](javascript:hit())\n", "javascript:hit()"),
}

# Material prints each of these as markup.
METADATA = ("title", "subtitle", "status", "description", "author", "keywords", "source", "image")


def tell(folder: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Result], **pages: bytes) -> list[str]:
    """What a build says of a project with some more files in its docs folder, line by line."""
    project = lay_out(folder / "project", "right/minimal")
    for name, content in pages.items():
        (project / "docs" / name).write_bytes(content)
    result = run(project, "build")
    assert (result.exit_code, result.stdout, "Traceback" in result.stderr) == (2, "", False), result.stderr
    assert not (project / "site").exists()
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]|(?m:^::)", result.stderr)
    return result.stderr.removeprefix("error: ").splitlines()


@pytest.fixture(scope="module")
def told_of_files(
    tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> list[str]:
    given = {name: content for name, content, _ in FILES.values()}
    return tell(tmp_path_factory.mktemp("files"), lay_out, run, **given, **HARMLESS_FILES)


@pytest.mark.parametrize("hole", FILES)
def test_files_that_would_be_copied(hole: str, told_of_files: list[str]) -> None:
    name, _, word = FILES[hole]
    shown = re.sub("[<>:\n\x1b]", lambda odd: f"(U+{ord(odd[0]):04X})", name)
    assert [word in line for line in told_of_files if line.startswith(f"docs/{shown}: ")] == [True]


def test_files_that_run_nothing_are_copied(told_of_files: list[str]) -> None:
    assert len(told_of_files) == len(FILES)


@pytest.fixture(scope="module")
def told_of_fronts(
    tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> list[str]:
    given = {f"{number}.md": f"{front}\n# x\n".encode() for number, (front, _, _) in enumerate(FRONTS.values())}
    number = [*FRONTS].index("other encodings")
    given[f"{number}.md"] = given[f"{number}.md"].decode().encode("gbk")
    return tell(tmp_path_factory.mktemp("fronts"), lay_out, run, **given)


@pytest.mark.parametrize("hole", FRONTS)
def test_front_matter_that_would_be_misread(hole: str, told_of_fronts: list[str]) -> None:
    _, place, word = FRONTS[hole]
    line = next(line for line in told_of_fronts if line.startswith(f"docs/{[*FRONTS].index(hole)}.md:"))
    assert line.split(": ")[0].endswith(f".md:{place}" if place else ":1")
    assert word in line


@pytest.fixture(scope="module")
def told_of_texts(
    tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> list[str]:
    given = {f"{number}.md": text.encode() for number, (text, _) in enumerate(TEXTS.values())}
    return tell(tmp_path_factory.mktemp("texts"), lay_out, run, **given)


@pytest.mark.parametrize("hole", TEXTS)
def test_texts_that_would_take_over_a_page(hole: str, told_of_texts: list[str]) -> None:
    told = [line for line in told_of_texts if line.startswith(f"docs/{[*TEXTS].index(hole)}.md: ")]
    assert any(TEXTS[hole][1] in line for line in told), told


def test_a_link_out_of_the_folder_is_not_followed(
    tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> None:
    project = lay_out(tmp_path / "project", "right/minimal")
    (tmp_path / "secret.md").write_text("# secret\n", encoding="utf-8")
    (project / "docs/linked.md").symlink_to(tmp_path / "secret.md")
    (project / "docs/kept.txt").symlink_to("/etc/passwd")
    result = run(project, "build")
    assert result.exit_code == 2
    for name in ("linked.md", "kept.txt"):
        assert f"docs/{name}: " in result.stderr
    assert not (project / "site").exists()


@pytest.fixture(scope="module")
def printed(
    tmp_path_factory: pytest.TempPathFactory, lay_out: Callable[[Path, str], Path], run: Callable[..., Result]
) -> dict[str, str]:
    """Pages whose metadata are markup, and others on which their titles stand."""
    project = lay_out(tmp_path_factory.mktemp("printed") / "project", "right/full")
    lines = [f"{name}: '{TAG}{name}'" for name in METADATA]
    front = "\n".join(["---", *lines, f"tags: ['{TAG}tags']", "---", ""])
    (project / "docs/about.md").write_text(f"{front}一段。\n", encoding="utf-8")
    (project / "docs/more.md").write_text(f"{front}[x](about.md)\n", encoding="utf-8")
    (project / "docs/code.md").write_text("# `<b onclick=hit()>` &lt;base&gt;\n\n一段。\n", encoding="utf-8")
    post = project / "docs/news/posts/opening.md"
    post.write_text(front.replace("---\n", "---\ndate: 2026-01-05\n", 1) + "# 一\n\n一段。\n", encoding="utf-8")
    result = run(project, "build")
    assert result.exit_code == 0, result.stderr
    return {
        path.relative_to(project / "site").as_posix(): path.read_text("utf-8")
        for path in project.glob("site/**/*.html")
    }


@pytest.mark.parametrize("hole", [*METADATA, "tags"])
def test_metadata_that_would_be_printed_as_markup(hole: str, printed: dict[str, str]) -> None:
    wild = re.compile(rf"<(?:b|base|form) [^>]*>(?:(?!</?\w).)*{hole}\b")
    assert [name for name, text in printed.items() if wild.search(text)] == []
    assert "<base" not in "".join(printed.values())


def test_a_title_is_read_as_it_was_written(printed: dict[str, str]) -> None:
    escaped = TAG.replace("<", "&lt;").replace(">", "&gt;")
    assert f"<h1>{escaped}title</h1>" in printed["more/index.html"]
    assert f"<title>{escaped}title - " in printed["more/index.html"]
    assert "<title>&lt;b onclick=hit()&gt; &lt;base&gt; - " in printed["code/index.html"]
    # The same title in the navigation of another page, and in the list of all pages.
    assert "&lt;b onclick=hit()&gt;" in printed["sitemap/index.html"]
