"""Standard output that is closed, or a full disk, ends no command in a traceback."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full is Linux's")


@pytest.mark.parametrize(
    ("command", "where", "code", "told"),
    [
        ("--lang en check --help", ">&-", 0, ""),
        ("--lang en check", ">&-", 0, ""),
        ("--lang en check --brands tests", ">&-", 1, ""),
        ("--lang en check", ">/dev/full", 2, "error: stdout: the disk is full; free some space and build again"),
        ("--lang zh check --help", ">/dev/full", 2, "错误：stdout: 磁盘满了；腾出空间后再建一次"),
    ],
)
def test_what_cannot_be_printed_is_told(command: str, where: str, code: int, told: str) -> None:
    line = f'"$0" build.py {command} {where}'
    ended = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (ended.returncode, ended.stderr.strip()) == (code, told)


def test_what_else_the_system_refuses_is_not_laid_to_the_output() -> None:
    program = "import errno\nfrom showcase.cli.output import tell_unprintable\n"
    program += "tell_unprintable(OSError(errno.EMFILE, 'x'), 'en')"
    order = [sys.executable, "-c", program]
    ended = subprocess.run(
        order, check=True, capture_output=True, encoding="utf-8", env={"PYTHONPATH": str(ROOT / "hooks")}
    )
    assert ended.stderr.startswith("error: build.py: too many files are open")
