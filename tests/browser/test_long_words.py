"""Long figures, units and lines: they keep to their place at every width."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]

LONG = """---
name: 长数
agency: china-railway
category: transport
slogan: 再长的数也放得下
summary: 四项承诺，两项成效，数字、单位和正文里的代码都很长，窄屏幕上也放得下。
service:
  commitments:
    - {text: 单笔补贴最高, limit: 10000, unit: 元以内}
    - {text: 全年服务, limit: 365, unit: 天}
    - {text: 热线接通, limit: 99.98765, unit: "%"}
    - {text: 群众诉求办结, limit: 15, unit: 个法定工作日内}
results:
  - {label: 累计办件, value: 12345678, unit: 件次, period: 2023, source: 总结}
  - {label: 资金, value: 1234567.89, unit: 万元人民币, period: 2023, source: 总结}
  - {label: 退税, value: 9876543210.55, unit: 元, period: 2023, source: 总结}
  - {label: 满意率, value: 99.98765, unit: "%", period: 2023, source: 总结}
sources: [{title: 报道}]
---
正文。

```
REPEATED
```

| 项目 | 年初 | 年中 | 年末 | 合计 | 说明 |
| --- | --- | --- | --- | --- | --- |
| 办件量 | 123456789.00 | 123456789.00 | 123456789.00 | 123456789.00 | 各窗口和网上办理的全部事项合计 |
""".replace("REPEATED", "缩进的一段话，" * 40)

RUNS_OVER = """() => {
    const over = [...document.querySelectorAll(".vows b, .figures dd, .vows small, .figures small, .story pre")].filter(
        one => { const card = one.closest("li, .figures > div, .story").getBoundingClientRect();
                 return one.getBoundingClientRect().right > card.right + 1 || one.scrollWidth > one.clientWidth + 1
                     && getComputedStyle(one).display !== "inline"; });
    return over.map(one => one.textContent.slice(0, 20)); }"""
BROKEN = """() => [...document.querySelectorAll(".vows b, .figures dd:not(.figures__from)")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(document.createTreeWalker(one, NodeFilter.SHOW_TEXT).nextNode());
    return new Set([...range.getClientRects()].map(line => line.top)).size !== 1; }).map(one => one.textContent)"""
CELLS = """() => [...document.querySelectorAll(".story td")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one);
    return /[0-9]/.test(one.textContent) && range.getClientRects().length !== 1; }).map(one => one.textContent)"""
# A sign of per cent stands right behind its number.
PARTED = """() => [...document.querySelectorAll(":is(.vows b, .figures dd) > span small")].filter(one => {
    const range = document.createRange();
    range.selectNodeContents(one.previousSibling);
    const [number, sign] = [range.getBoundingClientRect(), one.getBoundingClientRect()];
    return sign.top > number.bottom || sign.left > number.right + 8; }).map(one => one.parentNode.textContent)"""


@pytest.fixture(scope="session")
def long_address(host: str, sites: Path, tmp_path_factory: pytest.TempPathFactory, run: Callable[..., Result]) -> str:
    project = tmp_path_factory.mktemp("long")
    for name in ("docs", "hooks", "mkdocs.yml"):
        (project / name).symlink_to(ROOT / name)
    (project / "brands").mkdir()
    (project / "brands/_catalogue.yml").symlink_to(ROOT / "brands/_catalogue.yml")
    (project / "brands/changshu.md").write_text(LONG, encoding="utf-8")
    result = run(project, "build", "--jobs", "1", "--skip-invalid", "--site", str(sites / "long"))
    assert (sites / "long/brands/changshu/index.html").is_file(), result.output
    return f"{host}/long/"


@pytest.mark.parametrize("elder", [False, True])
@pytest.mark.parametrize("width", [320, 390, 820, 1440])
def test_nothing_long_leaves_its_place(
    visit: Callable[..., Page], long_address: str, width: int, *, elder: bool
) -> None:
    page = visit("brands/changshu/", base=long_address, width=width)
    if elder:
        page.evaluate("document.documentElement.classList.add('elder')")
    assert page.evaluate(RUNS_OVER) == []
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(PARTED) == []
    assert page.evaluate(CELLS) == []
    assert page.locator(":is(.vows b, .figures dd) > span small").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") == width
