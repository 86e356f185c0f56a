"""Icons of our own drawing: outlines on a grid of 24 units, one stroke, in the colour of the text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

ICONS: Final[Mapping[str, str]] = MappingProxyType(
    {
        # Service areas (服务领域).
        "desk": "M3 20h18M5 20v-7h14v7M9 20v-3h6v3M12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
        "phone": (
            "M6.5 3.5h2.2a1 1 0 0 1 1 .8l.7 3a1 1 0 0 1-.4 1l-1.6 1.2a12 12 0 0 0 6.1 6.1l1.2-1.6a1 1 0 0 1 1-.4"
            "l3 .7a1 1 0 0 1 .8 1v2.2a2 2 0 0 1-2.1 2A16.5 16.5 0 0 1 4.5 5.6a2 2 0 0 1 2-2.1z"
        ),
        "shield": "M12 3l7.5 2.7v5.8c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.5V5.7zM8.7 11.9l2.4 2.4 4.4-4.7",
        "receipt": "M5 3.5h14v17l-2.3-1.5-2.4 1.5-2.3-1.5-2.3 1.5-2.4-1.5L5 20.5zM9 8h6M9 11.5h6M9 15h3",
        "road": "M8.5 4L3.5 20M15.5 4l5 16M12 4v2.5M12 10.5v3M12 17.5V20",
        "scales": "M12 3.5v17M7.5 20.5h9M5 6.5h14M5 6.5l-2.5 7a2.7 2.7 0 0 0 5 0zM19 6.5l-2.5 7a2.7 2.7 0 0 0 5 0z",
        "stamp": (
            "M4.5 20.5h15M5.5 17v-2a1.5 1.5 0 0 1 1.5-1.5h10a1.5 1.5 0 0 1 1.5 1.5v2z"
            "M10 13.5V10c0-.8-1.5-2-1.5-3.5a3.5 3.5 0 0 1 7 0c0 1.5-1.5 2.7-1.5 3.5v3.5"
        ),
        "letter": (
            "M5 5.5h14A1.5 1.5 0 0 1 20.5 7v10a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 17V7A1.5 1.5 0 0 1 5 5.5z"
            "M4 6.5l8 6.5 8-6.5"
        ),
        "passport": (
            "M7 3.5h10a1.5 1.5 0 0 1 1.5 1.5v14a1.5 1.5 0 0 1-1.5 1.5H7a1.5 1.5 0 0 1-1.5-1.5V5A1.5 1.5 0 0 1 7 3.5z"
            "M12 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM8.5 10h7M9.5 17h5"
        ),
        "wave": (
            "M2.5 8c2.4 0 2.4-2 4.75-2s2.4 2 4.75 2 2.4-2 4.75-2 2.4 2 4.75 2"
            "M2.5 13c2.4 0 2.4-2 4.75-2s2.4 2 4.75 2 2.4-2 4.75-2 2.4 2 4.75 2"
            "M2.5 18c2.4 0 2.4-2 4.75-2s2.4 2 4.75 2 2.4-2 4.75-2 2.4 2 4.75 2"
        ),
        "heart": "M12 20C7 16.5 3.5 13.3 3.5 9.3A4.6 4.6 0 0 1 12 6.8a4.6 4.6 0 0 1 8.5 2.5c0 4-3.5 7.2-8.5 10.7z",
        "home": "M3.5 11.5L12 4l8.5 7.5M5.5 10v10h13V10M10 20v-5.5h4V20",
        # What a visitor can do.
        "search": "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
        "share": (
            "M12 14.5V3.5M8 7l4-3.5L16 7"
            "M7.5 10.5H6A1.5 1.5 0 0 0 4.5 12v7A1.5 1.5 0 0 0 6 20.5h12a1.5 1.5 0 0 0 1.5-1.5v-7"
            "a1.5 1.5 0 0 0-1.5-1.5h-1.5"
        ),
        "external": (
            "M14 4h6v6M20 4l-9 9M17.5 13.5v5A1.5 1.5 0 0 1 16 20H5.5A1.5 1.5 0 0 1 4 18.5V8a1.5 1.5 0 0 1 1.5-1.5h5"
        ),
        "arrow-right": "M4 12h16M14 6l6 6-6 6",
        "arrow-left": "M20 12H4M10 6l-6 6 6 6",
        "print": "M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7zM16.5 11.3h.5",
        "sun": (
            "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4"
            "M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"
        ),
        "moon": "M20 14.3A8.5 8.5 0 0 1 9.7 4a8.5 8.5 0 1 0 10.3 10.3z",
        "close": "M5.5 5.5l13 13M18.5 5.5l-13 13",
        "menu": "M4 6.5h16M4 12h16M4 17.5h16",
        "filter": "M4 7h8M16 7h4M4 17h4M12 17h8M14 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM10 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
        "check": "M4.5 12.5l5 5 10-11",
        # Channels of service and of supervision.
        "web": (
            "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17"
            "M12 3.5c-4.5 4.7-4.5 12.3 0 17 4.5-4.7 4.5-12.3 0-17z"
        ),
        "app": "M8.5 2.5h7a2 2 0 0 1 2 2v15a2 2 0 0 1-2 2h-7a2 2 0 0 1-2-2v-15a2 2 0 0 1 2-2zM11 18.5h2",
        "miniprogram": (
            "M4 4h6.5v6.5H4zM4 13.5h6.5V20H4zM13.5 13.5H20V20h-6.5zM16.75 3.5l3.25 3.25-3.25 3.25-3.25-3.25z"
        ),
        "hotline": "M4 13.5V12a8 8 0 0 1 16 0v1.5M4 13h3.5v5.5H4zM16.5 13H20v5.5h-3.5zM20 18.5c0 1.5-1 2.5-3 2.5h-3.5",
        "hall": "M3.5 9.5L12 4l8.5 5.5zM4 20.5h16M6.5 9.5v8M10.2 9.5v8M13.8 9.5v8M17.5 9.5v8",
        "kiosk": (
            "M7 3.5h10a1.5 1.5 0 0 1 1.5 1.5v8h-13V5A1.5 1.5 0 0 1 7 3.5zM9.5 13l-1.5 7.5h8l-1.5-7.5"
            "M9 8.5l2 2 4-4M6 20.5h12"
        ),
        "email": (
            "M12 15.7a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4z"
            "M15.7 8.3v5.2a2.4 2.4 0 0 0 4.8 0V12a8.5 8.5 0 1 0-3.5 6.9"
        ),
        "other": (
            "M6 12.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4zM12 12.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4z"
            "M18 12.7a.7.7 0 1 0 0-1.4.7.7 0 0 0 0 1.4z"
        ),
        "praise": (
            "M3.5 10.5h3v9.5h-3z"
            "M6.5 11l4-7.5c1.6 0 2.5 1.2 2.2 2.7l-.7 3.3h6a2 2 0 0 1 2 2.4l-1.2 6.5a2 2 0 0 1-2 1.6H6.5"
        ),
        "suggest": (
            "M5.5 4.5h13A1.5 1.5 0 0 1 20 6v9a1.5 1.5 0 0 1-1.5 1.5h-7L7 20.5v-4H5.5A1.5 1.5 0 0 1 4 15V6"
            "a1.5 1.5 0 0 1 1.5-1.5z"
            "M8.5 8.5h7M8.5 12.3h4"
        ),
        "supervise": (
            "M2.5 12c2.3-4.3 5.6-6.5 9.5-6.5s7.2 2.2 9.5 6.5c-2.3 4.3-5.6 6.5-9.5 6.5S4.8 16.3 2.5 12z"
            "M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z"
        ),
        # Facts.
        "clock": "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.5V12l3.2 2",
        "pin": (
            "M12 21c4.5-4.7 6.8-8.3 6.8-11.2a6.8 6.8 0 0 0-13.6 0C5.2 12.7 7.5 16.3 12 21z"
            "M12 12.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8z"
        ),
        "document": (
            "M13.5 3.5H7A1.5 1.5 0 0 0 5.5 5v14A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V8.5zM13.5 3.5v5h5"
            "M9 12.5h6M9 16h6"
        ),
        "medal": "M12 20.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11zM9 10.2L6 3.5h4L12 8l2-4.5h4l-3 6.7M12 13v4",
        "quote": "M10 6.5c-3.3.7-5.5 3-5.5 6.7V17.5h6v-6h-3M20 6.5c-3.3.7-5.5 3-5.5 6.7V17.5h6v-6h-3",
    }
)
"""Path data by name."""

GLYPHS: Final = (
    "phone",
    "external",
    "share",
    "web",
    "app",
    "miniprogram",
    "hotline",
    "hall",
    "kiosk",
    "email",
    "other",
    "check",
    "medal",
    "document",
    "supervise",
    "pin",
    "desk",
    "arrow-left",
    "arrow-right",
    "filter",
    "close",
)
"""Icons that the stylesheet holds as well, since brand pages or listings show them: a dozen of them a page."""

_IN_ADDRESS: Final = str.maketrans({sign: f"%{ord(sign):02X}" for sign in "<>#"})
"""What an address within quotation marks cannot hold as it is."""
_DOT: Final = "M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"


@cache
def icon(name: str) -> str:
    """Inline SVG of an icon, a small dot for an unknown name; ``aria-hidden``, for words stand beside it.

    CSS rounds its strokes by ``.icon``; size and colour stand here for whoever reads a page without it.
    """
    return (
        '<svg class="icon" viewBox="0 0 24 24" width="24" height="24" fill="none" stroke="currentColor" '
        'aria-hidden="true">'
        f'<path d="{ICONS.get(name, _DOT)}"/></svg>'
    )


@cache
def glyph(name: str) -> str:
    """An icon of which the stylesheet holds the drawing, a tenth as long; inline SVG for any other."""
    return f'<i class="icon icon--{name}"></i>' if name in GLYPHS else icon(name)


def write_glyphs() -> Iterator[str]:
    """The rules of the stylesheet that hold what :func:`glyph` shows, for a mask over the colour of the text."""
    for name in GLYPHS:
        drawing = (
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24' fill='none' stroke='#000' stroke-width='1.75' "
            f"stroke-linecap='round' stroke-linejoin='round'><path d='{ICONS[name]}'/></svg>"
        )
        yield f'.icon--{name} {{ --glyph: url("data:image/svg+xml,{drawing.translate(_IN_ADDRESS)}"); }}'
