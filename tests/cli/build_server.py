"""Runs ``build.py`` in processes of their own that may be killed, stopped or starved at a chosen moment.

A process that has imported everything forks one for each order, so that a build costs no start of Python. Orders come
as lines of JSON on standard input, answers go as lines of JSON to standard output. A *moment* is an operation that
changes files below the project or forks (Python tells of each through an audit hook, before it happens) or a statement
that SQLite is given.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sqlite3
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

CHANGING = {"os.mkdir": "make", "os.rename": "rename", "os.remove": "remove", "os.rmdir": "remove"}
NOBODY = 65534
sqlite3_connect = sqlite3.connect


class Moments:
    """Counts the moments of a process and, at the one that was ordered, does what was ordered."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order = order
        self.pid = os.getpid()
        self.kinds: list[str] = []

    def watch(self, event: str, args: tuple[Any, ...]) -> None:
        """The audit hook."""
        if event == "open" and args[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT) and self.is_ours(args[0], False):
            self.note("open")
        elif event == "os.fork":
            self.note("fork")
        elif event in CHANGING and self.is_ours(args[0], args[-1] != -1):
            self.note(CHANGING[event])

    def connect(self, *args: Any, **named: Any) -> sqlite3.Connection:
        """``sqlite3.connect``, of a connection that is watched."""
        connection = sqlite3_connect(*args, **named)
        connection.set_trace_callback(lambda _statement: self.note("sql"))
        return connection

    def is_ours(self, path: object, is_relative: bool) -> bool:
        """Whether a path lies in the project; one that is relative to an open folder does."""
        if isinstance(path, int):
            return False
        return is_relative or Path(os.fsdecode(path)).absolute().is_relative_to(self.order["project"])

    def note(self, kind: str) -> None:
        """Counts a moment of the build's own process."""
        if os.getpid() != self.pid:
            return
        self.kinds.append(kind)
        late = len(self.kinds) - self.order.get("at", 1 << 30)
        match self.order.get("do"):
            case "kill" if late == 0:
                os.killpg(0, signal.SIGKILL)
            case "kill-alone" if late == 0:
                os.kill(self.pid, signal.SIGKILL)
            case "stop" if late == 0:
                os.kill(self.pid, signal.SIGSTOP)
            case "interrupt" if late == 0:
                os.killpg(0, signal.SIGINT)
            case "fill" if late >= 0 and kind in {"open", "make"}:
                raise OSError(28, "No space left on device")


def run(order: dict[str, Any], folder: str) -> None:
    """Runs a build in this process, which ends with it."""
    os.setsid()
    for number, name in ((1, "out"), (2, "err")):
        os.dup2(os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT, 0o666), number)
    os.chdir(order["project"])
    if "largest" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    if order.get("nobody") and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    moments = Moments(order)
    sys.addaudithook(moments.watch)
    sqlite3.connect = moments.connect
    code = 1
    try:
        from showcase.cli.main import main

        main(order["args"])
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself tells what nobody caught
        traceback.print_exc()
    moments.order = {"project": order["project"]}
    sys.stdout.flush()
    sys.stderr.flush()
    if moments.kinds and "largest" not in order and not order.get("nobody"):
        Path(folder, "moments").write_text(json.dumps(moments.kinds), encoding="utf-8")
    os._exit(code)


def wait(pid: int, folder: str) -> dict[str, Any]:
    """Waits until a build ends or stops, and tells of it."""
    _, status = os.waitpid(pid, os.WUNTRACED)
    texts = {path.name: path.read_text(encoding="utf-8") for path in Path(folder).iterdir()}
    return {
        "pid": pid,
        "folder": folder,
        "code": None if os.WIFSTOPPED(status) else os.waitstatus_to_exitcode(status),
        "out": texts.get("out", ""),
        "err": texts.get("err", ""),
        "moments": json.loads(texts.get("moments", "[]")),
    }


def serve() -> None:
    """Answers orders until there are no more."""
    import material  # noqa: F401
    import mkdocs.commands.build  # noqa: F401
    import PIL.Image  # noqa: F401

    import showcase.cli.build
    import showcase.cli.main
    import showcase.frame.docs_build  # noqa: F401

    with tempfile.TemporaryDirectory(prefix="showcase-builds-") as base:
        Path(base).chmod(0o755)
        for line in sys.stdin:
            order = json.loads(line)
            pid, folder = order.get("pid", 0), order.get("folder", "")
            if not pid:
                folder = tempfile.mkdtemp(dir=base)
                Path(folder).chmod(0o777)
                pid = os.fork()
                if not pid:
                    run(order, folder)
            sys.stdout.write(f"{json.dumps(wait(pid, folder))}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    serve()
