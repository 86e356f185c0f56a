"""The site's own stylesheet and script: bundled from their parts, named by their content."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "assets"
_COMMENT: Final = re.compile(r"/\*.*?\*/", re.DOTALL)
_STYLES: Final = (
    "tokens.css",
    "chrome.css",
    "glyphs.css",
    "parts.css",
    "home.css",
    "listing.css",
    "facets.css",
    "figures.css",
    "feedback.css",
    "brand.css",
    "prose.css",
    "elder.css",
    "print.css",
)
_SCRIPTS: Final = ("leaving.js", "elder.js", "showcase.js", "facets.js", "feedback.js")


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that every page uses."""

    kind: str
    """``style`` or ``script``."""
    path: str
    """Path below the root of the site; its name changes with its content, so that it may be cached for ever."""
    content: bytes


@cache
def bundle_assets() -> tuple[Asset, ...]:
    """The stylesheet and the script, the same bytes for the same parts."""
    style = "\n".join(_squeeze((FOLDER / name).read_text("utf-8")) for name in _STYLES)
    script = "\n".join((FOLDER / name).read_text("utf-8") for name in _SCRIPTS)
    return (_asset("style", "css", style), _asset("script", "js", script))


def _squeeze(css: str) -> str:
    """A stylesheet without comments, indentation and empty lines."""
    lines = (line.strip() for line in _COMMENT.sub("", css).splitlines())
    return "\n".join(line for line in lines if line)


def _asset(kind: str, suffix: str, text: str) -> Asset:
    content = f"{text}\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(kind, f"assets/showcase/{kind}.{digest}.{suffix}", content)
