#!/usr/bin/env python3
"""The command line of Brand Showcase: ``python build.py --help``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent / "hooks"))

from showcase.cli.main import main

if __name__ == "__main__":
    main()
