"""Links to brands in signs that make no link, as an input method gives them."""

from __future__ import annotations

import pytest

from showcase.source.brand_slips import find_brand_slips
from showcase.source.story import find_brand_links

RIGHT = "[浙里办](brand:zheliban)"


@pytest.mark.parametrize(
    ("written", "suggestion"),
    [
        ("[浙里办](brand：zheliban)", RIGHT),
        ("[浙里办](Brand:Zheliban)", RIGHT),
        ("[浙里办](BRAND：zheliban)", RIGHT),
        ("[浙里办](brand: zheliban)", RIGHT),
        ("[浙里办](brand :zheliban)", RIGHT),
        ("[浙里办]（brand:zheliban）", RIGHT),
        ("[浙里办]（brand：zheliban）", RIGHT),
        ("[浙里办](brand:zheliban）", RIGHT),
        ("[浙里办]（brand:zheliban)", RIGHT),
        ("【浙里办】(brand:zheliban)", RIGHT),
        ("【浙里办】（brand：zheliban）", RIGHT),
        ("[浙里办] (brand:zheliban)", RIGHT),
        ("[浙里办](brand：浙里办)", ""),
    ],
)
def test_a_slip_is_told_once_with_what_to_write(written: str, suggestion: str) -> None:
    body = f"先看{written}，再看别的。"
    (slip,) = find_brand_slips(body)
    assert (slip.text, slip.suggestion) == (written, suggestion)
    assert body[slip.offset :].startswith(written)
    assert find_brand_links(body) == ()


@pytest.mark.parametrize(
    ("body", "written"),
    [
        ('[甲](brand：a "题")', "brand：a"),
        ("[甲][x]\n\n[x]: brand：a", "brand：a"),
        ('<a href="Brand:a">甲</a>', "Brand:a"),
    ],
)
def test_of_other_ways_the_address_is_told(body: str, written: str) -> None:
    (slip,) = find_brand_slips(body)
    assert (slip.text, slip.suggestion) == (written, "brand:a")


@pytest.mark.parametrize(
    "body",
    [
        "[甲](brand:a)和[乙](BRAND:b)[丙](<brand:c>)",
        "写成 brand：a（brand：b），品牌的英文是Brand：牌子",
        "写法是`[甲](brand：a)`",
        "[空](brand:)",
        "[官网](https://brand:80/)",
    ],
)
def test_nothing_else_is_one(body: str) -> None:
    assert list(find_brand_slips(body)) == []
