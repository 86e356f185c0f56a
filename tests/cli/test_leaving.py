"""A process that is left at once ends as Python would have ended it."""

import subprocess
import sys
from pathlib import Path

import pytest

HOOKS = Path(__file__).parents[2] / "hooks"
HEAD = "import atexit, sys, threading\nfrom showcase.cli.leaving import run_and_leave\n"
LAST = "class Last:\n    def __del__(self): print('taken apart')\nlast = Last()\n"


@pytest.mark.parametrize(
    ("command", "code", "out", "err"),
    [
        ("sys.exit(0)", 0, "written", ""),
        ("sys.exit(3)", 3, "written", ""),
        ("sys.exit('why')", 1, "written\ntaken apart", "why"),
        ("[atexit.register(print, 'at the end'), sys.exit(2)]", 2, "written\nat the end", ""),
        ("[threading.Timer(0.05, print, ['later']).start(), sys.exit(2)]", 2, "written\nlater\ntaken apart", ""),
        ("None", 0, "written\ntaken apart", ""),
    ],
)
def test_an_ending(command: str, code: int, out: str, err: str) -> None:
    program = f"{HEAD}{LAST}run_and_leave(lambda: [print('written'), {command}])"
    order = [sys.executable, "-c", program]
    ended = subprocess.run(order, check=False, capture_output=True, text=True, env={"PYTHONPATH": str(HOOKS)})
    assert (ended.returncode, ended.stdout.strip(), ended.stderr.strip()) == (code, out, err)
