"""Hand-written files that would be published at one address, or at that of a generated page: told, and never lost."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
POST = "---\ndate: 2026-01-05\n{slug}title: 又一篇\n---\n\n# 又一篇\n"


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


def write(project: Path, name: str, text: str) -> Path:
    path = project / "docs" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("slug", ["slug: again\n", ""])
def test_two_posts_of_one_address_are_told_with_the_slug_to_write(slug: str, project: Path, run: Run) -> None:
    for name in ("a", "b"):
        write(project, f"news/posts/{name}.md", POST.format(slug=slug))
    for _ in range(2):
        result = run(project, "build", "--lang", "zh")
        assert result.exit_code == 2
        assert "docs/news/posts/b.md: 和 docs/news/posts/a.md 发布到同一个地址 news/2026/01/05/" in result.stderr
    mended = re.search(r"例如 (slug: \S+)", result.stderr)
    assert mended is not None
    write(project, "news/posts/b.md", POST.format(slug=f"{mended[1]}\n"))
    assert run(project, "build", "--lang", "zh").exit_code == 0
    assert len([*(project / "site/news/2026/01/05").iterdir()]) == 3


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (("x.md", "x/index.md"), "docs/x/index.md: 和 docs/x.md 发布到同一个地址 x/"),
        (("x.md", "x/README.md"), "docs/x/README.md: 和 docs/x.md 发布到同一个地址 x/"),
        (("x/README.md", "x/index.md"), "docs/x/README.md: 和 x/index.md 是同一页"),
        (("x.md", "x/index.html"), "docs/x/index.html: 和 docs/x.md 发布到同一个地址"),
    ],
)
def test_two_pages_of_one_address_are_told(names: tuple[str, str], told: str, project: Path, run: Run) -> None:
    for name in names:
        write(project, name, "# 甲\n" if name.endswith(".md") else "<!doctype html><title>甲</title>")
    for _ in range(2):
        result = run(project, "build", "--lang", "zh")
        assert result.exit_code == 2
        assert told in result.stderr
    (project / "docs" / names[1]).rename(project / "docs/x/other.md")
    assert run(project, "build", "--lang", "zh").exit_code == 0


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("brands/index.md", "brands/"),
        ("areas/README.md", "areas/"),
        ("agencies.md", "agencies/"),
        ("sitemap/index.md", "sitemap/"),
        ("data/index.md", "data/"),
    ],
)
def test_a_page_in_the_place_of_a_generated_one_is_told(name: str, url: str, project: Path, run: Run) -> None:
    page = write(project, name, "# 甲\n\n自己写的话。\n")
    for _ in range(2):
        result = run(project, "build", "--lang", "zh")
        assert result.exit_code == 2
        assert f"docs/{name}: 和程序生成的页面 {url} 重名，不会发布" in result.stderr
    other = re.search(r"例如 (docs/\S+\.md)", result.stderr)
    assert other is not None
    page.rename(project / other[1])
    assert run(project, "build", "--lang", "zh").exit_code == 0
    assert "自己写的话。" in (project / "site" / Path(other[1]).stem / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["feedback/index.md", "feedback.md"])
def test_a_page_on_feedback_is_published_where_none_is_generated(name: str, project: Path, run: Run) -> None:
    write(project, name, "# 反馈\n\n打电话。\n")
    assert run(project, "build", "--lang", "zh").exit_code == 0
    assert "打电话。" in (project / "site/feedback/index.html").read_text(encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("extra:\n  showcase:\n    feedback:\n      email: a@example.gov.cn\n")
    result = run(project, "build", "--lang", "zh")
    assert result.exit_code == 2
    assert f"docs/{name}: 和程序生成的页面 feedback/ 重名" in result.stderr


def list_files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


@pytest.mark.parametrize("left", ["", "index.md"])
def test_without_posts_there_is_no_blog_and_nothing_is_written(left: str, project: Path, run: Run) -> None:
    news = project / "docs/news"
    shutil.rmtree(news / "posts" if left else news)
    if not left:
        nav = "nav:\n  - 首页: index.md\n  - 品牌: brands/index.md\n  - 关于: about.md\n"
        (project / "mkdocs.yml").write_text(f"INHERIT: base.yml\n{nav}", encoding="utf-8")
    before = list_files(project / "docs")
    for _ in range(2):
        assert run(project, "build", "--lang", "zh").exit_code == 0
        assert list_files(project / "docs") == before
        assert (project / "site/news/index.html").exists() == bool(left)
        assert "Blog" not in (project / "site/index.html").read_text(encoding="utf-8")


def test_posts_without_a_page_that_lists_them_are_told_with_the_page_to_make(project: Path, run: Run) -> None:
    (project / "docs/news/index.md").unlink()
    before = list_files(project / "docs")
    result = run(project, "build", "--lang", "zh")
    assert result.exit_code == 2
    assert "docs/news/index.md 不存在，动态没有列表页；新建这个文件，第一行写「# 动态」" in result.stderr
    assert list_files(project / "docs") == before
    write(project, "news/index.md", "# 动态\n")
    assert run(project, "build", "--lang", "zh").exit_code == 0
