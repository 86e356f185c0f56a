"""What came of building the hostile catalogue."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from click.testing import Result


@dataclass(frozen=True)
class HostileBuild:
    """The site of ordinary and hostile brands, and what was there before the hostile ones came."""

    project: Path
    site: Path
    """All brands that were published."""
    calm: Path
    """The site of the ordinary brands alone."""
    exit_code: int
    stdout: str
    output: str

    @staticmethod
    def write(folder: Path, result: Result) -> None:
        """Keeps how the build of a folder ended beside it."""
        told = {"exit_code": result.exit_code, "stdout": result.stdout, "output": result.output}
        (folder / "told.json").write_text(json.dumps(told), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> HostileBuild:
        """What was kept of a folder."""
        project = folder / "project"
        told = json.loads((folder / "told.json").read_text(encoding="utf-8"))
        return cls(project, project / "site", project / "calm", **told)
