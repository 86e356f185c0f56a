"""What the documents say is held to the code: fields, settings, options, figures, links, commands, dependencies."""

import json
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import SimpleNamespace

import click
import pytest
import yaml

from showcase.cli import exits
from showcase.cli.building import Outcome
from showcase.cli.clock import Clock
from showcase.cli.main import COMMANDS, showcase
from showcase.compile.publish import Published
from showcase.model.brand import FrontMatter
from showcase.model.fault_texts import KINDS
from showcase.model.feedback import Feedback
from showcase.model.limits import Limits
from showcase.model.settings import Settings
from showcase.model.vocabulary import Vocabulary
from showcase.source.schema import choices_at, keys_at, type_at
from showcase.views.frame import TABS

ROOT = Path(__file__).parents[1]
READMES = ("README.md", "README.zh.md")
FIELDS = "docs/reference/fields.md"
SETTINGS = "docs/reference/settings.md"
TOP = (*READMES, "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md")
DOCUMENTS = (*TOP, *sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*.md")))
FROM_MKDOCS = {"site_name", "site_url"}
FENCE = re.compile(r"^( *)```(\w*)[^\n]*\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")

FieldPath = tuple[str | int, ...]


@cache
def read_document(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def list_blocks(name: str, language: str) -> list[str]:
    return [found[3] for found in FENCE.finditer(read_document(name)) if found[2] == language]


def list_code(name: str) -> list[str]:
    """Every line of shell in the fences of a document, and every code span outside them."""
    shell = "".join(list_blocks(name, "console") + list_blocks(name, "bash"))
    return [*shell.replace("\\\n", " ").splitlines(), *SPAN.findall(FENCE.sub("", read_document(name)))]


def cut_section(name: str, heading: str) -> list[str]:
    """The lines below the one heading that has the word, up to the next of its level or above."""
    lines = FENCE.sub("", read_document(name)).splitlines()
    word = re.compile(rf"(#+) (?:.*[ `])?{re.escape(heading)}(?:[ `：].*)?")
    starts = [(index, found[1]) for index, line in enumerate(lines) if (found := word.fullmatch(line))]
    assert len(starts) == 1, f"{name}: {heading}: {len(starts)} headings"
    start, level = starts[0]
    ends = (index for index, line in enumerate(lines) if index > start and re.match(rf"#{{1,{len(level)}}} ", line))
    return lines[start + 1 : next(ends, len(lines))]


def list_first_cells(lines: list[str]) -> list[str]:
    """The code spans in the first column of the tables."""
    return [span for line in lines if line.startswith("| ") for span in SPAN.findall(line.split("|")[1])]


def iterate_fields(path: FieldPath = ()) -> Iterator[FieldPath]:
    for key in keys_at(FrontMatter, path):
        yield (*path, key)
        member = (*path, key, 0)
        yield from iterate_fields(member if takes_list(member) else (*path, key))


def takes_list(member: FieldPath) -> bool:
    return type_at(FrontMatter, member) is not None


def find_lines(path: FieldPath) -> list[str]:
    """The lines of the field reference that are about a field: its group's section, its list's row, down to it."""
    lines = read_document(FIELDS).splitlines()
    for part in (part for part in path if isinstance(part, str)):
        if any(re.fullmatch(rf"## .* {part}", line) for line in lines):
            lines = cut_section(FIELDS, part)
            continue
        named = [line for line in lines if f"`{part}`" in line or f"`{part}: " in line]
        rows = [line for line in named if line.startswith("|")]
        lines = rows or (lines if named else [])
    return lines


@pytest.mark.parametrize("path", list(iterate_fields()), ids=lambda path: ".".join(map(str, path)))
def test_every_field_is_in_the_reference(path: FieldPath) -> None:
    lines = find_lines(path)
    assert lines != []
    assert [choice for choice in choices_at(FrontMatter, path) if f"`{choice}`" not in "".join(lines)] == []


def test_the_reference_has_the_fields_it_is_held_to() -> None:
    paths = {".".join(part for part in path if isinstance(part, str)) for path in iterate_fields()}
    assert paths >= {"name", "identity.logo_alt", "service.channels.phone", "phases.appraisal.deliberations.kind"}
    assert find_lines(("service", "phone", "nothing")) == []


@pytest.mark.parametrize("key", sorted(set(Settings.model_fields) - FROM_MKDOCS))
def test_every_setting_is_in_the_reference_with_its_default(key: str) -> None:
    rows = [line for line in cut_section(SETTINGS, "extra.showcase") if line.startswith(f"| `{key}` |")]
    default = Settings.model_fields[key].default
    assert len(rows) == 1
    told = (
        "见下"
        if isinstance(default, Limits | Feedback)
        else {None: "不显示", (): "无", True: "`true`"}.get(default, f"`{default}`")
    )
    assert rows[0].split("|")[2].strip() == told


def test_the_reference_has_no_setting_that_is_none() -> None:
    assert set(list_first_cells(cut_section(SETTINGS, "extra.showcase"))) == set(Settings.model_fields) - FROM_MKDOCS
    assert set(list_first_cells(cut_section(SETTINGS, "MkDocs"))) >= FROM_MKDOCS


def test_every_way_of_feedback_is_in_the_reference() -> None:
    assert list_first_cells(cut_section(SETTINGS, "extra.showcase.feedback"))[:5] == list(Feedback.model_fields)


def test_every_limit_is_in_the_reference_with_its_default_and_its_fault() -> None:
    rows = [line.split("|") for line in cut_section(SETTINGS, "extra.showcase.limits") if line.startswith("| `")]
    told = {row[1].strip(" `"): row[2].strip(" `") for row in rows}
    assert told == {name: str(value) for name, value in dict(Limits()).items()}
    assert [row[4] for row in rows if row[4].strip(" `") not in KINDS] == []


@cache
def read_command(name: str) -> click.Command:
    command = showcase.get_command(click.Context(showcase), name) if name else showcase
    assert command is not None
    return command


def list_options(command: click.Command) -> set[str]:
    context = click.Context(command, **command.context_settings)
    own = [option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts]
    return {*own, *(context.help_option_names if command is showcase else ())}


@pytest.mark.parametrize(("name", "heading"), [("", "build.py"), *((name, name) for name in COMMANDS)])
def test_the_options_of_a_command_are_those_in_the_reference(name: str, heading: str) -> None:
    lines = cut_section(SETTINGS, heading)
    if not name:
        lines = lines[: next(index for index, line in enumerate(lines) if line.startswith("### "))]
    told = {span.partition(" ")[0] for span in list_first_cells(lines)}
    assert told == list_options(read_command(name))


def list_choices() -> list[tuple[str, str, str]]:
    return [
        (name, parameter.opts[0], str(choice))
        for name in COMMANDS
        for parameter in read_command(name).params
        if isinstance(parameter.type, click.Choice) and "--lang" not in parameter.opts
        for choice in parameter.type.choices
    ]


@pytest.mark.parametrize(("name", "option", "choice"), list_choices())
def test_every_choice_of_an_option_is_in_the_reference(name: str, option: str, choice: str) -> None:
    rows = [line for line in cut_section(SETTINGS, name) if line.startswith(f"| `{option}` |")]
    assert [f"`{choice}`" in row for row in rows] == [True]


def test_every_command_is_in_the_reference() -> None:
    lines = cut_section(SETTINGS, "build.py")
    assert {found[1] for line in lines if (found := re.match(r"### ([a-z]+)：", line))} == set(COMMANDS)


def test_every_exit_code_is_in_the_reference() -> None:
    codes = {str(value) for name, value in vars(exits).items() if name.isupper()}
    assert set(list_first_cells(cut_section(SETTINGS, "退出码"))) == {*codes, "130"}


def test_the_figures_of_a_build_are_those_in_the_reference() -> None:
    content = SimpleNamespace(catalogue=SimpleNamespace(entries=()), left_out=0)
    given = json.loads(Outcome(content, 0, (), Published(0, 0), Clock()).as_json())
    (block,) = list_blocks(SETTINGS, "json")
    told = json.loads(block)
    assert (list(told), list(told["seconds"])) == (list(given), list(given["seconds"]))
    lines = cut_section(SETTINGS, "--json")
    assert list_first_cells(lines) == list(given)
    assert [key for key in given["seconds"] if f"`{key}`" not in "".join(lines)] == []


def iterate_links(name: str) -> Iterator[tuple[str, str]]:
    """The relative links of a document: path and fragment."""
    text = SPAN.sub("", FENCE.sub("", read_document(name)))
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target):
            path, _, fragment = target.partition("#")
            yield path, fragment


def list_anchors(path: Path) -> set[str]:
    headings = re.findall(r"^#+ (.*?)(?: \{#([\w-]+)\})?$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {own or re.sub(r"[^\w -]", "", text).strip().lower().replace(" ", "-") for text, own in headings}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_relative_link_leads_somewhere(name: str) -> None:
    drawn = {ROOT / f"docs/{tab}/index.md" for tab in TABS}
    folder = (ROOT / name).parent
    lost = []
    for path, fragment in iterate_links(name):
        target = (folder / path).resolve() if path else ROOT / name
        found = target.exists() and (not fragment or fragment in list_anchors(target))
        if not found and target not in drawn:
            lost.append(f"{path}#{fragment}")
    assert lost == []


def test_the_links_held_are_there() -> None:
    assert ("docs/guide/hosting.md", "") in iterate_links("README.md")
    assert ("CONTRIBUTING.md", "dependencies") in iterate_links("README.md")


def list_make_targets() -> set[str]:
    named = re.search(r"^\.PHONY: (.*)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert named is not None
    return set(named[1].split())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_command_named_is_there(name: str) -> None:
    code = list_code(name)
    made = {found for line in code for found in re.findall(r"(?:^|[ /])make ([a-z]+)", line)}
    built = {found for line in code for found in re.findall(r"build\.py ([a-z]+)", line)}
    options = {
        (command, option)
        for line in code
        for command, rest in re.findall(r"build\.py ([a-z]+)((?: [^ ]+)*)", line)
        for option in re.findall(r" (--[a-z-]+)", rest)
    }
    assert made <= list_make_targets()
    assert built <= set(COMMANDS)
    assert [(command, option) for command, option in options if option not in list_options(read_command(command))] == []


@pytest.mark.parametrize("name", READMES)
def test_a_readme_begins_with_the_two_commands(name: str) -> None:
    assert list_blocks(name, "console")[0].split("\n") == ["make site", "make test", ""]


def test_both_readmes_say_the_same_commands_and_paths() -> None:
    english, chinese = READMES
    assert list_blocks(english, "console") == list_blocks(chinese, "console")
    tables = [list_first_cells(read_document(name).splitlines()) for name in READMES]
    assert tables[0] == tables[1]


@pytest.mark.parametrize(("name", "last"), [("README.md", "Not there yet"), ("README.zh.md", "还没有的")])
def test_a_readme_ends_with_what_is_not_there_yet(name: str, last: str) -> None:
    missing = " ".join(cut_section(name, last))
    assert re.findall(r"^## (.*)$", read_document(name), re.MULTILINE)[-1] == last
    assert [command for command in COMMANDS if f"`{command}`" in missing] == []


@pytest.mark.parametrize("name", [*READMES, "docs/guide/index.md"])
def test_the_five_lines_make_a_brand(name: str) -> None:
    (example,) = list_blocks(name, "markdown")
    brand = FrontMatter.model_validate(yaml.safe_load(example.split("---")[1]))
    catalogue = yaml.safe_load((ROOT / "brands/_catalogue.yml").read_text(encoding="utf-8"))
    vocabulary = Vocabulary.model_validate(catalogue)
    assert example.split("---")[1].strip().count("\n") + 1 == 5
    assert brand.agency in vocabulary.agencies
    assert brand.category in vocabulary.categories


def test_the_contributors_table_has_every_command() -> None:
    told = {span.removeprefix("make ") for span in list_first_cells(cut_section("CONTRIBUTING.md", "Commands"))}
    assert told == list_make_targets() - {"help"}


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md"])
def test_every_path_in_a_guide_is_there(name: str) -> None:
    paths = {span for span in list_code(name) if re.fullmatch(r"(?:hooks|tests|docs|requirements)/\S+", span)}
    assert len(paths) > 10
    assert sorted(path for path in paths if not (ROOT / path).exists()) == []


def test_the_table_of_dependencies_is_whole() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["test"]]
    rows = [line.split("|") for line in cut_section("CONTRIBUTING.md", "Dependencies") if line.startswith("| ")]
    cells = [row[1:-1] for row in rows if row[1].strip() not in {"dependency", "---"}]
    told = [name.strip().lower() for cell in cells for name in cell[0].split(",")]
    assert sorted(told) == sorted(re.split(r"[^\w-]", line)[0].lower() for line in wanted)
    assert [cell for cell in cells if len(cell) != 4 or not all(text.strip() for text in cell)] == []


def test_the_changelog_tells_what_is_not_released() -> None:
    found = re.search(r"^## \[Unreleased\]\n(.*?)(?=^## |\Z)", read_document("CHANGELOG.md"), re.MULTILINE | re.DOTALL)
    assert found is not None
    groups = re.findall(r"^### (.*)\n\n- ", found[1], re.MULTILINE)
    assert groups != []
    assert set(groups) <= {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_the_documents_are_in_the_navigation() -> None:
    # Not safe_load: mkdocs.yml may hold tags of its own.
    nav = re.findall(r"^ +- (?:.*: )?(\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"guide/hosting.md", "reference/settings.md", "reference/fields.md"} <= set(nav)
