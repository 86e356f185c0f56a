"""Links in the HTML of pages: where they stand, and what they are from another page."""

from typing import Any

import pytest
from mkdocs.structure.files import File

from showcase.frame import link_places
from showcase.frame.link_places import PlaceReader
from showcase.frame.page_links import LinkReader, move_addresses
from showcase.views.page_link import BrandLink, PageLink


def open_page(text: str) -> File:
    file = File("about.md", "docs", "site", use_directory_urls=True)
    file.content_string = text
    return file


@pytest.mark.parametrize(
    ("text", "address", "path", "found", "place"),
    [
        ("看\n\n[甲](nope/)", "nope/", "about/nope/", "nope/", (3, 5)),
        ("nope/x [甲](nope/)", "nope/", "about/nope/", "nope/", (1, 12)),
        ("[甲]( nope/ '题')", "nope/", "about/nope/", "nope/", (1, 6)),
        ("<a href=nope/>", "nope/", "about/nope/", "nope/", (1, 9)),
        ("<a href=' a b/'>", " a b/", "about/a b/", "a b/", (1, 11)),
        ("[甲](a(b)/c/) [乙](a(b)/d/)", "a(b)/d/", "about/a(b)/d/", "a(b)/d/", (1, 18)),
        ("[甲](a.csv) <a href='a.csv'>", "a.csv", "about/a.csv", "a.csv", (1, 21)),
        ("[甲](areas/a.md) [乙](areas/a/index.md)", "../areas/a/", "areas/a/", "areas/a.md", (1, 5)),
        (f"[甲]({'a' * 600}) [乙]({'a' * 601})", "a" * 601, f"about/{'a' * 601}", "a" * 601, (1, 611)),
        ("甲", "nope/", "about/nope/", "nope/", (1, 1)),
    ],
)
def test_where_an_address_stands(text: str, address: str, path: str, found: str, place: tuple[int, int]) -> None:
    told = PlaceReader(open_page(text)).find(address, path)
    assert (told.found, (told.line, told.column)) == (found, place)


def test_a_page_is_read_once_for_all_its_links(monkeypatch: pytest.MonkeyPatch) -> None:
    read = list[str]()
    read_targets = link_places.read_targets

    def count(text: str, source: str) -> Any:
        read.append(source)
        return read_targets(text, source)

    monkeypatch.setattr(link_places, "read_targets", count)
    reader = LinkReader()
    page = open_page("\n".join(f"[甲](areas/a{number}.md)" for number in range(30)))
    reader.read("".join(f'<a href="../areas/a{number}/">甲</a>' for number in range(30)), page)
    links: list[BrandLink | PageLink] = list(reader.settle([], ()))  # type: ignore[arg-type] # asked for its items alone
    assert [link.line for link in links] == [*range(1, 31)]
    assert read == ["about.md"]


@pytest.mark.parametrize(
    ("address", "moved"),
    [
        ("../../areas/x/?a#b", "../areas/x/?a#b"),
        ("../../areas/x%3Fy/?a#b", "../areas/x%3Fy/?a#b"),
        ("../../%23/50%25.csv", "../%23/50%25.csv"),
        ("../../%E7%94%B2/", "../%E7%94%B2/"),
        ("a%3Ab/&amp;/", "post/a%3Ab/%26/"),
    ],
)
def test_an_address_leads_to_the_same_from_another_page(address: str, moved: str) -> None:
    shown = move_addresses(f'<a href="{address}">', "news/post", "news", ())
    assert shown == f'<a href="{moved}">'
