"""``build --strict``: publishes nothing while there is anything to warn of, and says what a public body still owes."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

LayOut = Callable[[Path, str], Path]
Run = Callable[..., Result]
PAGES = ("accessibility.md", "privacy.md")
UNSET = ("organizer", "operator", "contact", "site_code", "party_mark", "icp", "police")


@pytest.fixture
def bare(tmp_path: Path, lay_out: LayOut) -> Path:
    """A project that sets nothing; its one brand is warned of in no way."""
    project = lay_out(tmp_path / "project", "right/minimal")
    add_source(project / "brands/haoban.md")
    return project


def add_source(brand: Path) -> None:
    text = brand.read_text("utf-8").replace("---\n", "---\nsources: [{title: 公报, date: 2024}]\n", 1)
    brand.write_text(text, encoding="utf-8")


@pytest.fixture
def full(tmp_path: Path, lay_out: LayOut) -> Path:
    """A project that carries all that it has to."""
    project = lay_out(tmp_path / "project", "right/full")
    add_source(project / "brands/ganghao/index.md")
    for name in PAGES:
        (project / "docs" / name).write_text(f"# {name}\n", encoding="utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("not_in_nav: |\n  accessibility.md\n  privacy.md\n")
    return project


def test_a_site_that_carries_everything_is_published(full: Path, run: Run) -> None:
    result = run(full, "build", "--strict")
    assert (result.exit_code, result.stderr) == (0, "")


def test_what_is_not_set_is_told_and_nothing_is_published(bare: Path, run: Run) -> None:
    result = run(bare, "build", "--strict", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    *told, last = result.stderr.splitlines()
    places = [*(f"mkdocs.yml: extra.showcase.{name}" for name in UNSET), "mkdocs.yml: site_url"]
    places += [f"docs/{name}" for name in PAGES]
    assert [line.removeprefix("error: ").split(": not ")[0] for line in told] == places
    assert last == "Nothing was published; the site is as it was."
    assert not (bare / "site").exists()


def test_slips_and_warnings_count(full: Path, run: Run) -> None:
    assert run(full, "build").exit_code == 0
    config, brand = full / "mkdocs.yml", full / "brands/haoban/index.md"
    config.write_text(config.read_text("utf-8").replace('"0100000001"', '"12345"'), encoding="utf-8")
    slip = run(full, "build", "--strict")
    assert slip.exit_code == 2
    assert "site_code: 12345: a site code is ten digits" in slip.stderr
    brand.write_text(brand.read_text("utf-8").replace("name: 好办", "name: 一个长得很难记住的名称"), encoding="utf-8")
    both = run(full, "build", "--strict")
    assert both.exit_code == 1
    assert "warning[name-long]" in both.stderr
    assert "site_code: 12345" in both.stderr
    assert "0 errors, 2 warnings" in both.stderr  # The setting and the name.
    # Without it, the same is published, and warned of.
    assert run(full, "build").exit_code == 0


def test_what_is_not_set_counts_as_it_is_told(bare: Path, run: Run) -> None:
    brand = bare / "brands/haoban.md"
    brand.write_text(brand.read_text("utf-8").replace("name: 好办", "name: 一个长得很难记住的名称"), encoding="utf-8")
    result = run(bare, "build", "--strict")
    count = sum(line.startswith("error: ") for line in result.stderr.splitlines())
    assert count == len([*UNSET, "site_url", *PAGES])
    assert f"{count} errors, 1 warning" in result.stderr


def test_a_build_that_finds_nothing_to_do_is_strict_all_the_same(bare: Path, run: Run) -> None:
    assert [run(bare, "build", *more).exit_code for more in ((), (), ("--strict",))] == [0, 0, 2]
