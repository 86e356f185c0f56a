"""What a command takes: wall, CPU of the whole process tree, memory at its peak."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.disturbance import read_pressure

_INTERVAL = 0.2
"""Seconds between two looks at the memory."""
_FIRST_INTERVAL = 0.01
"""Seconds after the first look, for some commands are over soon; each wait is twice as long as that before."""
_BEARABLE = 0.1
"""Share of the wall time that others may take without the measure being called disturbed."""
_LEAST = 0.1
"""Seconds that others may take of the shortest command; the counters are no finer."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What one command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processes."""
    memory: int
    """Bytes at the peak, summed over the processes of the tree (proportional set size); 0 where none was seen."""
    others: float = 0.0
    """Seconds of processor time that other processes of the machine took meanwhile."""
    stalled: float = 0.0
    """Seconds in which all of the machine stood waiting for the disk, whoever kept it busy."""
    stopped: str = ""
    """Why the command was ended before it was done; empty where it was done."""

    @property
    def disturbed(self) -> bool:
        """Whether so much else went on that the wall time says little of the command."""
        return max(self.others, self.stalled) > max(_BEARABLE * self.wall, _LEAST)


@dataclass(frozen=True, slots=True)
class Limits:
    """What a command may take before it is ended."""

    wall: float
    """Seconds."""
    memory: int
    """Bytes."""


class CommandError(Exception):
    """A command failed; carries what it said last."""


def measure_command(command: Sequence[str], folder: Path, environment: Mapping[str, str], limits: Limits) -> Measure:
    """Runs a command in a folder to its end or to a limit; raises :class:`CommandError` if it fails by itself.

    What waits to be written to the disk is written before, so that no command pays for another's files.
    """
    os.sync()
    log = folder.with_name(f"{folder.name}.log")
    before, around = resource.getrusage(resource.RUSAGE_CHILDREN), read_pressure()
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process, limits, start)
        code = process.wait()
        wall = time.perf_counter() - start
        watch.join()
    after, then = resource.getrusage(resource.RUSAGE_CHILDREN), read_pressure()
    if code and not watch.stopped:
        raise CommandError(f"{' '.join(command)} ended with {code}:\n{log.read_text('utf-8', 'replace')[-2000:]}")
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    others = max(0.0, then.busy - around.busy - cpu)
    return Measure(wall, cpu, watch.peak, others, then.stalled - around.stalled, watch.stopped)


class _Watch(threading.Thread):
    """Looks at a process tree until it ends, and ends it at a limit."""

    def __init__(self, process: subprocess.Popen[bytes], limits: Limits, start: float) -> None:
        super().__init__(daemon=True)
        self.process, self.limits, self.begun = process, limits, start
        self.peak = 0
        self.stopped = ""
        self.start()

    def run(self) -> None:
        interval = _FIRST_INTERVAL
        while self.process.poll() is None:
            self.peak = max(self.peak, measure_tree(self.process.pid))
            if time.perf_counter() - self.begun > self.limits.wall:
                self._end(f"stopped after {self.limits.wall:,.0f} s")
            elif self.peak > self.limits.memory:
                self._end(f"stopped at {self.limits.memory / 1e9:.1f} GB")
            time.sleep(interval)
            interval = min(2 * interval, _INTERVAL)

    def _end(self, reason: str) -> None:
        self.stopped = reason
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            self.stopped = ""  # It ended by itself in the meantime.


def measure_tree(pid: int) -> int:
    """Proportional set size of a process and its descendants, in bytes; nothing where the system does not tell."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        tasks = [path.read_text("ascii").split() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(measure_tree(int(child)) for children in tasks for child in children)
