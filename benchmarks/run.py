"""Measures builds of generated corpora: ``python benchmarks/run.py [COUNT …]``, by default 1,000 and 10,000 brands.

All figures of a table come from one run on one machine; read the ratios, not the seconds. The floor is what copying the
finished site costs. Writes RESULTS.md beside itself.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from corpus import write_corpus

_ROOT = Path(__file__).resolve().parent.parent
_SETTLE = 3
"""Seconds after which the program trusts the time of a file that was just written."""
_RESULTS = Path(__file__).with_name("RESULTS.md")


@dataclass(frozen=True)
class Measure:
    """What one command took."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all processes."""
    memory: int
    """Bytes at the peak, summed over the processes of the tree (proportional set size)."""


def main() -> None:
    """Measures every size asked for and writes the table."""
    counts = [int(argument) for argument in sys.argv[1:]] or [1_000, 10_000]
    rows = [row for count in counts for row in _measure_size(count)]
    head = "| brands | work | wall | CPU | peak memory | against cold |\n| ---: | --- | ---: | ---: | ---: | ---: |\n"
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}"
    text = f"# Results\n\nOne run on {machine}. Read the ratios.\n\n{head}" + "".join(rows)
    _RESULTS.write_text(text, "utf-8")
    print(text)


def _measure_size(count: int) -> list[str]:
    with tempfile.TemporaryDirectory(prefix="showcase-bench-") as name:
        folder = Path(name)
        _make_project(folder, count)
        site, copy = folder / "site", folder / "copy"
        command = [sys.executable, str(_ROOT / "build.py"), "build", "--json"]
        time.sleep(_SETTLE)
        cold = _measure(command, folder)
        again = _measure(command, folder)
        edited = folder / "brands" / "brand-000000.md"
        edited.write_text(edited.read_text("utf-8").replace("从哪里开始", "从这里开始"), "utf-8")
        one = _measure(command, folder)
        floor = _measure([sys.executable, "-c", "import shutil; shutil.copytree('site', 'copy')"], folder)
        size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
        files = sum(path.is_file() for path in site.rglob("*"))
        shutil.rmtree(copy)
    named = {"cold": cold, "unchanged": again, "one brand edited": one, "floor: copy the site": floor}
    rows = [_row(count, work, measure, cold) for work, measure in named.items()]
    return [*rows, f"| {count:,} | {files:,} files, {size / 1e6:,.0f} MB | | | | |\n"]


def _make_project(folder: Path, count: int) -> None:
    """A project as an editor's would be: our settings and hand-written pages, and a generated corpus."""
    write_corpus(folder / "brands", count)
    shutil.copy(_ROOT / "mkdocs.yml", folder)
    (folder / "hooks").symlink_to(_ROOT / "hooks")
    shutil.copytree(_ROOT / "docs", folder / "docs")
    for post in (folder / "docs" / "news" / "posts").iterdir():
        post.write_text(re.sub(r"\]\(brand:[^)]*\)", "](../../brands/index.md)", post.read_text("utf-8")), "utf-8")


def _row(count: int, work: str, measure: Measure, cold: Measure) -> str:
    times = f"{measure.wall:.1f} s | {measure.cpu:.1f} s | {measure.memory / 1e6:,.0f} MB"
    return f"| {count:,} | {work} | {times} | {measure.wall / cold.wall:.2f} |\n"


def _measure(command: list[str], folder: Path) -> Measure:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    peaks = [0]
    watcher = threading.Thread(target=_watch, args=(process, peaks), daemon=True)
    watcher.start()
    code = process.wait()
    wall = time.perf_counter() - start
    watcher.join()
    if code:
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return Measure(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peaks[0])


def _watch(process: subprocess.Popen[bytes], peaks: list[int]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], _tree_memory(process.pid))
        time.sleep(0.2)


def _tree_memory(pid: int) -> int:
    """Proportional set size of a process and its children, in bytes; nothing where the system does not tell."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except OSError:
        return 0
    own = next((int(line.split()[1]) * 1024 for line in rollup.splitlines() if line.startswith("Pss:")), 0)
    return own + sum(_tree_memory(int(child)) for child in children)


if __name__ == "__main__":
    main()
