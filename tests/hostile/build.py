"""What came of building the hostile catalogue."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from click.testing import Result


@dataclass(frozen=True)
class HostileBuild:
    """The site of ordinary and hostile brands, and what was there before the hostile ones came."""

    project: Path
    """The site lies in its folder ``site``."""
    result: Result
    calm: dict[str, bytes]
    """The site of the ordinary brands alone: path to bytes."""
