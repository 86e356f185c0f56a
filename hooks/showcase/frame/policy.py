"""The Content-Security-Policy of pages: what a browser may run and load, and which pages ask for more.

A script that stands in a page runs only if it stands word for word in a template of the theme, so that no text of a
page or of the navigation can bring one. Whatever the browser would hold back without a word is told of here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

from showcase.views.frame import squeeze

_HEAD: Final = re.compile(r"<head[^>]*>(?:\s*<meta charset[^>]*>)?", re.IGNORECASE)
_IN_TEMPLATE: Final = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_DRAWN: Final = re.compile(r"\{[{%#]")
"""What makes a script differ from page to page, which a hash cannot allow."""
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

_NO_HEAD: Final = "没有 <head>，写不进内容安全策略 / has no head to hold the Content-Security-Policy"
_UNKNOWN: Final = (
    "页面里的脚本不会运行：{found}。把它存成 docs 里的 .js 文件，写进 mkdocs.yml 的 extra_javascript；"
    "主题的脚本要逐字写在模板里，随页面变的值放进 data- 属性"
    " / an inline script that no template of the theme holds word for word would not run;"
    " put it into a file of docs/ named in extra_javascript, and what differs from page to page into data- attributes"
)
_HANDLER: Final = (
    "{found} 不会起作用：网页里不许有事件属性和 javascript: 地址，写在 extra_javascript 的文件里"
    " / event attributes and javascript: addresses do not work; use a file named in extra_javascript"
)
_FOREIGN: Final = (
    "{found} 来自别的主机，浏览器不会载入：把文件放进 docs 目录，用相对地址；视频等嵌入的内容改成链接"
    " / lies on another host, from which nothing is loaded; put the file into the docs folder, or link to it"
)


def write_policy(scripts: Iterable[str], form_host: str = "") -> str:
    """The policy of a page with some inline scripts, in one line; ``form_host`` is where its form may be sent besides.

    Styles in pages are allowed: each brand's colours are in ``style`` attributes. With nothing to be loaded from
    elsewhere, a style cannot tell anybody what it found.
    """
    hashes = "".join(f" 'sha256-{digest}'" for digest in sorted({_digest(script) for script in scripts}))
    return (
        f"default-src 'self'; script-src 'self'{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"object-src 'none'; base-uri 'none'; form-action 'self' {form_host}".rstrip()
    )


class Policy:
    """What a theme's pages may run."""

    def __init__(self, folders: Sequence[str | Path] = ()) -> None:
        """``folders`` hold the templates of the theme."""
        self._known = frozenset(_iterate_scripts(folders))

    def seal(self, page: str, form_host: str = "") -> tuple[str, tuple[str, ...]]:
        """A page with its policy at the top of its head, and a line for everything in it that would not work so.

        ``form_host`` is as in :func:`write_policy`.
        """
        reader = _Reader()
        reader.feed(page)
        reader.close()
        faults = [_HANDLER.format(found=found) for found in reader.handlers]
        faults += [_FOREIGN.format(found=found) for found in reader.foreign]
        unknown = [script for script in reader.scripts if script not in self._known]
        faults += [_UNKNOWN.format(found=_shorten(script)) for script in unknown]
        tag = f'<meta http-equiv="Content-Security-Policy" content="{write_policy(reader.scripts, form_host)}">'
        sealed, times = _HEAD.subn(lambda head: head[0] + tag, page, count=1)
        if not times:
            faults.append(_NO_HEAD)
        return sealed, tuple(faults)


def _iterate_scripts(folders: Sequence[str | Path]) -> Iterator[str]:
    """The scripts that stand in templates and are the same on every page."""
    for folder in folders:
        for path in sorted(Path(folder).rglob("*.html")):
            for script in _IN_TEMPLATE.findall(path.read_text("utf-8")):
                if not _DRAWN.search(script):
                    yield script
                    yield squeeze(script)


def _digest(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"


class _Reader(HTMLParser):
    """Finds in a page what a browser runs or loads."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.scripts: list[str] = []
        """The texts of the inline scripts that run."""
        self.handlers: list[str] = []
        self.foreign: list[str] = []
        self._running = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at an element."""
        given = {name: value or "" for name, value in attrs}
        for name, value in given.items():
            if name.startswith("on") or re.match(r"\s*javascript\s*:", value, re.IGNORECASE):
                self.handlers.append(f'<{tag} {name}="{_shorten(value)}">')
        loaded = _LOADED.get(tag, ())
        if tag == "link" and {"stylesheet", "icon", "preload", "manifest"} & set(given.get("rel", "").lower().split()):
            loaded = ("href",)
        self.foreign += [_shorten(given[name]) for name in loaded if _ELSEWHERE.match(given.get(name, ""))]
        self._running = tag == "script" and "src" not in given and bool(_RUNS.fullmatch(given.get("type", "").strip()))
        if self._running:
            self.scripts.append("")

    def handle_data(self, data: str) -> None:
        """Takes the text of a script."""
        if self._running:
            self.scripts[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Ends a script."""
        self._running = self._running and tag != "script"
