"""What holds of the project as a whole: who imports whom, what lies where, how long things are, what is locked."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po

import showcase

ROOT = Path(__file__).parents[1]
HOOKS = ROOT / "hooks"
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in HOOKS.rglob("*.py"))
DOMAINS = {"cli": ("cli", "model", "source"), "site": ("views", "frame")}


@cache
def read_project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_package_has_its_layer() -> None:
    packages = {path.stem for path in (HOOKS / "showcase").iterdir() if (path / "__init__.py").is_file()}
    # That they hold is for `make lint` to say: import-linter sets the whole process' logging.
    contracts = {contract["id"]: contract for contract in read_project()["tool"]["importlinter"]["contracts"]}
    layers = [name.strip() for layer in contracts["layers"]["layers"] for name in layer.split("|")]
    assert layers == ["cli", "frame", "compile", "views", "catalogue", "source", "model", "language"]
    assert packages == {*layers} - {"language"}
    outside = {module.removeprefix("showcase.") for module in contracts["chrome"]["source_modules"]}
    assert outside == {*layers} - {"frame"}


def test_a_build_loads_nothing_that_only_some_builds_need() -> None:
    code = "import sys, showcase.cli.building; print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=HOOKS, check=True, capture_output=True, text=True).stdout
    seldom = {"jinja2", "markdown", "mkdocs", "pypinyin", "segno", "yaml", "showcase.compile.bench"}
    assert seldom & {*told.split()} == set()


def test_the_hook_is_wiring() -> None:
    source = (HOOKS / "compile_brands.py").read_text(encoding="utf-8")
    imported = {name.partition(".")[0] for name in iterate_imports(ast.parse(source))}
    assert imported - {"mkdocs", "showcase"} <= {"__future__", "pathlib", "typing", "collections", "logging"}


def iterate_imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def test_the_hooks_folder_holds_the_hook_and_the_compiler() -> None:
    entries = {path.name for path in HOOKS.iterdir() if path.name != "__pycache__"}
    assert entries == {"compile_brands.py", "showcase"}


def test_python_at_the_top_is_the_command_line_alone() -> None:
    assert [path.name for path in ROOT.glob("*.py")] == ["build.py"]


@pytest.mark.parametrize("module", MODULES)
def test_files_and_functions_stay_short(module: str) -> None:
    source = (ROOT / module).read_text(encoding="utf-8")
    assert source.count("\n") <= 350
    functions = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef)]
    assert [node.name for node in functions if (node.end_lineno or 0) - node.lineno >= 60] == []


@pytest.mark.parametrize("module", MODULES)
def test_modules_are_named_for_what_they_hold(module: str) -> None:
    assert Path(module).stem not in {"utils", "util", "helpers", "helper", "common", "misc", "manager"}


@pytest.mark.parametrize("domain", DOMAINS)
def test_every_message_has_its_chinese(domain: str) -> None:
    path = HOOKS / f"showcase/locale/zh_Hans/LC_MESSAGES/{domain}.po"
    with path.open("rb") as file:
        known = {message.id: message.string for message in read_po(file, locale="zh_Hans") if message.id}
    assert [text for text in extract_messages(domain) if not known.get(text)] == []
    assert [text for text, chinese in known.items() if placeholders(text) != placeholders(chinese)] == []


def extract_messages(domain: str) -> list[Any]:
    mappings = [(mapping["pattern"], mapping["method"]) for mapping in read_project()["tool"]["babel"]["mappings"]]
    folders = (HOOKS / "showcase" / package for package in DOMAINS[domain])
    keywords = {**DEFAULT_KEYWORDS, "text": None}  # `words.text`, as in the Makefile
    return [found[2] for folder in folders for found in extract_from_dir(folder, mappings, keywords=keywords)]


def placeholders(text: str | tuple[str, ...]) -> set[str]:
    return set(re.findall(r"\{\w+\}|%\(\w+\)s", text if isinstance(text, str) else "".join(text)))


def test_the_version_is_told_once() -> None:
    assert read_project()["project"]["version"] == showcase.__version__


def read_lock(name: str) -> dict[str, str]:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))


@pytest.mark.parametrize(("name", "wanted"), [("site", "dependencies"), ("test", "test")])
def test_everything_wanted_is_locked(name: str, wanted: str) -> None:
    project = read_project()
    requirements = project["project"]["dependencies"] + (project["dependency-groups"][wanted] if name == "test" else [])
    names = {re.split(r"[^\w-]", requirement)[0].lower() for requirement in requirements}
    assert names <= set(read_lock(name))


@pytest.mark.parametrize("name", ["site", "test", "audit"])
def test_a_lock_names_files_by_their_digests_and_no_place(name: str) -> None:
    text = (ROOT / f"requirements/{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z])", re.sub(r"^\s*#.*\n", "", text, flags=re.MULTILINE))
    assert [entry.partition(" ")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert re.findall(r"https?:|file:|--(?:index|extra|find)\S*| @ |^[./]", text, re.MULTILINE) == []


def test_tests_run_on_what_the_site_is_built_with() -> None:
    site, test = read_lock("site"), read_lock("test")
    assert {name: test.get(name) for name in site} == site


def test_both_forges_ask_the_same_of_editors() -> None:
    github = (ROOT / ".github/PULL_REQUEST_TEMPLATE.md").read_text(encoding="utf-8")
    gitlab = (ROOT / ".gitlab/merge_request_templates/Default.md").read_text(encoding="utf-8")
    assert github == gitlab


def test_the_workflow_may_read_and_no_more() -> None:
    workflow = yaml.safe_load((ROOT / ".github/workflows/showcase.yml").read_text(encoding="utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    used = [step["uses"] for step in steps if "uses" in step]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name in used if not re.fullmatch(r"actions/[\w-]+@v\d+", name)] == []
    checkouts = [step["with"] for step in steps if step.get("uses", "").startswith("actions/checkout@")]
    assert all(options["fetch-depth"] == 0 and not options["persist-credentials"] for options in checkouts)


def test_make_explains_every_command_in_both_languages() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    named = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    explained = dict(re.findall(r"^([a-z]+):.*## (.*)$", makefile, re.MULTILINE))
    assert named is not None
    assert set(named[1].split()) == set(explained)
    assert [name for name, text in explained.items() if not re.fullmatch(r".*[一-鿿].* / [a-z].*", text)] == []
