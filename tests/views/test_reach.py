"""Ways to reach those behind a brand."""

from collections.abc import Callable
from typing import Any

import pytest

from showcase.model.brand import Brand
from showcase.model.management import Supervision
from showcase.views.brand_page import render_brand
from showcase.views.reach import call_href, first_phone, host_of, supervision_href
from showcase.views.site import Site


@pytest.mark.parametrize(
    ("phone", "href"),
    [
        ("0000-12345678", "tel:000012345678"),
        ("(0000) 1234 5678 转 9", "tel:000012345678;ext=9"),
        ("0000-123456789", ""),
        ("没有", ""),
    ],
)
def test_call_href(phone: str, href: str) -> None:
    assert call_href(phone) == href


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.example.gov.cn/a/b?c#d", "example.gov.cn"),
        ("http://EXAMPLE.gov.cn:8080/", "example.gov.cn"),
        ("https://wwwold.example.cn/", "wwwold.example.cn"),
        ("https://政务.中国/", "政务.中国"),
        ("https://example.gov.cn／办事", "https://example.gov.cn／办事"),
        ("http://[example", "http://[example"),
        ("example", "example"),
        ("", ""),
    ],
)
def test_host_of(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("kind", "value", "href"),
    [
        ("hotline", "0000-1234567", "tel:00001234567"),
        ("hotline", "0000-1234 5678 转 802", "tel:000012345678;ext=802"),
        ("hotline", "拨总机转监察室", None),
        ("hotline", "0000-1234", None),
        ("email", "watch@example.com", "mailto:watch@example.com"),
        ("email", "写信给我们", None),
        ("web", "https://example.com/a", "https://example.com/a"),
        ("web", "HTTP://EXAMPLE.COM/", "HTTP://EXAMPLE.COM/"),
        ("web", "javascript:alert(1)", None),
        ("web", "关注公众号留言", None),
        ("window", "大厅二楼", None),
        ("window", "https://example.com/", None),
        ("post", "一号路一号", None),
    ],
)
def test_supervision_href(kind: str, value: str, href: str | None) -> None:
    assert supervision_href(Supervision.model_validate({"type": kind, "value": value})) == href


def reach(*channels: dict[str, str], **contact: str) -> dict[str, Any]:
    return {"service": {"channels": list(channels)}, "contact": contact}


WEB = {"type": "web", "url": "https://web.example.com/"}
APP = {"type": "app", "url": "https://app.example.com/"}
HOTLINE = {"type": "hotline", "phone": "12345"}
HALL = {"type": "hall", "phone": "0000-1234501"}


@pytest.mark.parametrize(
    ("front", "address", "phone"),
    [
        ({}, None, None),
        (reach(APP, WEB, HALL, HOTLINE), "https://web.example.com/", "12345"),
        (
            reach(APP, HALL, website="https://example.com/", phone="0000-1234500"),
            "https://example.com/",
            "0000-1234500",
        ),
        (reach(APP, HALL), "https://app.example.com/", "0000-1234501"),
        (reach({"type": "web"}, {"type": "hotline"}), None, None),
        (reach({"type": "hotline", "phone": "0000-1234"}, HALL), None, "0000-1234501"),
    ],
)
def test_first_ways(
    make_brand: Callable[..., Brand], front: dict[str, Any], address: str | None, phone: str | None
) -> None:
    brand = make_brand("a", **front)
    assert (brand.official_address, first_phone(brand)) == (address, phone)


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("0000-1234 5678 转 802", '<a class="chan__main" href="tel:000012345678;ext=802">0000-1234 5678 转 802</a>'),
        ("0000-1234", '<b class="chan__main">0000-1234</b>'),
    ],
)
def test_a_number_is_shown_as_it_is_written(open_site: Callable[..., Site], phone: str, shown: str) -> None:
    site = open_site({"a": reach({"type": "hall", "phone": phone}, phone=phone)})
    page = render_brand(site, site.catalogue.load("a")).decode()
    assert page.count(shown) == 2
    assert ("tel:" in page) == ("tel:" in shown)


@pytest.mark.parametrize(
    ("front", "settings", "captions"),
    [
        ({}, {}, []),
        ({}, {"site_url": "https://example.com/"}, ["扫码查看本页"]),
        (reach(WEB, HOTLINE), {}, ["扫码进入服务"]),
        (reach(HOTLINE), {}, ["扫码拨打 12345"]),
        (reach(HOTLINE, website=f"https://example.com/{'长' * 1500}"), {}, ["扫码拨打 12345"]),
        (reach(website=f"https://example.com/{'长' * 1500}"), {}, []),
    ],
)
def test_code_on_the_page(
    open_site: Callable[..., Site], front: dict[str, Any], settings: dict[str, str], captions: list[str]
) -> None:
    site = open_site({"a": front}, **settings)
    page = render_brand(site, site.catalogue.load("a")).decode()
    assert [caption for caption in ("扫码查看本页", "扫码进入服务", "扫码拨打 12345") if caption in page] == captions
    assert page.count('class="qr"') == len(captions)
