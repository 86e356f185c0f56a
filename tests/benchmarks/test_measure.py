"""Commands that end well, badly, or not in time; how long they take is not looked at."""

import sys
from pathlib import Path

import pytest

from benchmarks.measure import CommandError, Limits, measure_command

MUCH = Limits(wall=600, memory=10**12)
PYTHON = (sys.executable, "-c")


def test_a_command_runs_in_its_folder_and_environment(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    code = "import os, pathlib, time; pathlib.Path('said').write_text(os.environ['WORD']); time.sleep(0.1)"
    measure = measure_command((*PYTHON, code), folder, {"WORD": "品牌"}, MUCH)
    assert (folder / "said").read_text("utf-8") == "品牌"
    assert measure.stopped == ""
    assert measure.memory > 0


def test_a_command_that_fails_says_what_it_said(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    with pytest.raises(CommandError, match=r"ended with 3:\nno such brand"):
        measure_command((*PYTHON, "print('no such brand'); raise SystemExit(3)"), folder, {}, MUCH)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [(Limits(wall=0, memory=10**12), "stopped after 0 s"), (Limits(wall=600, memory=0), "stopped at 0.0 GB")],
)
def test_a_command_is_ended_at_its_limits_with_its_children(limits: Limits, reason: str, tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    code = "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(600)'])"
    assert measure_command((*PYTHON, code), folder, {}, limits).stopped == reason
