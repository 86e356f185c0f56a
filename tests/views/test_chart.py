"""Charts: what they say without colour, and sizes that follow the numbers."""

import re
from xml.etree import ElementTree

import pytest

from showcase.views.chart import draw_bars, draw_columns
from showcase.views.figures_page import Line, fill_years


def read_texts(svg: str) -> list[str]:
    return [node.text or "" for node in ElementTree.fromstring(svg).iter("text")]


def test_bars_say_label_and_number() -> None:
    svg = draw_bars([("水利", 3), ("<政务>", 12), ("无", 0)], '各"领域"')
    assert read_texts(svg) == ["水利", "3", "<政务>", "12", "无", "0"]
    assert ElementTree.fromstring(svg).get("aria-label") == '各"领域"'
    widths = [float(width) for width in re.findall(r'<rect [^>]*width="([\d.]+)"', svg)]
    assert widths[0] == pytest.approx(widths[1] / 4, abs=0.1)
    assert widths[2] > 0


@pytest.mark.parametrize("draw", [draw_bars, draw_columns])
@pytest.mark.parametrize("count", [0, 1, 3, 90])
def test_nothing_leaves_the_picture(draw: object, count: int) -> None:
    assert callable(draw)
    svg = ElementTree.fromstring(draw([(f"{1950 + place}", place) for place in range(count)], "年"))
    _, _, width, height = map(float, (svg.get("viewBox") or "").split())
    for node in svg.iter("rect"):
        x, y, wide, high = (float(node.get(name) or "nan") for name in ("x", "y", "width", "height"))
        assert x >= 0
        assert y >= 0
        assert x + wide <= width
        assert y + high <= height
    for node in svg.iter("text"):
        if node.get("text-anchor") == "middle":
            half = len(node.text or "") * 0.6 * 14 / 2
            assert half - 0.1 <= float(node.get("x") or "nan") <= width - half + 0.1


def test_a_long_label_is_cut() -> None:
    (label, _) = read_texts(draw_bars([("很长很长很长很长很长很长的名称", 1)], "名"))
    assert label == "很长很长很长很长很…"


def test_many_years_are_not_all_written() -> None:
    texts = read_texts(draw_columns([(str(year), 100) for year in range(1960, 2024)], "年"))
    assert texts[-1] == "2023"
    assert len(texts) < 12


def test_years_without_a_brand_are_drawn_too() -> None:
    assert fill_years([Line("2014", 2), Line("2011", 1)]) == [("2011", 1), ("2012", 0), ("2013", 0), ("2014", 2)]
