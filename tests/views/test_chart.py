"""Charts: what they say without colour, and lengths that follow the numbers."""

import re

import pytest

from showcase.views.chart import Row, draw_bars, draw_columns
from showcase.views.figures_page import Line, fill_years


def read_texts(chart: str) -> list[str]:
    return re.findall(r"<(?:span|b)>([^<]*)</", chart)


def read_lengths(chart: str) -> list[float]:
    return [float(length) for length in re.findall(r"--n:([\d.]+)", chart)]


def draw_years(count: int, number: int = 1) -> str:
    return draw_columns([Row(str(2023 - count + 1 + place), number) for place in range(count)], "年")


def test_bars_say_label_and_number() -> None:
    chart = draw_bars([Row("水利", 3), Row("<政务>", 12), Row("无", 0)], '各"领域"')
    assert read_texts(chart) == ["水利", "3", "&lt;政务&gt;", "12", "无", "0"]
    assert 'role="img" aria-label="各&quot;领域&quot;"' in chart
    assert read_lengths(chart) == [0.25, 1, 0]


def test_those_that_tell_nothing_are_drawn_apart() -> None:
    told, rest = draw_bars([Row("市级", 3), Row("未注明", 1, is_rest=True)], "级别").split("未注明")
    assert "chart__rest" not in told
    assert "chart__rest" in rest


@pytest.mark.parametrize("draw", [draw_bars, draw_columns])
def test_nothing_makes_no_bar(draw: object) -> None:
    assert callable(draw)
    assert read_texts(draw([], "年")) == []


@pytest.mark.parametrize(
    ("count", "years"),
    [
        (1, ["2023"]),
        (5, ["2019", "2020", "2021", "2022", "2023"]),
        (9, ["2015", "2017", "2019", "2021", "2023"]),
        (60, ["1978", "1993", "2008", "2023"]),
    ],
)
def test_so_many_years_are_written_as_a_telephone_has_room_for(count: int, years: list[str]) -> None:
    assert [text for text in read_texts(draw_years(count)) if len(text) == 4] == years


@pytest.mark.parametrize(
    ("count", "number", "is_written", "is_many"),
    [(30, 1, True, False), (31, 1, True, True), (40, 1, True, True), (41, 1, False, True), (21, 10, False, True)],
)
def test_numbers_stand_above_columns_where_they_have_room(
    count: int, number: int, is_written: bool, is_many: bool
) -> None:
    chart = draw_years(count, number)
    assert (f"<b>{number}</b>" in chart) is is_written
    assert ("chart--many" in chart) is is_many


def test_years_without_a_brand_are_drawn_too() -> None:
    rows = fill_years([Line("2014", 2), Line("2011", 1)])
    assert rows == [Row("2011", 1), Row("2012", 0), Row("2013", 0), Row("2014", 2)]
