"""What a process that builds again and again keeps in hand between two builds, all of it known to be right still."""

from __future__ import annotations

from dataclasses import dataclass, field

from showcase.compile.identity import digest_program
from showcase.compile.store import ReadPages


@dataclass(slots=True)
class KeptWork:
    """Nothing at first; what a build adds, the next need not do again."""

    pages: ReadPages = field(default_factory=dict)
    """Of the ledger."""
    site: int | None = None
    """The sum of what lies in the site, if this process published it and has seen nobody else there."""
    _program: tuple[str, str] = ("", "")

    def identify(self, program: str) -> str:
        """The digest of the program, worked out again where its signature is another one."""
        if self._program[0] != program:
            self._program = program, digest_program()
        return self._program[1]
