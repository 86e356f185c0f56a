"""Jinja's compiled templates, kept from build to build: half of a small build's time goes into compiling them."""

from __future__ import annotations

import functools
import hashlib
from contextlib import suppress
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache
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


def keep_templates(folder: Path) -> None:
    """Makes every environment of this process keep its templates in a folder."""
    kept = KeptTemplates(str(folder))
    begin = Environment.__init__

    @functools.wraps(begin)
    def begin_keeping(self: Environment, *args: Any, **named: Any) -> None:
        begin(self, *args, **named)
        self.bytecode_cache = kept

    Environment.__init__ = begin_keeping  # type: ignore[method-assign]
