"""What keeps pages from being poured: frames that are missing, or have no slots."""

import pytest

from showcase.frame.gaps import iterate_gaps
from showcase.views.frame import FRAME_KEYS, Frame, FrameKey

OPEN = Frame.cut("<!--slot:title--><!--slot:head--><!--slot:main-->")
CLOSED = Frame.cut("<!--slot:title--><!--slot:head-->")
HOME = FrameKey("", 0)
ALL = dict.fromkeys(FRAME_KEYS, OPEN)


@pytest.mark.parametrize(
    ("frames", "told"),
    [
        pytest.param(ALL, [], id="all well"),
        pytest.param({}, ["compile_brands.py"], id="no hook"),
        pytest.param({key: OPEN for key in FRAME_KEYS if key != HOME}, ["showcase: home"], id="no home"),
        pytest.param({HOME: OPEN}, ["compile_brands.py"], id="home alone"),
        pytest.param(dict.fromkeys(FRAME_KEYS, CLOSED), ["custom_dir"], id="no slots"),
        pytest.param({**ALL, FrameKey("brands", 2): CLOSED}, ["custom_dir"], id="one closed"),
    ],
)
def test_gaps(frames: dict[FrameKey, Frame], told: list[str]) -> None:
    gaps = list(iterate_gaps(frames))
    assert len(gaps) == len(told)
    assert all(word in gap for word, gap in zip(told, gaps, strict=True))
