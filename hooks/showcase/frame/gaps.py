"""What keeps the compiler from pouring its pages: frames that MkDocs was not told to draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from showcase.views.frame import FEEDBACK, FRAME_KEYS, SLOTS, Frame, FrameKey

_NO_HOME: Final = (
    "index.md: 首页的文件头要写 showcase: home / the front matter of the home page must hold showcase: home"
)
_NO_HOOK: Final = (
    "mkdocs.yml: hooks 里要有 hooks/compile_brands.py / hooks must name hooks/compile_brands.py, which draws the frames"
)
_NO_SLOTS: Final = (
    "mkdocs.yml: theme 的 custom_dir 要写 hooks/showcase/frame/theme"
    " / custom_dir of the theme must be hooks/showcase/frame/theme"
)


def iterate_gaps(frames: Mapping[FrameKey, Frame]) -> Iterator[str]:
    """A line for each cause why frames are missing or closed; nothing where every page can be poured."""
    # A site that asks for no feedback may have a page of its own there.
    missing = [key for key in FRAME_KEYS if key not in frames and key.tab != FEEDBACK]
    if any(key.tab for key in missing):
        yield _NO_HOOK
    elif missing:
        yield _NO_HOME
    if any(SLOTS.difference(frame.slots) for frame in frames.values()):
        yield _NO_SLOTS
