"""Links of hand-written pages to what lies on the site besides them: they lead there, or are told."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import Result

from showcase.compile.plan import Plan
from showcase.compile.target import Target

Run = Callable[..., Result]
HINT = re.compile(r"= hint: Write: (\S+)")
NO_WAY = "= hint: Open the page that is meant"


@pytest.fixture
def project(tmp_path: Path, lay_out: Callable[[Path, str], Path]) -> Path:
    return lay_out(tmp_path / "project", "right/full")


def write(project: Path, text: str, page: str = "about.md") -> None:
    (project / "docs" / page).write_text(f"# 关于\n\n{text}\n", encoding="utf-8")


def list_places(result: Result) -> list[str]:
    return [line.strip(" ->") for line in result.stderr.splitlines() if "--> docs" in line]


def read_shown(project: Path) -> str:
    page = (project / "site/about/index.html").read_text(encoding="utf-8")
    found = re.search(r"<h1.*?</article>", page, re.DOTALL)
    assert found is not None
    return found[0]


THERE = {
    "[甲](areas/desk/index.md)": "../areas/desk/",
    "[甲](areas/desk.md)": "../areas/desk/",
    "[甲](brands/haoban/index.md#story)": "../brands/haoban/#story",
    "[甲](feed.xml)": "../feed.xml",
    "[甲](<data/brands.csv>)": "../data/brands.csv",
    "[甲][a]\n\n[a]: data/catalogue.jsonld": "../data/catalogue.jsonld",
    "[甲](llms.txt)": "../llms.txt",
    "[甲](sitemap.xml)": "../sitemap.xml",
    "[甲](brands/haoban/服务标准.pdf)": "../brands/haoban/%E6%9C%8D%E5%8A%A1%E6%A0%87%E5%87%86.pdf",
    "[甲](../brands/haoban/)": "../brands/haoban/",
    "[甲](../brands/kuaiban/)": "../brands/kuaiban/",
    "[甲](../areas)": "../areas",
    "[甲](../)": "../",
    '<a href="../phases/publicity/">甲</a>': "../phases/publicity/",
    '<a href="../404.html">甲</a>': "../404.html",
    '<a href="../news/2026/01/05/opening/">甲</a>': "../news/2026/01/05/opening/",
    '<a href="../brands/facets.js">甲</a>': "../brands/facets.js",
    '<a href="mailto:a@b.cn">甲</a>': "mailto:a@b.cn",
    '<a href="/elsewhere/">甲</a>': "/elsewhere/",
    '<a href="../../elsewhere/">甲</a>': "../../elsewhere/",
}


def test_what_is_there_is_led_to(project: Path, run: Run) -> None:
    write(project, "\n\n".join(THERE))
    code = '`<a href="nothing/">` <!-- <a href="nothing/"> -->'
    with (project / "docs/about.md").open("a", encoding="utf-8") as file:
        file.write(f"\n{code}\n")
    for _ in range(2):
        result = run(project, "build")
        assert (result.exit_code, list_places(result)) == (0, []), result.stderr
    assert run(project, "check").exit_code == 0
    assert re.findall(r'<a href="([^"]*)">甲</a>', read_shown(project)) == [*THERE.values()]
    assert not (project / "site/areas/desk.md").exists()


ELSEWHERE = (
    ("[甲](brands/haoban/)", 5, "brand:haoban"),
    ("[甲](brands/haoban/#story)", 5, "brand:haoban#story"),
    ("看[甲](areas/desk/)", 6, "../areas/desk/"),
    ("[甲](Areas/Desk/)", 5, "../areas/desk/"),
    ("[a]: figures", 6, "../figures/"),
    ('<a href="data/brands.csv">甲</a>', 10, "../data/brands.csv"),
    ('<a href="brands/haoban/服务标准.pdf">甲</a>', 10, "../brands/haoban/服务标准.pdf"),
    ('<a href="brands/kuaiban/">甲</a>', 10, "brand:haoban"),
    ('<a href="guide/../areas/desk/">甲</a>', 10, "../areas/desk/"),
    ("<a href='areas/desk.md'>甲</a>", 10, "../areas/desk/"),
    ('<img src="plan.png" alt="图">', 11, "../plan.png"),
    ('<a href="www.example.com/a">甲</a>', 10, "https://www.example.com/a"),
)


def test_what_is_elsewhere_is_told_with_the_way(project: Path, run: Run) -> None:
    (project / "docs/plan.png").write_bytes(b"")
    text = "\n\n".join(text for text, _, _ in ELSEWHERE)
    write(project, f"{text}\n\n[甲][a]")
    for _ in range(2):
        result = run(project, "build")
        assert result.exit_code == 1
        places = [f"docs/about.md:{3 + 2 * number}:{column}" for number, (_, column, _) in enumerate(ELSEWHERE)]
        assert list_places(result) == places
    hints = HINT.findall(result.stderr)
    assert hints == [hint for _, _, hint in ELSEWHERE]
    founds = re.findall(r"= found: (\S+)", result.stderr)
    lines = [line.replace(found, hint) for (line, _, _), found, hint in zip(ELSEWHERE, founds, hints, strict=True)]
    write(project, "\n\n".join((*lines, "[甲][a]")))
    result = run(project, "build")
    assert result.exit_code == 0, result.output


NOWHERE = (
    ("[甲](nope/)", 5),
    ("[甲](areas/nope/index.md)", 5),
    ("[甲](data/nope.csv)", 5),
    ("[甲](brands/haoban/nope.pdf)", 5),
    ('<a href="../areas/desk/page/2/">甲</a>', 10),
    ("[甲](../facets/)", 5),
    ('<a href="../pagefind/pagefind-entry.json">甲</a>', 10),
    ('<a href="guide/../../docs.json">甲</a>', 10),
    ('<img src="none.png" alt="图">', 11),
    (f"[甲]({'办理流程说明' * 20})", 5),  # Of more bytes than the name of a file can have.
    (f"[甲]({'办理流程说明' * 20}/)", 5),
)


def test_what_is_nowhere_is_told(project: Path, run: Run) -> None:
    write(project, "\n\n".join(text for text, _ in NOWHERE))
    for _ in range(2):
        result = run(project, "build")
        assert result.exit_code == 1
        places = [f"docs/about.md:{3 + 2 * number}:{column}" for number, (_, column) in enumerate(NOWHERE)]
        assert list_places(result) == places
        assert result.stderr.count(NO_WAY) == len(NOWHERE)


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("[甲](../feed.xml)", "feed.xml"),
        ("[甲](/data/brands.csv)", "data/brands.csv"),
        ("[甲](../brands/haoban/index.md)", "brands/haoban/index.md"),
        ("[甲](www.example.com)", "https://www.example.com"),
    ],
)
def test_a_file_that_is_generated_elsewhere_is_guessed_at(text: str, guess: str, project: Path, run: Run) -> None:
    write(project, text)
    result = run(project, "build", "--lang", "zh")
    assert result.exit_code == 2
    found = re.search(r"是不是 ([^\s？?]+)", result.stderr)
    assert found is not None
    assert found[1] == guess
    write(project, f"[甲]({guess})")
    assert run(project, "build").exit_code == 0


def test_all_links_are_told_together(project: Path, run: Run) -> None:
    write(project, "[甲](brand:nope) [乙](nope/) [丙](../brands/haobann/)")
    result = run(project, "build")
    assert list_places(result) == ["docs/about.md:3:11", "docs/about.md:3:21", "docs/about.md:3:42"]
    assert "= hint: Did you mean haoban?" in result.stderr
    skipped = run(project, "build", "--skip-invalid")
    assert skipped.exit_code == 3
    assert list_places(skipped) == list_places(result)
    assert '<p>甲 <a href="nope/">乙</a> 丙</p>' in read_shown(project)
    assert run(project, "build").exit_code == 1


@pytest.mark.parametrize("text", ["[甲](../brands/ganghao/)", "[甲](brands/ganghao/index.md)", "[甲](brand:ganghao)"])
def test_brands_come_and_go_and_the_pages_that_link_to_them_are_told(text: str, project: Path, run: Run) -> None:
    for page in ("brands/haoban/index.md", "docs/news/posts/opening.md"):
        path = project / page
        path.write_text(path.read_text(encoding="utf-8").replace("(brand:ganghao)", "(brand:haoban)"), encoding="utf-8")
    write(project, f"{text} [乙](agencies/harbour/index.md)")
    assert run(project, "build").exit_code == 0
    (project / "brands/ganghao").rename(project / "ganghao")
    for command in ("check", "build", "build"):
        result = run(project, command)
        assert result.exit_code == 1
        assert "= found: ganghao" in result.output
    assert "= found: agencies/harbour/index.md" in result.stderr
    (project / "ganghao").rename(project / "brands/ganghao")
    assert run(project, "build").exit_code == 0


def test_of_a_path_to_a_draft_the_words_stay(project: Path, run: Run) -> None:
    write(project, '[甲](../brands/ganghao/) <a href="../brands/ganghao">乙</a> [丙](brands/ganghao/index.md)')
    brand = project / "brands/ganghao/index.md"
    draft = brand.read_text(encoding="utf-8").replace("---\n", "---\nstatus: draft\n", 1)
    brand.write_text(draft, encoding="utf-8")
    (project / "docs/news/posts/opening.md").unlink()
    assert run(project, "build").exit_code == 0
    assert "<p>甲 乙 丙</p>" in read_shown(project)


def test_of_a_path_to_an_old_address_of_a_draft_the_words_stay(project: Path, run: Run) -> None:
    write(project, '[甲](../brands/kuaiban/) <a href="../brands/yici-ban">乙</a> [丙](../brands/haoban/)')
    brand = project / "brands/haoban/index.md"
    draft = re.sub("^status: .*\n", "", brand.read_text(encoding="utf-8"), flags=re.MULTILINE)
    brand.write_text(draft.replace("---\n", "---\nstatus: draft\n", 1), encoding="utf-8")
    other = project / "brands/ganghao/index.md"
    other.write_text(other.read_text(encoding="utf-8").replace("brand:haoban", "brand:ganghao"), encoding="utf-8")
    for _ in range(2):
        result = run(project, "build")
        assert result.exit_code == 0, result.output
        assert "<p>甲 乙 丙</p>" in read_shown(project)


def test_a_brand_may_be_called_as_the_folder_of_further_pages_is(
    project: Path, run: Run, write_brands: Callable[[Path, int], None]
) -> None:
    config = project / "mkdocs.yml"
    size = config.read_text("utf-8").replace("  showcase:\n", "  showcase:\n    page_size: 6\n", 1)
    config.write_text(size, encoding="utf-8")
    write_brands(project / "brands", 8)
    (project / "brands/brand-001.md").rename(project / "brands/page.md")
    write(project, '<a href="../brands/page/2/">甲</a> <a href="../brands/page/brand.json">乙</a>')
    result = run(project, "build")
    assert result.exit_code == 0, result.output
    write(project, '<a href="../brands/page/3/">甲</a>')
    assert list_places(run(project, "build")) == ["docs/about.md:3:10"]


@pytest.fixture
def planned(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many files of no single brand were planned, each time that anybody began to."""
    counts: list[int] = []
    iterate = Plan.iterate_shared

    def count(plan: Plan, *own: Iterable[Target]) -> Iterator[Target]:
        counts.append(0)
        at = len(counts) - 1
        for target in iterate(plan, *own):
            counts[at] += 1
            yield target

    monkeypatch.setattr(Plan, "iterate_shared", count)
    return counts


