"""The shelf of cards: what one process lays there, another finds."""

from collections.abc import Iterator
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from showcase.compile import card_shelf
from showcase.compile.card_shelf import CardShelf
from showcase.views.drawn_card import DrawnCard

SLUGS = ("a", "b", "c", "d")
NUMBERS = {slug: number for number, slug in enumerate(SLUGS)}


def draw(slug: str, size: int = 1) -> DrawnCard:
    below = f'"{slug}" \\ 浙里办 \x1e' * size
    return DrawnCard("--b:#123456", "--b:#123456;--s:#654321", "<svg id='\x01s'/>", "<b>\x00</b>", below)


def lay_and_look(shelf: CardShelf, lays: str, sees: str) -> None:
    for slug in lays:
        shelf.lay({slug: draw(slug, 9)})
    assert [shelf.get(slug) for slug in sees] == [draw(slug, 9) for slug in sees]
    shelf.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[CardShelf]:
    with closing(CardShelf(f"{tmp_path}/cards-", NUMBERS)) as shelf:
        yield shelf


def test_a_card_is_what_it_was(shelf: CardShelf) -> None:
    shelf.lay({"a": draw("a"), "c": draw("c", 300)})
    shelf.lay({"d": draw("d")})
    assert [shelf.get(slug) for slug in (*SLUGS, "unknown")] == [draw("a"), None, draw("c", 300), draw("d"), None]


@pytest.mark.parametrize("method", ["fork", "spawn"])
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_processes_see_what_others_have_laid(shelf: CardShelf, method: str) -> None:
    lay_and_look(shelf, "a", "a")
    for lays, sees in (("b", "ab"), ("c", "abc")):
        process = get_context(method).Process(target=lay_and_look, args=(shelf, lays, sees))  # type: ignore[attr-defined]
        process.start()
        process.join()
        assert process.exitcode == 0
    lay_and_look(shelf, "d", "dcba")


@pytest.mark.parametrize(("most", "is_kept"), [(4, True), (3, False)])
def test_all_are_kept_in_memory_or_few(
    most: int, is_kept: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_shelf, "_AT_HAND", most)
    monkeypatch.setattr(card_shelf, "_FEW", 1)
    with closing(CardShelf(f"{tmp_path}/cards-", NUMBERS)) as shelf:
        shelf["b"] = draw("b")
        assert shelf.get("b") == draw("b")
        lay_and_look(shelf, "acd", "acdacd")
        assert (shelf.get("b") is not None) == is_kept
