"""Finds in a page what a browser runs or loads, and what it would give to the theme's script."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Final

_RUNS: Final = re.compile(r"(?:module|(?:text|application)/(?:java|ecma)script)?", re.IGNORECASE)
"""Types of scripts that run; others are data, and need no leave."""
_ELSEWHERE: Final = re.compile(r"\s*(?:https?:)?[/\\]{2}", re.IGNORECASE)
_LOADED: Final = {
    "audio": ("src",),
    "embed": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "input": ("src",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "video": ("src", "poster"),
}
"""Attributes whose address a browser loads by itself."""
_ACTIVE: Final = frozenset(
    {"applet", "base", "embed", "form", "frame", "frameset", "iframe", "link", "object", "script"}
)
"""Elements that run, lead away or load, whatever they hold."""
_OWN_IDS: Final = re.compile(r"main|__.*", re.DOTALL)
"""Names by which the theme's script and the skip link find their parts of a page."""


class PageReader(HTMLParser):
    """Reads a page, or a part of one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        """The texts of the inline scripts that run."""
        self.handlers: list[str] = []
        self.foreign: list[str] = []
        self.active: list[str] = []
        """Names of elements that a text has no need of."""
        self.taken: list[str] = []
        """What would take the place of a part of the theme: ids, hooks of its script, what it loads code for."""
        self._running = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at an element."""
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name.startswith("on") or re.match(r"\s*javascript\s*:", value, re.IGNORECASE):
                self.handlers.append(f'<{tag} {name}="{shorten(value)}">')
        loaded = _LOADED.get(tag, ())
        if tag == "link" and {"stylesheet", "icon", "preload", "manifest"} & set(given.get("rel", "").lower().split()):
            loaded = ("href",)
        self.foreign += [shorten(given[name]) for name in loaded if is_elsewhere(given.get(name, ""))]
        self._note_active(tag, given)
        self._running = tag == "script" and "src" not in given and bool(_RUNS.fullmatch(given.get("type", "").strip()))
        if self._running:
            self.scripts.append("")

    def _note_active(self, tag: str, given: dict[str, str]) -> None:
        if tag in _ACTIVE or (tag == "meta" and "http-equiv" in given):
            self.active.append(tag)
        self.taken += [f"{name}" for name in given if name.startswith("data-md-")]
        self.taken += [f"{name}={given[name]}" for name in ("id", "name") if _OWN_IDS.fullmatch(given.get(name, ""))]
        if "mermaid" in given.get("class", "").lower().split():
            self.taken.append("class=mermaid")

    def handle_data(self, data: str) -> None:
        """Takes the text of a script."""
        if self._running:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Ends a script."""
        self._running = self._running and tag != "script"


def is_elsewhere(address: str) -> bool:
    """Whether a browser would ask another host for it."""
    return _ELSEWHERE.match(address) is not None


def shorten(text: str) -> str:
    """A text on one line that is not too long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"