def add_words(project: Path) -> None:
    with (project / "brands/ganghao/index.md").open("a", encoding="utf-8") as file:
        file.write("\n又写了一段。\n")


def test_no_more_is_planned_than_links_ask_for(project: Path, run: Run, planned: list[int]) -> None:
    write(project, "[甲](../areas/) [乙](../areas/desk/) [丙](../brands/) [丁](../areas/)")
    assert run(project, "build", "--jobs", "1").exit_code == 0
    asked, every = planned
    assert asked < every / 2
    planned.clear()
    add_words(project)
    assert run(project, "build", "--jobs", "1").exit_code == 0
    assert planned == []  # All but the brand's own files are as they were.


@pytest.mark.parametrize("which", ["", " WHERE lot % 2"])
def test_no_link_is_dead_for_a_record_that_is_damaged(which: str, project: Path, run: Run) -> None:
    write(project, "[甲](../areas/desk/) [乙](feed.xml) [丙](../data/) [丁](../figures/) [戊](../agencies/)")
    assert run(project, "build").exit_code == 0
    add_words(project)
    with closing(sqlite3.connect(project / ".cache/store.sqlite")) as connection, connection:
        assert connection.execute(f"DELETE FROM files{which}").rowcount
    result = run(project, "build")
    assert result.exit_code == 0, result.output
    assert "The record of the last build cannot be used" in result.stderr


