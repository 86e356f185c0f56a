#!/usr/bin/env python3
"""The command line of Brand Showcase: ``python build.py --help``."""

import os
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OWN_PYTHON = ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
NEEDED = ("babel", "click", "mkdocs", "pydantic", "yaml")


def find_python() -> None:
    """Goes on in ``.venv``, which ``make site`` filled, where the system's own Python was called."""
    if sys.prefix == sys.base_prefix and OWN_PYTHON.is_file():
        os.execv(OWN_PYTHON, [str(OWN_PYTHON), *sys.argv])  # noqa: S606 - our own interpreter, no shell
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        names = ", ".join(missing)
        sys.exit(f"缺少 {names}：请先运行 make site / {names} missing: run make site first")


if __name__ == "__main__":
    find_python()
    sys.path.insert(0, str(ROOT / "hooks"))
    from showcase.cli.leaving import run_and_leave
    from showcase.cli.main import main

    run_and_leave(main)
