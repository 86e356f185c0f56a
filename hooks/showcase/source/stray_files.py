"""Files of the brands folder that are no brands by their names: what they may be meant to be, and how to mend that."""

from __future__ import annotations

import codecs
import re
from collections.abc import Container
from dataclasses import replace
from pathlib import Path
from typing import Final

from showcase.model.faults import Fault, Place
from showcase.model.values import is_device_name
from showcase.source.slug import derive_slug, is_slug, suggest_free

_MARKDOWN: Final = (".md", ".markdown", ".mdown", ".mkd")
TEXTS: Final = (*_MARKDOWN, ".txt")
_DOCUMENTS: Final = (".docx", ".doc", ".wps", ".odt", ".rtf")
"""What office programs call what they write."""
_LOCK: Final = "~$"
"""Begins the name of what Word lays beside a document while that is open."""
_README: Final = "readme"
_HEAD: Final = 65_536
"""Bytes of a file that are looked at."""
_FENCE: Final = re.compile(r"---[ \t]*")
_WIDE: Final = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def is_document(name: str) -> bool:
    """Whether a name is that of an office document (Word、WPS 文档)."""
    return name.lower().endswith(_DOCUMENTS) and not name.startswith(_LOCK)


def stem_of(name: str) -> str:
    """A name without its endings: ``suzhouban`` of ``suzhouban.md.txt``."""
    stem = Path(name).stem
    # A name that is nothing but an ending is a stem of itself.
    while stem.lower().endswith(TEXTS) and (shorter := Path(stem).stem) != stem:
        stem = shorter
    return stem


def explain_stray(path: Path, place: Place) -> Fault:
    """What is wrong with a file of the brands folder that is no brand; see :func:`mend_stray`."""
    name = path.name
    code = "stray-file"
    if path.is_file() and stem_of(name).lower() != _README:
        if is_document(name):
            code = "office-document"
        elif _is_markdown(name) or _begins_with_fields(path):
            code = "wrong-ending"
    return Fault(code, place, details={"found": name} if code != "stray-file" else {})


def mend_stray(fault: Fault, taken: Container[str]) -> tuple[Fault, str]:
    """The fault with a name that would do, and the slug of that; ``taken`` are the slugs of the brands there are.

    What bears the name of a brand that is there belongs to that most likely.
    """
    name = fault.details["found"]
    stem = stem_of(name)
    if stem in taken:
        if fault.code == "wrong-ending" and name.lower().endswith(TEXTS):
            return replace(fault, details={**fault.details, "brand": stem}), ""
        return Fault("stray-file", fault.place), ""
    slug = mend_slug(stem, taken)
    if not slug:
        return fault, ""
    suggestion = slug if fault.code == "office-document" else f"{slug}.md"
    return replace(fault, details={**fault.details, "suggestion": suggestion}), slug


def mend_slug(name: str, taken: Container[str]) -> str:
    """A free slug that a name suggests; empty where it suggests none."""
    slug = name if is_slug(name) else derive_slug(name)
    return suggest_free(slug, taken) if slug and not is_device_name(slug) else ""


def _is_markdown(name: str) -> bool:
    """Whether a name ends as that of a Markdown file, or did before a text editor added its own ending."""
    return name.lower().removesuffix(".txt").endswith(_MARKDOWN)


def _begins_with_fields(path: Path) -> bool:
    """Whether a file begins as that of a brand does, with fields below a line of hyphens."""
    try:
        with path.open("rb") as file:
            data = file.read(_HEAD)
    except OSError:
        return False
    wide = next((name for mark, name in _WIDE if data.startswith(mark)), "")
    text = data[2:].decode(wide, "replace") if wide else data.removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace")
    first, _, rest = text.replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    return _FENCE.fullmatch(first) is not None and ("\n---" in rest or "name:" in f"\n{rest}".split("\n---")[0])
