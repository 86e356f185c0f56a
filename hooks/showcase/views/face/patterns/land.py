"""Land: far hills (远山) and terraced fields (梯田)."""

from __future__ import annotations

from showcase.views.face.brush import Brush, trace_ridge


def draw_hills(brush: Brush) -> str:
    """Four ridges one behind the other, each lost in mist at its foot, under a moon."""
    layers = [
        brush.sky(brush.inks[2]),
        brush.moon(brush.between(745, 830), brush.between(96, 140), brush.between(38, 48)),
    ]
    for index, (top, rise) in enumerate(((205, 62), (262, 54), (318, 40))):
        layers.append(brush.blend(f"h{index}", brush.inks[3 - index], brush.inks[4 - index]))
        layers.append(f'<path fill="{brush.url(f"h{index}")}" d="{_trace_hill(brush, top, rise, index)}V420H-150"/>')
    layers.append(f'<path fill="{brush.inks[0]}" d="{_trace_hill(brush, 374, 26, 1)}V420H-150"/>')
    return "".join(layers)


def _trace_hill(brush: Brush, top: int, rise: int, turn: int) -> str:
    """A ridge whose peaks grow to the right; each begins at another turn, so that no two run alike."""
    points = [(-150, top)]
    for step in range(1, 7):
        x = step * 222 - 220 + turn * 76 % 140 + brush.near(0, 40)
        height = rise * (3 + step) // 6 * brush.between(60, 125) // 100
        points.append((x, top + (height if (step + turn) % 2 else -height)))
    return trace_ridge([*points, (1400, top)], 82)


def draw_terraces(brush: Brush) -> str:
    """Fields step by step down a slope (梯田), the water in them taking more of the light the nearer they lie to it."""
    slope = (10, 34, 96, 168, 120)
    bays = [brush.near(0, 14) for _ in slope]
    fields = []
    for index in range(8):
        points = [
            (step * 350 - 100, 262 + index * 22 - height * (10 - index) // 10 + bays[step] * (index % 3 - 1) * 2 // 3)
            for step, height in enumerate(slope)
        ]
        fields.append(f'<path fill="{brush.url("tuv"[index % 3])}" d="{trace_ridge(points, 150)}V430H-100"/>')
    sky = brush.spread("t", brush.inks[2]) + brush.ground(brush.url("t"))
    shades = brush.spread("u", brush.inks[4], like="t") + brush.spread("v", brush.inks[3], like="t")
    light = brush.moon(brush.between(750, 800), brush.between(74, 88), 38)
    return f'{sky}{light}{shades}<g stroke="{brush.base}" stroke-width="3">{"".join(fields)}</g>'
