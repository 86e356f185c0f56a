"""Links of hand-written pages to brands, as ``check`` looks at them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

SITES = Path(__file__).parents[1] / "sites"
Run = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


def write(project: Path, text: str) -> None:
    (project / "docs/about.md").write_text(f"# 关于\n\n{text}\n", encoding="utf-8")


def list_errors(result: Result) -> list[str]:
    return [line.strip(" ->") for line in result.stdout.splitlines() if "--> docs" in line]


def test_a_check_tells_what_a_build_tells(tmp_path: Path, lay_out: Callable[[Path, str], Path], run: Run) -> None:
    result = run(lay_out(tmp_path / "project", "broken/unknown-brand-in-docs"), "check")
    assert result.exit_code == 1
    (fault,) = [part for part in result.stdout.split("\n\n") if part.startswith("error")]
    golden = (SITES / "broken/unknown-brand-in-docs/golden.txt").read_text(encoding="utf-8")
    assert fault in golden


@pytest.mark.parametrize(
    ("text", "errors"),
    [
        ("[甲](brand:nope)", ["docs/about.md:3:11"]),
        ("[甲][a]\n\n[a]: brand:nope", ["docs/about.md:5:12"]),
        ('<a href="brand:nope">甲</a>', ["docs/about.md:3:16"]),
        ("[甲](brand:haoban) `[乙](brand:nope)`", []),
        ("写成 brand:nope", []),
        ("<!-- [甲](brand:nope) -->", []),
        ("<!-- [甲]（brand：nope） -->", []),
        ("    [甲]（brand：nope）", []),
        ("    [甲](brand:nope)", []),
        ("- 一\n\n    ```\n    [甲](brand:nope)\n    ```", []),
    ],
)
def test_what_is_a_link_is_told_and_nothing_else(text: str, errors: list[str], project: Path, run: Run) -> None:
    write(project, text)
    result = run(project, "check")
    assert list_errors(result) == errors
    assert result.exit_code == (1 if errors else 0)


@pytest.mark.parametrize(
    ("text", "place", "found", "suggestion"),
    [
        ("[甲](brand：haoban)", "3:5", "brand：haoban", "brand:haoban"),
        ("[甲](Brand:Haoban)", "3:5", "Brand:Haoban", "brand:haoban"),
        ("[甲](brand: haoban)", "3:5", "brand: haoban", "brand:haoban"),
        ('<a href="brand：haoban">甲</a>', "3:10", "brand：haoban", "brand:haoban"),
        ("看[甲]（brand:haoban）", "3:2", "[甲]（brand:haoban）", "[甲](brand:haoban)"),
        ("【甲】(brand:haoban)", "3:1", "【甲】(brand:haoban)", "[甲](brand:haoban)"),
    ],
)
def test_a_link_in_signs_that_make_none_is_told(
    text: str, place: str, found: str, suggestion: str, project: Path, run: Run
) -> None:
    write(project, f"{text}，[乙](BRAND:haoban)，`{text}`")
    for command in ("check", "build"):
        result = run(project, command)
        told = [line.strip() for line in result.output.splitlines()]
        assert result.exit_code == 1
        assert [line for line in told if line.startswith("--> docs")] == [f"--> docs/about.md:{place}"]
        assert f"= found: {found}" in told
        assert f"= hint: Write: {suggestion}" in told


def test_of_a_link_in_such_signs_the_words_are_published(project: Path, run: Run) -> None:
    write(project, "[甲](brand：haoban)和[乙](BRAND:haoban)")
    assert run(project, "build", "--skip-invalid").exit_code == 3
    assert '<p>甲和<a href="../brands/haoban/">乙</a></p>' in (project / "site/about/index.html").read_text("utf-8")


def test_no_page_is_drawn_where_all_links_lead_somewhere(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("showcase.cli.docs_links._check", refuse)
    write(project, "[好办](brand:haoban)，写成 `[名称](brand:nope)`\n\n```\n[甲](brand:nope)\n```")
    assert run(project, "check").exit_code == 0


@pytest.mark.parametrize("line", ["nonsense: 1", "status: draft"])
def test_a_brand_with_an_error_is_there_and_so_is_a_draft(line: str, project: Path, run: Run) -> None:
    brand = project / "brands/haoban.md"
    brand.write_text(brand.read_text(encoding="utf-8").replace("---\n", f"---\n{line}\n", 1), encoding="utf-8")
    write(project, "[甲](brand:haoban)")
    assert list_errors(run(project, "check")) == []


@pytest.mark.parametrize(("named", "count"), [("docs/about.md", 1), ("docs", 1), ("haoban", 0), ("docs/index.md", 0)])
def test_pages_are_looked_at_where_they_are_asked_for(named: str, count: int, project: Path, run: Run) -> None:
    write(project, "[甲](brand:nope)")
    assert len(list_errors(run(project, "check", named))) == count


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("lao-banshi", "The brand has a new address; write: brand:haoban"),
        ("haobann", "Did you mean haoban?"),
        ("nope", "See how the brand's folder is called; where the brand is gone, take the link out"),
    ],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_where_a_link_should_lead_is_told(command: str, slug: str, hint: str, project: Path, run: Run) -> None:
    brand = project / "brands/haoban.md"
    front = "---\naliases: [lao-banshi]\n"
    brand.write_text(brand.read_text(encoding="utf-8").replace("---\n", front, 1), encoding="utf-8")
    write(project, f"[甲](brand:{slug})")
    result = run(project, command)
    assert f"= hint: {hint}\n" in result.output
    assert result.exit_code == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_pages_that_had_to_be_built_and_cannot_be_are_told_as_by_a_build(form: str, project: Path, run: Run) -> None:
    write(project, "[甲](brand:nope) [乙](nowhere.md)")
    brand = project / "brands/haoban.md"
    brand.write_text(brand.read_text(encoding="utf-8").replace("---\n", "---\nnonsense: 1\n", 1), encoding="utf-8")
    checked, built = run(project, "check", "--format", form), run(project, "build")
    assert "unknown-key" in checked.stdout
    assert "about.md" in checked.stderr
    assert checked.stderr.strip() in built.stderr
    assert checked.exit_code == built.exit_code == 2
    assert run(project, "check", "haoban").exit_code == 1


@pytest.mark.parametrize(
    ("named", "folder"), [("pages", "pages"), ("./pages/", "pages"), ("content/zh", "content/zh"), ("docs", "docs")]
)
def test_pages_elsewhere_are_told_with_their_folder(named: str, folder: str, project: Path, run: Run) -> None:
    (project / folder).parent.mkdir(exist_ok=True)
    (project / "docs").rename(project / folder)
    (project / folder / "about.md").write_text("# 关于\n\n[甲](brand:nope)\n", encoding="utf-8")
    (project / "mkdocs.yml").write_text(f"INHERIT: base.yml\ndocs_dir: {named}\n", encoding="utf-8")
    for command in ("check", "build", "build"):
        assert f"--> {folder}/about.md:3:11" in run(project, command).output
    assert f"--> {folder}/about.md:3:11" in run(project, "check", folder).output
    (project / folder / "about.md").write_text("# 关于\n\n[甲](nowhere.md)\n", encoding="utf-8")
    assert f"\nerror: {folder}/about.md:3: " in f"\n{run(project, 'build').output}"
    (project / folder / "about.md").write_text("# 关于\n\n<p onclick=x>甲</p>\n", encoding="utf-8")
    assert f"{folder}/about.md: " in run(project, "build").output


def test_what_is_to_lie_among_pages_elsewhere_is_told_with_their_folder(project: Path, run: Run) -> None:
    (project / "docs").rename(project / "pages")
    (project / "mkdocs.yml").write_text("INHERIT: base.yml\ndocs_dir: pages\n", encoding="utf-8")
    assert "pages/privacy.md: " in run(project, "build", "--strict").stderr
    assert run(project, "build").exit_code == 0
    (project / "site/own.txt").write_text("甲", encoding="utf-8")
    (project / "pages/brands").mkdir()
    (project / "pages/about.md").write_text("# 关于\n", encoding="utf-8")
    assert "own.txt. Put files of your own into pages/" in run(project, "build").stderr
    (project / "pages/brands/facets.js").write_text("甲", encoding="utf-8")
    assert "pages: brands/facets.js" in run(project, "build").stderr


def test_without_a_vocabulary_no_page_is_blamed(project: Path, run: Run) -> None:
    write(project, "[甲](brand:haoban)")
    (project / "brands/_catalogue.yml").unlink()
    assert list_errors(run(project, "check")) == []
