"""Name seals: what of a name they show, and how it is set."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from showcase.views.face.palette import derive_palette
from showcase.views.face.seal import draw_seal, split_name

PALETTE = derive_palette("#c8102e")
SVG = "{http://www.w3.org/2000/svg}"
NAMES = {
    "办": "办",
    "公安": "公 安",
    "浙里办": "浙 里 办",
    "阳光国门": "阳 光 国 门",
    "最多跑一次": "最 多 跑 一 次",
    "心聚陇·州到办": "心 聚 陇 州 到 办",
    "一网通办 · 随申办": "一 网 通 办 随 申 办",
    "中国边检 阳光国门": "中 国 边 检 阳 光 国 门",
    "马上就办真抓实干好": "马 上 就 办 真 抓 实 干 好",
    "民声地税（示例）": "民 声 地 税",
    "晴天【示例】": "晴 天",
    "（示例）": "示 例",
    "放管服·一件事·帮办代办": "放 管 服",
    "上海市浦东新区企业服务中心": "上 海 市 浦",
    "12345 政务服务便民热线": "12345 政 务 服 务",
    "12306 铁路客服": "12306 铁 路 客 服",
    "浙里办2.0": "浙 里 办 2.0",
    "iXiamen": "i Xiamen",
    "e政通": "e 政 通",
    "Smart City": "Smart City",
    "R&D 服务": "R&D 服 务",
    "！": "！",
    "": "印",
}


@pytest.mark.parametrize(("name", "shown"), NAMES.items())
def test_the_distinctive_part_of_a_name_is_shown(name: str, shown: str) -> None:
    assert " ".join(split_name(name)) == shown


def places(name: str) -> dict[str, tuple[float, float]]:
    """The centre of each glyph in units of the viewBox, by the glyph."""
    found = {}
    for text in parse(draw_seal(name, PALETTE)).iter(f"{SVG}text"):
        scale = re.findall(r"[\d.]+", text.get("transform", "scale(1 1)"))
        across, down = float(scale[0]), float(scale[1])
        words = [text.text or ""] if text.get("textLength") else list(text.text or "")
        xs, ys = text.attrib["x"].split(), text.attrib["y"].split()
        assert len(xs) == len(words)
        assert len(ys) in {1, len(words)}
        for word, x, y in zip(words, xs, ys * (len(words) // len(ys)), strict=True):
            found[word] = (float(x) * across, (float(y) - float(text.attrib["font-size"]) * 0.36) * down)
    return found


def parse(svg: str) -> ET.Element:
    return ET.fromstring(svg.replace("<svg ", f'<svg xmlns="{SVG[1:-1]}" ', 1))


@pytest.mark.parametrize(
    "name", ["浙里办", "阳光国门", "最多跑一次", "心聚陇州到办", "一网通办随申好", "马上就办真抓实干好"]
)
def test_characters_read_downwards_in_columns_from_the_right(name: str) -> None:
    centres = [places(name)[character] for character in name]
    assert centres == sorted(centres, key=lambda centre: (-round(centre[0]), centre[1]))
    assert centres[0][0] > 48 > centres[-1][0]


def test_a_number_stands_in_its_own_row_above_characters_read_from_the_left() -> None:
    at = places("12306 铁路客服")
    assert at["12306"][0] == 48
    assert at["12306"][1] < at["铁"][1] < at["客"][1]
    assert at["铁"][0] < 48 < at["路"][0]


@pytest.mark.parametrize("name", [name for name in NAMES if name])
def test_every_glyph_lies_within_the_rim(name: str) -> None:
    assert all(10 <= part <= 86 for centre in places(name).values() for part in centre)


@pytest.mark.parametrize("name", NAMES)
def test_a_seal_is_small(name: str) -> None:
    assert len(draw_seal(name, PALETTE).encode()) < 700


@given(st.text(max_size=30))
def test_any_name_gets_a_seal_that_can_be_parsed(name: str) -> None:
    units = split_name(name)
    assert 1 <= len(units) <= 9
    ET.fromstring(re.sub(r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]", "", draw_seal(name, PALETTE)))


def test_words_are_fitted_and_text_is_escaped() -> None:
    svg = parse(draw_seal("Xiamen", PALETTE, label='厦门 "<&>"'))
    assert svg.find(f"{SVG}text").attrib["textLength"] == "76"  # type: ignore[union-attr]
    assert svg.attrib["aria-label"] == '厦门 "<&>"'


def test_a_label_makes_it_an_image_and_none_a_decoration() -> None:
    named, plain = (parse(draw_seal("浙里办", PALETTE, label=label)) for label in ("浙里办", None))
    assert (named.get("role"), named.get("aria-label"), named.get("aria-hidden")) == ("img", "浙里办", None)
    assert (plain.get("role"), plain.get("aria-label"), plain.get("aria-hidden")) == (None, None, "true")


def test_css_may_override_the_ground() -> None:
    ground = parse(draw_seal("浙里办", PALETTE)).find(f"{SVG}rect")
    assert ground is not None
    assert (ground.get("fill"), ground.get("style")) == (PALETTE.seal, None)
