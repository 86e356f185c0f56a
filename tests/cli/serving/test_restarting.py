"""Starting anew after a change of the program."""

import sys
from pathlib import Path

import pytest

from showcase.cli.serving.restarting import compose_command, find_slips, is_outdated
from showcase.cli.serving.scope import PROGRAM


def test_finds_what_cannot_run(tmp_path: Path) -> None:
    texts = {"good.py": "x = 1\n", "bad.py": "x = 1\nif x\n", "nul.py": "x\0", "page.html": "{% if"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    slips = find_slips(tmp_path / name for name in (*texts, "gone.py"))
    assert [slip.removeprefix(str(tmp_path)).split(":")[0] for slip in slips] == ["/bad.py", "/nul.py"]
    assert slips[0].startswith(f"{tmp_path}/bad.py:2: ")


def test_serves_on_at_the_same_port_without_a_new_window() -> None:
    arguments = ["-W", "error", "build.py", "serve", "--open", "--port", "0", "--brands", "b"]
    assert compose_command(arguments, 8003) == [
        sys.executable,
        *("-W", "error", "build.py", "serve", "--port", "0", "--brands", "b", "--port=8003"),
    ]


@pytest.mark.parametrize(
    ("path", "now", "outdated"),
    [
        (PROGRAM / "cli/main.py", "same", False),
        (PROGRAM / "cli/main.py", "other", True),
        (Path("/elsewhere/own_hook.py"), "same", True),
    ],
)
def test_what_was_saved_while_it_started_is_in_it_already(path: Path, now: str, outdated: bool) -> None:
    assert is_outdated([path], "same", now) == outdated
