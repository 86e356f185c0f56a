"""A git repository for tests."""

import os
import subprocess
from pathlib import Path


class Repository:
    """A repository whose commits are made on days that are given."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.run("init", "--quiet")

    def run(self, *arguments: str, day: str = "2020-01-01") -> None:
        stamp = f"{day}T23:30:00+08:00"
        settings = {
            "GIT_AUTHOR_DATE": stamp,
            "GIT_COMMITTER_DATE": stamp,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
        }
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *identity, *arguments], cwd=self.folder, env={**os.environ, **settings}, check=True)

    def commit(self, day: str, **files: str) -> None:
        for name, text in files.items():
            path = self.folder / name.replace("__", "/").replace("_dot_", ".")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        self.run("add", "--all")
        self.run("commit", "--quiet", "--message", "x", day=day)
