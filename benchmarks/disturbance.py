"""What else went on while a command ran: the processor time of others, and the time everything stood for the disk."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_IDLE = slice(3, 5)
"""Of the fields of ``/proc/stat``: idle, and waiting for the disk."""
_FIELDS = slice(1, 9)
"""Of its first line: user to steal; guests are counted within user."""


@dataclass(frozen=True, slots=True)
class Pressure:
    """Counters of the machine since it was started, in seconds."""

    busy: float
    """Processor time of all processes."""
    stalled: float
    """Time in which every process that could do something waited for the disk."""


def read_pressure() -> Pressure:
    """The counters now; 0 where the system does not tell."""
    return Pressure(_read_busy(), _read_stalled())


def _read_busy() -> float:
    try:
        line = Path("/proc/stat").read_text("ascii").partition("\n")[0]
    except OSError:
        return 0.0
    ticks = [int(field) for field in line.split()[_FIELDS]]
    return (sum(ticks) - sum(ticks[_IDLE])) / _TICKS


def _read_stalled() -> float:
    try:
        lines = Path("/proc/pressure/io").read_text("ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.rpartition("=")[2]) / 1e6 for line in lines if line.startswith("full")), 0.0)
