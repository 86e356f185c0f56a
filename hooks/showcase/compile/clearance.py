"""Clearing a place, whatever lies there."""

from __future__ import annotations

import shutil
from pathlib import Path


def clear_away(path: Path) -> None:
    """Removes a folder with all it holds, a file, or a link and not what it leads to; raises ``OSError``."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
