"""Frames: cut at their slots, poured, and found for an address."""

import pytest

from showcase.views.frame import FRAME_KEYS, TABS, Frame, FrameKey
from showcase.views.pages import Pages
from showcase.views.site import root_of


@pytest.mark.parametrize(
    ("html", "slots", "poured"),
    [
        ("", (), ""),
        ("<p>no slot</p>", (), "<p>no slot</p>"),
        ("<!--slot:main-->", ("main",), "M"),
        ("a<!--slot:title-->b<!--slot:main-->c", ("title", "main"), "aTbMc"),
        ("<!--slot:main--><!--slot:main-->", ("main", "main"), "MM"),
        ("<!-- slot:main --><!--slot:9-->", (), "<!-- slot:main --><!--slot:9-->"),
    ],
)
def test_cut_and_pour(html: str, slots: tuple[str, ...], poured: str) -> None:
    frame = Frame.cut(html)
    assert frame.slots == slots
    assert frame.pour({"title": "T", "main": "M"}).decode() == poured


def test_what_is_poured_in_is_never_cut() -> None:
    assert Frame.cut("<!--slot:main-->").pour({"main": "<!--slot:title-->"}) == b"<!--slot:title-->"


def test_every_slot_wants_its_part() -> None:
    with pytest.raises(KeyError, match="head"):
        Frame.cut("<!--slot:head-->").pour({"main": "M"})


@pytest.mark.parametrize(
    ("url", "key"),
    [
        ("", FrameKey("", 0)),
        ("brands/", FrameKey("brands", 1)),
        ("brands/zheliban/", FrameKey("brands", 2)),
        ("brands/page/2/", FrameKey("brands", 3)),
        ("areas/road/page/12/", FrameKey("areas", 4)),
        ("agencies/x/", FrameKey("agencies", 2)),
        ("years/2014/page/2/", FrameKey("facets", 4)),
        ("figures/", FrameKey("facets", 1)),
    ],
)
def test_key_of_an_address(url: str, key: FrameKey) -> None:
    assert FrameKey.of(url) == key
    assert key in FRAME_KEYS


@pytest.mark.parametrize("base", ["brands/", *(f"{tab}/x/" for tab, most in TABS.items() if most == 4)])
def test_every_page_of_a_listing_has_a_frame(base: str) -> None:
    assert {FrameKey.of(Pages(base, 1, 9).url(number)) for number in (1, 2, 9)} <= {*FRAME_KEYS}


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("brands/", "../"), ("brands/x/", "../../"), ("areas/x/page/2/", "../../../../")]
)
def test_way_to_the_root(url: str, root: str) -> None:
    assert root_of(url) == root
