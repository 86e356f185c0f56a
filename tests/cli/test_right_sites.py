"""Whole small sites that are right: every file, and what their pages say, held against golden files."""

import json
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest
from click.testing import Result

SITES = Path(__file__).parents[1] / "sites"
CASES = sorted(path.name for path in (SITES / "right").iterdir())
HELD = {
    "paging": ("brands/", "brands/page/5/", "brands/page/10/", "areas/road/page/2/", "agencies/office/page/7/"),
}
"""Of a case with many pages, those whose words are held."""
MACHINES = (
    *(
        "robots.txt",
        "llms.txt",
        "feed.xml",
        "feed.json",
        "areas/desk/feed.json",
        "data/brands.csv",
        "data/brands.jsonl",
    ),
    *("data/catalogue.jsonld", "brands/haoban/brand.json"),
)
HEADS = ("", "brands/", "brands/haoban/", "agencies/office/", "data/", "about/", "news/", "news/2026/01/05/opening/")
"""Pages whose heads and feet are held, of the case that sets everything."""
BLOCKS = {
    *[
        "address",
        "article",
        "div",
        "dl",
        "dt",
        "dd",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "label",
        "li",
        "main",
        "nav",
        "p",
        "section",
        "tr",
        "ul",
    ]
}
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
UNREAD = {"svg", "script", "style"}
VOID = {"br", "hr", "img", "input", "link", "meta"}


class Outline(HTMLParser):
    """What the main part of a page says and leads to, without how it looks: a line a block."""

    def __init__(self) -> None:
        super().__init__()
        self.lines = [""]
        self.open: list[str] = []
        self.unread = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        is_prose = "prose" in values.get("class", "").split()
        if is_prose or (values.get("id") == "main" and tag != "span") or (tag == "body" and not self.open):
            self.lines, self.open = [""], ["main"]
        elif self.open and tag not in VOID:
            self.open.append(tag)
        self.unread += tag in UNREAD and bool(self.open)
        if self.open and not self.unread:
            self.show(tag, values)

    def show(self, tag: str, values: dict[str, str]) -> None:
        if tag in BLOCKS or tag in HEADINGS:
            self.lines.append("")
        named = f" {{{values['id']}}}" if values.get("id", "main") != "main" else ""
        if tag in HEADINGS:
            self.add(f"{HEADINGS[tag]}{named} ")
        elif tag == "li":
            self.add("- ")
        elif tag == "img":
            size = f"{values['width']}×{values['height']}"
            self.add(f"![{values['alt']}]({values['src']} {size} {values.get('srcset', '')})")
        elif tag == "a":
            self.add("[")
            self.open[-1] = f"a {values.get('href', '')}"
        elif tag == "input":
            self.add(f"<{values.get('name', '')}: {values.get('placeholder', '')}>")
        elif named and tag in BLOCKS:
            self.add(f"{tag}{named}")

    def handle_endtag(self, tag: str) -> None:
        if not self.open:
            return
        last = self.open.pop()
        self.unread -= tag in UNREAD
        if last.startswith("a ") and not self.unread:
            self.add(f"]({last[2:]})")
        elif tag in BLOCKS or tag in HEADINGS:
            self.lines.append("")
        if not self.open:
            self.done = self.lines
            self.handle_starttag = self.ignore  # type: ignore[method-assign]

    def ignore(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """What stands after the main part is chrome."""

    def handle_data(self, data: str) -> None:
        if self.open and not self.unread:
            self.add(re.sub(r"\s+", " ", data))

    def add(self, text: str) -> None:
        self.lines[-1] += text


def outline(html: str) -> str:
    parser = Outline()
    parser.feed(html)
    return "\n".join(line.strip() for line in parser.lines if line.strip())


def test_an_outline_says_what_a_page_says() -> None:
    html = """<body><p>chrome</p><div id="main"><h2 id="x">One <b>two</b></h2><svg><text>no</text></svg>
        <p>see <a href="y/">there</a><br>now</p><img src="a.webp" width="3" height="2" alt="z"></div><p>chrome</p>"""
    assert outline(html) == "## {x} One two\nsee [there](y/)now\n![z](a.webp 3×2 )"


@pytest.fixture(params=CASES)
def case(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture
def site(
    case: str,
    tmp_path: Path,
    lay_out: Callable[[Path, str], Path],
    run: Callable[..., Result],
    write_brands: Callable[[Path, int], None],
) -> Path:
    project = lay_out(tmp_path / "project", f"right/{case}")
    if case == "paging":
        write_brands(project / "brands", 60)
    result = run(project, "build", "--jobs", "1")
    assert result.exit_code == 0, result.stderr
    return project / "site"


def test_golden_sites(case: str, site: Path, hold: Callable[[Path, str], None]) -> None:
    golden = SITES / "right" / case / "golden"
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    hold(golden / "files.txt", "".join(f"{name_stably(name)}\n" for name in files))
    pages = [name.removesuffix("index.html") for name in files if name.endswith(".html")]
    held = HELD.get(case, pages)
    texts = [f"=== {page or 'home'}\n{outline(read_page(site, page))}\n" for page in pages if page in held]
    hold(golden / "pages.txt", "\n".join(texts))
    if (site / "sitemap.xml").is_file():
        hold(golden / "sitemap.xml", (site / "sitemap.xml").read_text(encoding="utf-8"))
        hold(golden / "machines.txt", "\n".join(f"=== {name}\n{show_data(site / name)}" for name in MACHINES))
        hold(golden / "heads.txt", "\n".join(f"=== {page or 'home'}\n{show_head(site, page)}\n" for page in HEADS))


def show_data(path: Path) -> str:
    """A file for machines, so that a difference can be read."""
    text = path.read_text(encoding="utf-8")
    if path.suffix in (".json", ".jsonld"):
        return json.dumps(json.loads(text), ensure_ascii=False, indent=1) + "\n"
    return text.replace("\ufeff", "").replace("\r\n", "\n")


def show_head(site: Path, page: str) -> str:
    """Metadata, alternates and linked data of a page, and where its foot leads outside."""
    text = read_page(site, page)
    lines = re.findall(
        r'<meta (?:name|property)="[^"]+" content="[^"]*">|<link rel="(?:canonical|alternate)"[^>]*>', text
    )
    for graph in re.findall(r'<script type="application/ld\+json">(.*?)</script>', text):
        lines += [json.dumps(node, ensure_ascii=False) for node in json.loads(graph)["@graph"]]
    foot = text[text.index('<footer class="md-footer') :]
    return "\n".join([*lines, *re.findall(r'<a href="https?:[^"]*"[^>]*>[^<]*</a>', foot)])


def name_stably(name: str) -> str:
    """The name of an asset without the digest of its content."""
    return re.sub(r"\.[0-9a-f]{8,}\.", ".*.", name) if name.startswith("assets/") else name


def read_page(site: Path, page: str) -> str:
    path = site / page
    return (path if path.is_file() else path / "index.html").read_text(encoding="utf-8")
