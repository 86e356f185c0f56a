"""The overlay: a script that the server adds to every page it sends, never to one that is published."""

from __future__ import annotations

import html
from collections.abc import Mapping
from pathlib import Path
from typing import Final

OWN: Final = "/__preview__/"
"""Where the server's own files lie; no page of a site has such an address."""
EVENTS: Final = f"{OWN}events"
ASSETS: Final = {f"{OWN}{name}": Path(__file__).parent / name for name in ("overlay.css", "overlay.js")}
"""The overlay's files, by address."""
_END: Final = b"</body>"


def inject_overlay(page: bytes, version: str) -> bytes:
    """A page with the overlay's script at its end; ``version`` names what the page shows."""
    tag = f'<script src="{OWN}overlay.js" data-version="{html.escape(version)}" defer></script>'.encode()
    end = page.rfind(_END)
    return page[:end] + tag + page[end:] if end >= 0 else page + tag


def draw_waiting(words: Mapping[str, str]) -> bytes:
    """The page for every address while there is no site to show."""
    title, text = html.escape(words["waiting"]), html.escape(words["patience"])
    return (
        '<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
        f'<meta name="color-scheme" content="light dark"><title>{title}</title>'
        '<body style="margin:20vh auto;max-width:36em;padding:0 20px;font:16px/1.75 sans-serif">'
        f"<h1>{title}</h1><p>{text}</p></body></html>"
    ).encode()
