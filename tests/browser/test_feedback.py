"""Telling the site what one thinks: from a brand's page to the other end, with script and without."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import pytest
from playwright.sync_api import Page, expect


@pytest.mark.parametrize(("width", "script"), [(390, True), (1440, False)])
def test_the_form_reaches_the_other_end(
    visit: Callable[..., Page], small_address: str, other_end: str, visitors: Any, width: int, script: bool
) -> None:
    page = visit("brands/zheliban/", base=small_address, width=width, script=script)
    visitors.complaints.excused.add(other_end)
    page.get_by_role("link", name="填写反馈表").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("反馈")
    brand = page.get_by_label("关于哪个品牌")
    expect(brand).to_have_value("浙里办" if script else "")
    page.get_by_label("投诉").check()
    brand.fill("浙里办")
    page.get_by_label("想说的话").fill("第一行 & <第二>")
    boxes = page.locator(".tell :is(label, button)").evaluate_all("all => all.map((e) => e.offsetHeight)")
    assert min(boxes) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.get_by_role("button", name="发送给 localhost").click()
    expect(page).to_have_title("sent")
    sent = dict(parse_qsl(page.locator("pre").inner_text(), keep_blank_values=True))
    told = {"kind": "complaint", "brand": "浙里办", "text": "第一行 & <第二>", "contact": ""}
    assert sent == {**told, "page": f"{small_address}brands/zheliban/" if script else ""}
