"""Compiled templates are kept beside them, and taken only by the program that kept them, and whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment, FileSystemLoader

from showcase.compile.identity import digest_program
from showcase.compile.kept_templates import KeptTemplates
from showcase.compile.stamp import sign_program

HOOKS = Path(sys.modules["showcase"].__path__[0]).parent
BUILD = """
import sys
from pathlib import Path
from showcase.compile.stamp import sign_program
from showcase.compile.workshop import prepare_templates

program = sign_program()
for path in map(Path, sys.argv[1:]):
    path.write_text(path.read_text("utf-8") + "# edited", "utf-8")
prepare_templates(program, "en")
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    (tmp_path / "page.html").write_text("before", "utf-8")
    return tmp_path


def render(folder: Path, program: str = "one", locale: str = "zh-Hans") -> str:
    environment = Environment(loader=FileSystemLoader(folder))
    environment.bytecode_cache = KeptTemplates(program, locale)
    return environment.get_template("page.html").render()


def keep_another(folder: Path) -> Path:
    """Has what is kept of a template say something else than it does, and gives its file."""
    assert render(folder) == "before"
    (place,) = (folder / "__pycache__").iterdir()
    source = (folder / "page.html").read_text("utf-8")
    environment = Environment(loader=DictLoader({"page.html": source}))
    kept = KeptTemplates("one", "zh-Hans")
    bucket = kept.get_bucket(environment, "page.html", str(folder / "page.html"), source)
    bucket.code = environment.compile("after", "page.html", "page.html")
    kept.dump_bytecode(bucket)
    return place


def test_it_is_taken_by_the_same_program(folder: Path) -> None:
    place = keep_another(folder)
    assert render(folder) == "after"
    assert [place] == list((folder / "__pycache__").iterdir())


@pytest.mark.parametrize("other", [("two", "zh-Hans"), ("one", "en")])
def test_it_is_not_taken_by_another(folder: Path, other: tuple[str, str]) -> None:
    keep_another(folder)
    assert render(folder, *other) == "before"


@pytest.mark.parametrize("at", [0, 20, -1])
def test_it_is_not_taken_where_it_is_damaged(folder: Path, at: int) -> None:
    place = keep_another(folder)
    content = bytearray(place.read_bytes())
    content[at] ^= 1
    place.write_bytes(content)
    assert render(folder) == "before"
    assert render(folder) == "before"


def test_it_is_not_taken_for_another_source(folder: Path) -> None:
    keep_another(folder)
    (folder / "page.html").write_text("later", "utf-8")
    assert render(folder) == "later"


def test_nothing_is_kept_where_python_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert render(folder) == "before"
    assert [path.name for path in folder.iterdir()] == ["page.html"]


def test_a_folder_that_cannot_be_written_is_left_alone(folder: Path) -> None:
    (folder / "__pycache__").write_text("in the way", "utf-8")
    assert render(folder) == "before"


def test_it_is_no_part_of_the_program() -> None:
    before = (digest_program(), sign_program())
    place = Path(sys.modules["showcase"].__path__[0], "views", "templates", "__pycache__", "test.pyc")
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(b"kept")
    try:
        assert (digest_program(), sign_program()) == before
    finally:
        place.unlink()


def test_what_old_code_compiled_is_not_taken_by_code_that_was_put_in_its_place_meanwhile(tmp_path: Path) -> None:
    hooks = shutil.copytree(HOOKS, tmp_path / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    views = hooks / "showcase/views"

    def build(*edited: Path) -> bytes:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
        command = [sys.executable, "-c", BUILD, *map(str, edited)]
        subprocess.run(command, env={**environment, "PYTHONPATH": str(hooks)}, check=True)
        (place,) = (views / "templates/__pycache__").glob("brand.*")
        return place.read_bytes()

    old = build(views / "template_code.py")
    new = build()
    assert new != old
    assert build() == new
