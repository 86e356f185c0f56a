"""Exit codes, a part of the command-line contract."""

from __future__ import annotations

from typing import Final

DONE: Final = 0
"""Done."""
CONTENT_ERROR: Final = 1
"""The content has errors; they are listed, the published site is untouched."""
USAGE_ERROR: Final = 2
"""Wrong usage or configuration."""
INTERRUPTED: Final = 130
"""Ended by Ctrl-C, as shells tell it; every page of the site is whole."""
PARTIAL: Final = 3
"""Published, but brands with errors were left out, or links of hand-written pages that lead to no brand."""
