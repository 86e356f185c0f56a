"""What a process that builds again and again keeps in hand between two builds, all of it known to be right still."""

from __future__ import annotations

from dataclasses import dataclass, field

from showcase.compile.ledger_table import ReadPages
from showcase.compile.stamp import Stamp


@dataclass(slots=True)
class KeptWork:
    """Nothing at first; what a build adds, the next need not do again."""

    pages: ReadPages = field(default_factory=dict)
    """Of the ledger."""
    site: int | None = None
    """The sum of what lies in the site, if this process published it and has seen nobody else there."""
    _program: tuple[str, str] = ("", "")

    def identify(self, program: str, stamp: Stamp | None) -> str:
        """The digest of the program, worked out again where its signature is not that of the last build's."""
        if self._program[0] != program:
            is_known = stamp is not None and stamp.program == program
            self._program = program, stamp.identity if stamp and is_known else _digest_program()
        return self._program[1]


def _digest_program() -> str:
    # It asks for the versions of libraries, and most builds know the program by its files.
    from showcase.compile.identity import digest_program

    return digest_program()
