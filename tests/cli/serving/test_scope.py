"""What is watched, and what is noise."""

from pathlib import Path

import pytest

from showcase.cli.serving.scope import PROGRAM, Scope, is_program


@pytest.fixture
def scope(tmp_path: Path) -> Scope:
    """Brands, one of the pages' folders within another, settings, and a folder that is not there yet."""
    for name in ("brands", "docs/theme"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "mkdocs.yml").touch()
    return Scope.of(tmp_path / name for name in ("brands", "docs", "docs/theme", "mkdocs.yml", "base.yml", "later"))


@pytest.mark.parametrize(
    "name",
    [
        "brands",
        "brands/a.md",
        "brands/a/logo.svg",
        "brands/_catalogue.yml",
        "docs/news/posts/x.md",
        "mkdocs.yml",
        "base.yml",
        "later",
        "later/x",
    ],
)
def test_covers_what_the_site_is_made_of(scope: Scope, tmp_path: Path, name: str) -> None:
    assert scope.covers(tmp_path / name)


@pytest.mark.parametrize(
    "name",
    [
        ".cache/preview/site/index.html",
        "site",
        "README.md",
        "brands/.a.md.swp",
        "brands/a.md~",
        "brands/a/.git/index",
        "brands/4913",
        "brands/#a.md#",
        "docs/__pycache__/x.cpython-311.pyc",
        "docs/x.tmp",
    ],
)
def test_covers_nothing_else(scope: Scope, tmp_path: Path, name: str) -> None:
    assert not scope.covers(tmp_path / name)


def test_watches_folders_once_and_parents_without_what_is_below(scope: Scope, tmp_path: Path) -> None:
    assert scope.list_roots() == {tmp_path: False, tmp_path / "docs": True, tmp_path / "brands": True}


def test_knows_the_program() -> None:
    assert is_program(PROGRAM / "views/assets/brand.css")
    assert is_program(PROGRAM / "locale/zh_Hans/LC_MESSAGES/site.po")
    assert not is_program(PROGRAM / "views/templates/brand.html")
    assert is_program(Path("hooks/own_hook.py"))
    assert not is_program(Path("brands/a.md").absolute())
