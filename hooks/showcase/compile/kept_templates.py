"""What templates were compiled to, kept beside them from build to build as Python keeps what it compiled.

To compile the template of a brand's page takes half of the time that the page takes a build of one edit.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_SEAL: Final = 16
"""Bytes of the digest that each file begins with."""


class KeptTemplates(BytecodeCache):
    """The compiled templates of one program and locale; where they cannot be kept, they are compiled anew."""

    def __init__(self, program: str, locale: str) -> None:
        """``program`` is its signature before any template was read: words, icons and code are part of what is kept."""
        self._program = f"{program} {locale}".encode()
        self._locale = locale.replace("-", "")

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - as Jinja calls it
        """Where a template is kept: ``__pycache__/brand.cpython-313.opt-zhHans.pyc``."""
        with suppress(NotImplementedError):  # An interpreter that keeps nothing.
            return cache_from_source(filename, optimization=self._locale) if filename else ""
        return ""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Takes what is kept, if it is of this program and whole."""
        with suppress(OSError):
            content = Path(bucket.key).read_bytes() if bucket.key else b""
            if content[:_SEAL] == self._seal(content[_SEAL:]):
                bucket.bytecode_from_string(content[_SEAL:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps a template, where Python may keep what it compiles."""
        if sys.dont_write_bytecode or not bucket.key:
            return
        code = bucket.bytecode_to_string()
        place = Path(bucket.key)
        waiting = place.with_name(f"{place.name}.{os.getpid()}")
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            waiting.write_bytes(self._seal(code) + code)
            waiting.replace(place)

    def _seal(self, code: bytes) -> bytes:
        return hashlib.blake2b(self._program + code, digest_size=_SEAL).digest()
