"""The peers' environments: each its own venv, filled from its own lock."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
from pathlib import Path

from benchmarks.programs.program import PEERS, SHELF


def provide_environment(peer: str) -> Path:
    """The venv of a peer, installed anew where its lock has changed."""
    lock = PEERS / peer / "requirements.txt"
    folder, stamp = SHELF / "venvs" / peer, SHELF / "venvs" / f"{peer}.digest"
    digest = hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if not stamp.is_file() or stamp.read_text("ascii") != digest or not folder.is_dir():
        print(f"installing {peer} …", flush=True)
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        install = (
            "-m",
            "pip",
            "install",
            "--quiet",
            "--quiet",
            "--only-binary",
            ":all:",
            "--require-hashes",
            "--requirement",
        )
        subprocess.run([str(folder / "bin" / "python"), *install, str(lock)], check=True)
        stamp.write_text(digest, "ascii")
    return folder


def locked_version(peer: str, distribution: str) -> str:
    """The version of a distribution in a peer's lock."""
    lock = (PEERS / peer / "requirements.txt").read_text("utf-8")
    found = re.search(rf"^{re.escape(distribution)}==(\S+)", lock, re.MULTILINE)
    if found is None:
        raise ValueError(f"{distribution} is not locked for {peer}")
    return found[1]
