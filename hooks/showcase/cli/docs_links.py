"""Links of hand-written pages to brands, for a check that builds no page unless one seems to lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from showcase.cli.project_config import CONFIG
from showcase.model.faults import Fault
from showcase.source.brand_slips import find_brand_slips
from showcase.source.story_code import blank_code

_LINK: Final = re.compile(r"\b(?:brand|BRAND):([^\s\"'<>()\[\]#?]*)")
"""What may be a link: in brackets, by a label below the text, as HTML, or no more than words."""
_PATH: Final = re.compile(
    r"(?<=[(\"'=\s<])(?:\.\./){0,20}brands/([a-z0-9-]{1,64})(?:/(?:index\.(?:md|html))?)?(?=[\s)\"'>#?])"
)
"""What may be a link to a brand by the address of its page, or by a file that has it."""
_PAGES: Final = frozenset({".md", ".markdown", ".mdown", ".mkdn", ".mkd"})
"""What MkDocs takes for pages."""


def find_dead_links(docs: Path, slugs: Collection[str], renamed: Mapping[str, str]) -> tuple[Fault, ...]:
    """What a build would say of links in the pages of a folder to brands that are none of these.

    ``renamed`` holds the brands' slugs by their old addresses.

    Raises :class:`showcase.model.errors.DocsError` where they had to be built and cannot be, and ``OSError`` where the
    machine and not a page is at fault.
    """
    pages = (path for path in docs.rglob("*") if path.suffix in _PAGES and path.is_file())
    return _check(slugs, renamed) if any(_is_suspect(path, slugs, renamed) for path in pages) else ()


def _is_suspect(page: Path, slugs: Collection[str], renamed: Container[str]) -> bool:
    """Whether a page may hold a link that leads nowhere; only who draws it can tell what is one."""
    try:
        data = page.read_bytes()
    except OSError:
        return False  # The build tells of it.
    if b"rand" not in data and b"RAND" not in data:
        return False
    text = blank_code(data.decode("utf-8", "replace").replace("\r\n", "\n"))
    if any(found[1] not in slugs for found in _LINK.finditer(text)) or any(find_brand_slips(text)):
        return True
    return any(found[1] not in slugs and found[1] not in renamed for found in _PATH.finditer(text))


def _check(slugs: Collection[str], renamed: Mapping[str, str]) -> tuple[Fault, ...]:
    # MkDocs takes longer to import than a check takes.
    from showcase.compile.brand_links import check_links
    from showcase.frame.docs_build import build_docs, read_project

    with TemporaryDirectory() as folder:
        built = build_docs(read_project(CONFIG), Path(folder), search=False)
    return check_links(built, slugs, renamed=renamed)
