"""Tries new examples, round after round, for so many minutes; says how to repeat what fails."""

from __future__ import annotations

import secrets
import subprocess
import sys
import time

PAGES = "tests/browser/test_hostile_pages.py"
TESTS = (
    "tests/fuzz",
    "tests/source/test_any_bytes.py",
    "tests/views/test_plain_story.py",
    f"{PAGES}::test_the_second_wall_holds_alone",
    f"{PAGES}::test_brands_thrown_together_are_published_without_harm",
)


def main(minutes: float) -> int:
    """Runs the fuzzing tests with a new seed each round until the time is over or one of them fails."""
    until, rounds = time.monotonic() + minutes * 60, 0
    while not rounds or time.monotonic() < until:
        rounds += 1
        command = (*TESTS, "--fuzz", f"--hypothesis-seed={secrets.randbelow(2**32)}")
        sys.stdout.write(f"python -m pytest {' '.join(command)}\n")
        sys.stdout.flush()
        if subprocess.run([sys.executable, "-m", "pytest", "-q", "-n", "auto", *command], check=False).returncode:
            sys.stdout.write("失败；重复这一轮 / failed; to repeat this round:\n")
            sys.stdout.write(f"    .venv/bin/python -m pytest {' '.join(command)}\n")
            return 1
    sys.stdout.write(f"{rounds} 轮，没有问题 / rounds, nothing found\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else 5))
