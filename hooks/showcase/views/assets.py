"""The site's own stylesheet and script: bundled from their parts, named by their content."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from showcase.language import N_, load_translations
from showcase.model.vocabulary import DEFAULT_LOCALE
from showcase.views.icons import write_glyphs
from showcase.views.json_text import dump_json
from showcase.views.short_script import shorten_script

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
    "search.css",
    "figures.css",
    "feedback.css",
    "brand.css",
    "prose.css",
    "elder.css",
    "print.css",
)
_SCRIPTS: Final = (
    "opened.js",
    "loading.js",
    "leaving.js",
    "elder.js",
    "showcase.js",
    "facets.js",
    "feedback.js",
    "search.js",
)
_SAID: Final = {
    "label": N_("Find a brand"),
    "hint": N_("Name, agency, what you need to have done, pinyin or its initials"),
    "close": N_("Close"),
    "keys": N_("Up and down choose, Enter opens, Esc closes"),
    "loading": N_("Searching…"),
    "found": N_("# found"),
    "near": N_("# come near"),
    "none": N_("Nothing found. Try fewer characters, or go by service area."),
    "failed": N_("The search index could not be loaded."),
    "all": N_("All brands"),
    "narrow": N_("Narrow down"),
    "more": N_("# more"),
    "brands": N_("Brands"),
    "needs": N_("What can be done"),
    "nearby": N_("No name or matter has all of it. What comes near:"),
    "agencies": N_("Agencies"),
    "areas": N_("Service areas"),
    "pages": N_("Pages and news"),
    "count": N_("# brands"),
    "news": N_("News"),
    "text": N_("In the full text"),
    "newest": N_("Newest first"),
    "textToo": N_("Search the full text too"),
    "textFailed": N_("The full text could not be searched."),
    "address": N_("Copy this address"),
    "picture": N_("Save as a picture"),
    "hold": N_("Press the picture for a while to save it, and hand it on in WeChat or print it."),
    "pictureOf": N_("Picture of #: name, slogan, agency and code"),
    "download": N_("Download the picture"),
    "drawing": N_("Drawing…"),
    "pictureFailed": N_("It could not be drawn"),
}
"""What the dialogs of the search and of a brand's picture say; ``#`` stands for a number, or a name."""
FULLTEXT: Final = "fulltext"
"""Kind of the script of the full-text search, which is loaded by whoever searches."""


class Asset(NamedTuple):
    """A file that every page uses."""

    kind: str
    """``style``, ``script``, or what is loaded by whoever asks for it: ``find``, ``fulltext``, ``picture``."""
    path: str
    """Path below the root of the site; its name changes with its content, so that it may be cached for ever."""
    content: bytes


@cache
def bundle_assets(locale: str = DEFAULT_LOCALE) -> tuple[Asset, ...]:
    """The stylesheet and the scripts, the same bytes for the same parts; what they say is in a locale."""
    style = "\n".join([*map(_squeeze, _STYLES), *write_glyphs()])
    find, fulltext, picture = (_asset(kind, "js", _shorten(f"{kind}.js")) for kind in ("find", FULLTEXT, "picture"))
    text = load_translations("site", locale).gettext
    said = {"find": find.path, "draw": picture.path, **{key: text(message) for key, message in _SAID.items()}}
    script = "\n".join([f"window.showcase={{said:{dump_json(said)}}};", *map(_shorten, _SCRIPTS)])
    return (_asset("style", "css", style), _asset("script", "js", script), find, fulltext, picture)


def _squeeze(name: str) -> str:
    """A stylesheet without comments, indentation and empty lines."""
    lines = (line.strip() for line in _COMMENT.sub("", (FOLDER / name).read_text("utf-8")).splitlines())
    return "\n".join(line for line in lines if line)


def _shorten(name: str) -> str:
    return shorten_script((FOLDER / name).read_text("utf-8"))


def _asset(kind: str, suffix: str, text: str) -> Asset:
    content = f"{text}\n".encode()
    digest = hashlib.sha256(content).hexdigest()[:10]
    return Asset(kind, f"assets/showcase/{kind}.{digest}.{suffix}", content)