def test_links_in_the_beginning_of_a_post_lead_to_the_same_from_the_list(project: Path, run: Run) -> None:
    up = "../" * 5
    text = f'[甲]({up}areas/desk/) [乙](../../areas/desk/index.md) <a href="{up}feed.xml">丙</a> [丁](../../about.md)'
    post = f"---\ndate: 2026-01-05\nslug: opening\n---\n\n# 一\n\n{text}\n\n<!-- more -->\n"
    (project / "docs/news/posts/opening.md").write_text(post, encoding="utf-8")
    assert run(project, "build").exit_code == 0
    for page, way in (("news/index.html", "../"), ("news/2026/01/05/opening/index.html", up)):
        shown = (project / "site" / page).read_text(encoding="utf-8")
        found = re.findall(r'<a href="([^"]*)">[甲乙丙丁]</a>', shown)
        assert found == [f"{way}{to}" for to in ("areas/desk/", "areas/desk/", "feed.xml", "about/")]


def test_only_a_build_tells_of_it_as_the_reference_says(project: Path, run: Run) -> None:
    write(project, "[甲](../areas/nowhere/)")
    assert run(project, "check").exit_code == 0
    assert run(project, "build").exit_code == 1
    reference = Path(__file__).parents[2] / "docs/reference"
    (row,) = [line for line in (reference / "faults.md").read_text("utf-8").splitlines() if "`page-dead-link`" in line]
    assert "`check` 不报这一条" in row
