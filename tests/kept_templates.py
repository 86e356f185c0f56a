"""What Jinja knows of templates, kept from build to build: half of a small build's time goes into finding it out."""

from __future__ import annotations

import functools
import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import material
from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader
from jinja2.bccache import Bucket


class KeptTemplates(FileSystemBytecodeCache):
    """Compiled templates in a folder, named by what they are made of: every test has its project in another place."""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:  # noqa: ARG002
        """What is kept of a template, wherever its file lies."""
        form = (environment.autoescape, environment.trim_blocks, environment.lstrip_blocks, *environment.extensions)
        # Our own environment joins the words of its locale to the templates.
        locale = (type(environment).__name__, environment.globals.get("og_locale"))
        key = hashlib.sha256(repr((name, source, form, locale)).encode()).hexdigest()
        bucket = Bucket(environment, key, self.get_source_checksum(source))
        self.load_bytecode(bucket)
        return bucket

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template where that can be: some builds of tests may not write."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


THEME = str(Path(material.__path__[0], "templates"))
list_folders = FileSystemLoader.list_templates


@functools.cache
def list_theme() -> list[str]:
    """Material's files but for its ten thousand icons, which lie below a dot: MkDocs asks for all and takes no such."""
    return [name for name in list_folders(FileSystemLoader(THEME)) if not name.startswith(".")]


def list_templates(loader: FileSystemLoader) -> list[str]:
    """What a loader finds, of which the installed theme stays what it is."""
    others = FileSystemLoader([path for path in loader.searchpath if path != THEME])
    return sorted({*list_folders(others), *(list_theme() if THEME in loader.searchpath else ())})


def keep_templates(folder: Path) -> None:
    """Makes every environment of this process keep its templates in a folder, and list the theme once."""
    list_theme()
    FileSystemLoader.list_templates = list_templates  # type: ignore[assignment, method-assign]
    kept = KeptTemplates(str(folder))
    begin = Environment.__init__

    @functools.wraps(begin)
    def begin_keeping(self: Environment, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        self.bytecode_cache = kept

    Environment.__init__ = begin_keeping  # type: ignore[method-assign]
