"""The command ``serve`` as an editor runs it: the real process, a real port, files saved under it."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from showcase.compile.lock import hold_lock

ROOT = Path(__file__).parents[2]
PATIENCE = 60
"""Seconds after which a busy machine is a broken one."""
Run = Callable[..., Result]
LayOut = Callable[[Path, str], Path]


class Serving:
    """One process of ``serve``, with what it tells its pages."""

    def __init__(self, project: Path) -> None:
        command = [sys.executable, str(ROOT / "build.py"), "--lang", "en", "serve", "--port", "0", "--jobs", "1"]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.project = project
        self.log = project / "serve.log"
        # A shell switches Ctrl-C off for what it runs in the background, and for all that comes of it.
        inherited = signal.signal(signal.SIGINT, signal.default_int_handler)
        try:
            with self.log.open("w", encoding="utf-8") as log:
                self.process = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
        finally:
            signal.signal(signal.SIGINT, inherited)
        self.address = self.await_line(r"^Preview: (http://127\.0\.0\.1:\d+/\S*) ")

    def await_line(self, pattern: str) -> str:
        """The first group of a pattern, once the terminal shows it."""
        end = time.monotonic() + PATIENCE
        while not (found := re.search(pattern, self.read_log(), re.MULTILINE)):
            assert self.process.poll() is None, self.read_log()
            assert time.monotonic() < end, self.read_log()
            time.sleep(0.02)
        return found[1]

    def read_log(self) -> str:
        return self.log.read_text(encoding="utf-8")

    @property
    def host(self) -> str:
        return "/".join(self.address.split("/")[:3])

    def ask(self, path: str) -> tuple[int, str]:
        """Status and text of a page; no status while nobody answers."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode()
        except OSError:
            return 0, ""

    def read_state(self) -> dict[str, Any]:
        """How things stand, as a page that is opened now is told."""
        try:
            with urllib.request.urlopen(f"{self.host}/__preview__/events", timeout=PATIENCE) as stream:
                line = next(line for line in stream if line.startswith(b"data: "))
        except OSError:
            return {"version": "", "building": True, "problem": None}
        state: dict[str, Any] = json.loads(line[6:])
        return state

    def await_state(self, holds: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """The first state that is right."""
        end = time.monotonic() + PATIENCE
        while not holds(state := self.read_state()):
            assert time.monotonic() < end, (state, self.read_log())
            time.sleep(0.02)
        return state

    def await_page(self, path: str, holds: Callable[[int, str], bool]) -> str:
        """A page, once it is right."""
        end = time.monotonic() + PATIENCE
        while not holds(*(page := self.ask(path))):
            assert time.monotonic() < end, (page[0], self.read_log())
            time.sleep(0.02)
        return page[1]

    def write(self, name: str, text: str) -> None:
        """Saves as many editors do: beside the file, then renamed over it."""
        beside = self.project / f"{name}.saving"
        beside.write_text(text, encoding="utf-8")
        beside.replace(self.project / name)

    def end(self) -> int:
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


@pytest.fixture
def start(tmp_path: Path, lay_out: LayOut) -> Iterator[Callable[..., Serving]]:
    """Starts ``serve`` in a small project, with files over those of the project."""
    serving: list[Serving] = []

    def begin(**files: str) -> Serving:
        project = lay_out(tmp_path / "project", "right/statuses")
        for name, text in files.items():
            (project / f"{name}.yml").write_text(text, encoding="utf-8")
        serving.append(Serving(project))
        return serving[0]

    yield begin
    for one in serving:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(PATIENCE)


def test_shows_what_is_saved_and_what_is_wrong(start: Callable[..., Serving]) -> None:
    serving = start()
    page = serving.project / "brands/haoban.md"
    good = page.read_text(encoding="utf-8")
    assert "新窗口" in serving.ask("brands/xinchuangkou/")[1]
    first = serving.await_state(lambda state: not state["building"])["version"]

    serving.write("brands/haoban.md", good.replace("好办快办", "一窗通办"))
    serving.await_page("brands/haoban/", lambda _, text: "一窗通办" in text)
    edited = serving.await_state(lambda state: state["version"] not in ("", first) and not state["building"])["version"]

    serving.write("brands/haoban.md", good.replace("category: desk", "category: <b>nowhere"))
    state = serving.await_state(lambda state: state["problem"] is not None)
    assert {fault["place"] for fault in state["problem"]["faults"]} == {"brands/haoban.md:4:11"}
    assert "<b>nowhere" in "".join(state["problem"]["faults"][0]["source"])
    assert state["version"] == edited
    assert "一窗通办" in serving.ask("brands/haoban/")[1]
    assert "error[not-in-vocabulary]" in serving.read_log()

    assert "change seen" not in serving.read_log()
    serving.write("brands/haoban.md", good.replace("好办快办", "快办好办"))
    serving.await_line(r"^\S+ (brands/haoban\.md): change seen, building …$")
    serving.await_state(lambda state: state["problem"] is None and state["version"] not in ("", edited))
    assert "快办好办" in serving.ask("brands/haoban/")[1]

    page.unlink()
    missing = serving.await_page("brands/haoban/", lambda status, _: status == 404)
    assert "/__preview__/overlay.js" in missing
    serving.write("brands/haoban.md", good)
    serving.await_page("brands/haoban/", lambda status, text: status == 200 and "好办快办" in text)
    (serving.project / "docs/about.md").write_text("# 关于我们\n\n新写的一页。\n", encoding="utf-8")
    serving.await_page("about/", lambda _, text: "新写的一页。" in text)

    assert serving.end() == 0
    assert "Traceback" not in serving.read_log()
    assert not (serving.project / "site").exists()
    published = serving.project / ".cache/preview/site/brands/haoban/index.html"
    assert "__preview__" not in published.read_text(encoding="utf-8")


def test_starts_with_faults_below_a_path_and_starts_anew(start: Callable[..., Serving]) -> None:
    serving = start(base="INHERIT: project.yml\nsite_name: [\n")
    status, text = serving.ask("brands/")
    assert (status, "/__preview__/overlay.js" in text) == (503, True)
    (fault,) = serving.read_state()["problem"]["faults"]
    assert (fault["code"], fault["place"].partition(":")[0]) == ("unclosed-bracket", "base.yml")

    settings = (ROOT / "tests/sites/base.yml").read_text(encoding="utf-8")
    serving.write("base.yml", f"{settings}\nsite_url: https://brands.example/sub/path/\n")
    serving.await_state(lambda state: state["version"] != "" and not state["building"])
    serving.address = f"{serving.host}/sub/path/"
    assert serving.ask("brands/haoban/")[0] == 200
    assert 'href="/sub/path/brands/"' in serving.ask("none/")[1]
    with urllib.request.urlopen(f"{serving.host}/", timeout=PATIENCE) as answer:
        assert answer.url == serving.address

    # Any Python file that is watched may be the program's.
    old = serving.read_state()["version"].split("-")[0]
    serving.write("docs/example.py", "if\n")
    serving.await_line(r"(cannot start: .*example\.py:1: )")
    serving.write("docs/example.py", "x = 1\n")
    serving.await_line(r"(?s)(starting anew.*Preview: )")
    anew = serving.await_state(lambda state: state["version"] != "")
    assert anew["version"].split("-")[0] != old
    assert serving.end() == 0
    assert "Traceback" not in serving.read_log()


@pytest.fixture
def project(tmp_path: Path, lay_out: LayOut) -> Path:
    return lay_out(tmp_path / "project", "right/minimal")


def test_says_that_a_port_is_taken(project: Path, run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run(project, "serve", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"error: port {port} cannot be used (")
    assert "name another with --port" in result.stderr
    assert not (project / "site").exists()


def test_says_that_a_preview_is_running(project: Path, run: Run) -> None:
    with hold_lock(project / ".cache/preview/running"):
        result = run(project, "serve")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: a preview of this project is running already")


def test_says_that_the_cache_cannot_be_written(project: Path, run: Run) -> None:
    (project / "file").touch()
    result = run(project, "serve", "--cache", "file")
    assert result.exit_code == 2
    assert result.stderr.startswith("error: file/preview/running: ")
