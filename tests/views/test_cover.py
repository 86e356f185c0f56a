"""Covers: the same for a seed, small, calm where text stands, and safe beside other covers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pytest

from showcase.views.face.brush import Brush, trace_ridge, write_number
from showcase.views.face.cover import choose_family, draw_cover, draw_family
from showcase.views.face.palette import derive_palette, measure_contrast, measure_luminance
from showcase.views.face.patterns import FAMILIES

COLORS = ["#1b66d6", "#c8102e", "#ffd400", "#ffff00", "#00ff00", "#ffffff", "#000000", "#808080", "#ffc0cb", "#001a4d"]
SEEDS = ["浙里办", "zhe-li-ban", "", "12345", "a", "b"]
PALETTE = derive_palette("#1b66d6")
CALM = 1200 * 55 // 100

every_family = pytest.mark.parametrize("family", sorted(FAMILIES))


def test_there_are_at_least_eight_families_and_seeds_reach_them_all_alike() -> None:
    counts = Counter(choose_family(f"brand-{number}") for number in range(1300))
    assert len(counts) == len(FAMILIES) >= 8
    assert min(counts.values()) > 60


def test_a_seed_always_gets_the_same_cover_and_another_seed_another() -> None:
    assert draw_cover("浙里办", PALETTE) == draw_cover("浙里办", PALETTE)
    assert len({draw_cover(str(seed), PALETTE) for seed in range(50)}) == 50


@every_family
def test_within_a_family_seeds_differ(family: str) -> None:
    assert len({draw_family(family, str(seed), PALETTE) for seed in range(20)}) > 10


@every_family
@pytest.mark.parametrize("seed", SEEDS)
def test_it_is_small_whole_and_asks_for_nothing(family: str, seed: str) -> None:
    svg = draw_family(family, seed, PALETTE)
    root = ET.fromstring(svg)
    assert len(svg) <= 1700
    assert (root.get("class"), root.get("viewBox"), root.get("aria-hidden")) == ("cover", "0 0 1200 420", "true")
    assert root.get("preserveAspectRatio") == "xMidYMid slice"
    assert not re.search(r"<text|<style|<script|https?:", svg)


@every_family
def test_every_id_has_the_prefix_and_every_reference_an_id(family: str) -> None:
    svg = draw_family(family, "浙里办", PALETTE, prefix="c-zlb")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids)) > 0
    assert all(re.fullmatch(r"c-zlb[a-z][0-9]?", name) for name in ids)
    assert set(re.findall(r'(?:url\(|href=")#([^")]+)', svg)) == set(ids)


@every_family
@pytest.mark.parametrize("color", COLORS)
def test_white_can_be_read_on_every_colour_but_light(family: str, color: str) -> None:
    palette = derive_palette(color)
    used = set(re.findall(r"#[0-9a-f]{6}\b", draw_family(family, "浙里办", palette))) - {palette.cover_glow}
    assert used
    assert [ink for ink in used if measure_contrast(measure_luminance(ink), 1) < 4.5] == []


def walk_lights(element: ET.Element, glow: str, x: float, fill: str, parts: dict[str, ET.Element]) -> Iterator[float]:
    """The abscissa of every place where something filled with light stands, its left edge if it is a circle."""
    fill = element.get("fill", fill)
    moved = re.match(r"translate\((-?\d+)|matrix\(\S+ 0 0 \S+ (-?\d+)", element.get("transform", ""))
    x += float(moved[1] or moved[2]) if moved else float(element.get("x", 0))
    if element.tag == "use":
        yield from walk_lights(parts[element.attrib["href"][1:]], glow, x, fill, parts)
    elif fill == glow and element.tag == "circle":
        yield (
            x + float(element.attrib["cx"]) - float(element.attrib["r"]) * (0 if element.get("opacity") == ".1" else 1)
        )
    elif fill == glow and element.tag == "path":
        yield x
    for child in element:
        if element.tag != "defs":
            yield from walk_lights(child, glow, x, fill, parts)


@every_family
@pytest.mark.parametrize("seed", [*SEEDS, *map(str, range(20))])
def test_light_stands_to_the_right_of_the_text(family: str, seed: str) -> None:
    root = ET.fromstring(draw_family(family, seed, PALETTE))
    parts = {part.attrib["id"]: part for part in root.iter() if part.get("id")}
    assert [x for x in walk_lights(root, PALETTE.cover_glow, 0, "", parts) if x < CALM] == []


def test_a_ridge_runs_smoothly_through_its_points() -> None:
    assert trace_ridge([(0, 100), (100, 60), (200, 90)], 40) == "M0 100s60-40 100-40 60 30 100 30"


def test_a_factor_is_as_short_as_can_be() -> None:
    assert [write_number(value) for value in (1, 0.5, 0.294, 1.3, 1.36, 10)] == ["1", ".5", ".29", "1.3", "1.36", "10"]


def test_chance_stays_in_its_range_and_reaches_its_ends() -> None:
    brush = Brush("浙里办", PALETTE, "c")
    assert {brush.between(-2, 3) for _ in range(300)} == set(range(-2, 4))
    assert {brush.near(10, 1) for _ in range(100)} == {9, 10, 11}
