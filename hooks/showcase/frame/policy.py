"""The Content-Security-Policy of pages: what a browser may run and load, and which pages ask for more.

A script that stands in a page runs only if it stands word for word in a template of the theme, so that no text of a
page or of the navigation can bring one. Whatever the browser would hold back without a word is told of here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from showcase.frame.page_reader import PageReader, shorten
from showcase.views.frame import squeeze

_HEAD: Final = re.compile(r"<head[^>]*>(?:\s*<meta charset[^>]*>)?", re.IGNORECASE)
_IN_TEMPLATE: Final = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_DRAWN: Final = re.compile(r"\{[{%#]")
"""What makes a script differ from page to page, which a hash cannot allow."""
_NO_HEAD: Final = "没有 <head>，写不进内容安全策略 / has no head to hold the Content-Security-Policy"
_UNKNOWN: Final = (
    "页面里的脚本不会运行：{found}。把它存成 docs 里的 .js 文件，写进 mkdocs.yml 的 extra_javascript；"
    "主题的脚本要逐字写在模板里，随页面变的值放进 data- 属性"
    " / the inline script {found} would not run, for no template of the theme holds it word for word;"
    " put it into a file of docs/ named in extra_javascript, and what differs from page to page into data- attributes"
)
_HANDLER: Final = (
    "{found} 不会起作用：网页里不许有事件属性和 javascript: 地址，写在 extra_javascript 的文件里"
    " / {found} does not work: pages may have no event attributes and no javascript: addresses;"
    " use a file named in extra_javascript"
)
_FOREIGN: Final = (
    "{found} 来自别的主机，浏览器不会载入：把文件放进 docs 目录，用相对地址；视频等嵌入的内容改成链接"
    " / {found} lies on another host, from which nothing is loaded; put the file into the docs folder, or link to it"
)


_TAKEN: Final = (
    "{found} 是主题的脚本用的，正文里不许写 / {found} belongs to the theme's script; take it out of the text"
)
_ACTIVE: Final = (
    "正文里不许有 <{found}> / <{found}> is not taken in a text: it would lead visitors or their input elsewhere"
)
_NOT_IN_TEXT: Final = frozenset({"applet", "base", "form", "frame", "frameset", "link", "meta"})
"""Elements that :meth:`Policy.seal` does not tell of, since the theme has some of them itself."""


def find_faults_of_text(html: str) -> tuple[str, ...]:
    """A line for everything in the text of a page that would take over a part of the theme, or lead away from it."""
    reader = PageReader()
    reader.feed(html)
    reader.close()
    faults = [_TAKEN.format(found=found) for found in reader.taken]
    faults += [_ACTIVE.format(found=tag) for tag in reader.active if tag in _NOT_IN_TEXT]
    return tuple(dict.fromkeys(faults))


def write_policy(scripts: Iterable[str], form_host: str = "", *, fulltext: bool = False) -> str:
    """The policy of a page with some inline scripts, in one line; ``form_host`` is where its form may be sent besides.

    The ``fulltext`` search runs as WebAssembly, which is allowed where the site has one; text is compiled nowhere.

    Styles in pages are allowed: each brand's colours are in ``style`` attributes. With nothing to be loaded from
    elsewhere, a style cannot tell anybody what it found.
    """
    hashes = "".join(f" 'sha256-{digest}'" for digest in sorted({_digest(script) for script in scripts}))
    wasm = " 'wasm-unsafe-eval'" if fulltext else ""
    return (
        f"default-src 'self'; script-src 'self'{wasm}{hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        f"object-src 'none'; base-uri 'none'; form-action 'self' {form_host}".rstrip()
    )


class Policy:
    """What a theme's pages may run."""

    def __init__(self, folders: Sequence[str | Path] = (), *, fulltext: bool = False) -> None:
        """``folders`` hold the templates of the theme; ``fulltext`` tells whether there is a full-text search."""
        self._fulltext = fulltext
        self._known = frozenset(_iterate_scripts(folders))

    def seal(self, page: str, form_host: str = "") -> tuple[str, tuple[str, ...]]:
        """A page with its policy at the top of its head, and a line for everything in it that would not work so.

        ``form_host`` is as in :func:`write_policy`.
        """
        reader = PageReader()
        reader.feed(page)
        reader.close()
        faults = [_HANDLER.format(found=found) for found in reader.handlers]
        faults += [_FOREIGN.format(found=found) for found in reader.foreign]
        unknown = [script for script in reader.scripts if script not in self._known]
        faults += [_UNKNOWN.format(found=shorten(script)) for script in unknown]
        policy = write_policy(reader.scripts, form_host, fulltext=self._fulltext)
        tag = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
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
