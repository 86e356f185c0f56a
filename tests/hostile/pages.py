"""Reads a page strictly: every element closed in its turn, and nothing in it that could run, lead away or load."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

from hostile.case import EVIL

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Pages(HTMLParser):
    """Reads a page as a browser does, and notes what could run, lead away or load."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.open: list[str] = []
        self.harm: list[str] = []
        self.scripts = 0

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        if tag not in EMPTY:
            self.open.append(tag)
        self.scripts += tag == "script"
        if tag in ("iframe", "object", "embed", "base", "applet", "frame"):
            self.harm.append(f"<{tag}>")
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name.startswith("on") or name == "srcdoc":
                self.harm.append(f"{tag} {name}")
            if name in ("href", "src", "action", "srcset") and self.leads_astray(tag, value or ""):
                self.harm.append(f"{tag} {name}={value}")

    @staticmethod
    def leads_astray(tag: str, value: str) -> bool:
        if tag == "a" and value.startswith(("https://", "http://", "HTTP://", "mailto:", "tel:")):
            return False
        if tag == "link" and value.startswith("https://showcase.example.com/hostile/"):
            return EVIL in value  # The page's own address.
        return EVIL in value or bool(re.match(r"\s*(?:[\w+.-]+:|//|\\)", value))

    def handle_endtag(self, tag: str) -> None:
        if tag not in EMPTY:
            assert self.open.pop() == tag
