import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SERVER = Path(__file__).parent / "build_server.py"


@dataclass(frozen=True)
class Ended:
    """How a build ended."""

    code: int | None
    """The exit code, the negative signal that killed it, or ``None`` for a build that has only stopped."""
    out: str
    err: str
    moments: list[str]
    """The kinds of its moments in order."""
    pid: int
    folder: str


Build = Callable[..., Ended]


@pytest.fixture(scope="session")
def build_in_process() -> Iterator[Build]:
    """Runs ``build.py`` in a project, in a process of its own; see ``build_server.py`` for what can be ordered."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(
        [sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment, encoding="utf-8"
    )
    assert server.stdin is not None
    assert server.stdout is not None

    def ask(project: Path, *args: str, **order: Any) -> Ended:
        assert server.stdin is not None
        assert server.stdout is not None
        line = {"project": str(project), "args": ["--lang", "en", *args], **order}
        print(json.dumps(line), file=server.stdin, flush=True)
        return Ended(**json.loads(server.stdout.readline()))

    yield ask
    server.stdin.close()
    server.wait()
    server.stdout.close()
