"""A child that is no comment any more, below a parent that is one still: in the draft that ``new`` writes."""

import re
from pathlib import Path

import pytest
from source.starter_draft import DRAFT

from showcase.language import load_translations
from showcase.model.fault_texts import has_errors, render_fault
from showcase.model.faults import Fault, sort_faults
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

LINES = DRAFT.split("\n")
FIELDS = [number for number, line in enumerate(LINES) if re.match(r"# +(- )?[a-z_]+:", line)]
PARENTS = [number for number in FIELDS if LINES[number].endswith(":")]


def indentation(number: int) -> int:
    return len(LINES[number]) - len(LINES[number][1:].lstrip())


def above(number: int) -> list[int]:
    """The fields that one belongs to."""
    found: list[int] = []
    for other in reversed(FIELDS[: FIELDS.index(number)]):
        if indentation(other) < indentation(found[-1] if found else number):
            found.append(other)
    return found


def below(number: int) -> list[int]:
    return [other for other in FIELDS if number in above(other)]


def tell(lines: list[str], folder: Path) -> list[Fault]:
    """Every error, but for files that only the sample names."""
    path = folder / "index.md"
    path.write_text("\n".join(lines), encoding="utf-8")
    faults = read_brand_file(BrandFile(str(path), "index.md", "s", "s/index.md", has_folder=True)).faults
    return [fault for fault in sort_faults(faults) if has_errors([fault]) and fault.code != "file-missing"]


def take_off(numbers: list[int]) -> list[str]:
    return [line[2:] if number in numbers else line for number, line in enumerate(LINES)]


@pytest.mark.parametrize("number", PARENTS, ids=lambda number: LINES[number].strip("# "))
@pytest.mark.parametrize("children", ["first", "all"])
def test_a_parent_that_is_a_comment_is_told(number: int, children: str, tmp_path: Path) -> None:
    chosen = below(number)[: 1 if children == "first" else None]
    (fault,) = tell(take_off([*above(number), *chosen]), tmp_path)
    assert (fault.code, fault.place.line) == ("parent-is-comment", number + 1)
    assert fault.details["line"] == str(chosen[0] + 1)


SILENT = {"methods", "cases"}
"""Whose first item may as well belong to the list above, where that holds."""


@pytest.mark.parametrize("number", PARENTS, ids=lambda number: LINES[number].strip("# "))
@pytest.mark.parametrize("children", ["first", "all"])
def test_so_it_is_where_every_other_field_holds(number: int, children: str, tmp_path: Path) -> None:
    rest = below(number)[1:] if children == "first" else []
    faults = tell(take_off([other for other in FIELDS if other not in (number, *rest)]), tmp_path)
    told = [(fault.code, fault.place.line) for fault in faults]
    if children == "all" or LINES[number].strip("# :") not in SILENT:
        assert told == [("parent-is-comment", number + 1)]


def test_each_of_several_parents_is_told(tmp_path: Path) -> None:
    (phases,) = (number for number in PARENTS if LINES[number] == "# phases:")
    faults = tell(take_off([other for other in below(phases) if len(above(other)) > 1]), tmp_path)
    assert {fault.code for fault in faults} == {"parent-is-comment"}
    assert [fault.details["key"] for fault in faults][:2] == ["phases", "appraisal"]


def test_it_is_told_what_belongs_where(tmp_path: Path) -> None:
    (number,) = (number for number in FIELDS if LINES[number].startswith("#   audience:"))
    (fault,) = tell(take_off([number]), tmp_path)
    text = render_fault(fault, load_translations("cli", "en"))
    assert (
        text.message
        == f"service is still a comment, and audience on line {number + 1}, which belongs below it, no longer is"
    )


REQUIRED = LINES[: LINES.index(next(line for line in LINES if line.startswith("## ──")))]


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("# 服务：见下\n  audience: [个人]", ["bad-indentation"]),
        ("# service: 见下\n  audience: [个人]", ["bad-indentation"]),
        ("## service:\n  audience: [个人]", ["bad-indentation"]),
        ("#service:\n  audience: [个人]", ["bad-indentation"]),
        ("# service:\n\n# 说明\n  audience: [个人]", ["bad-indentation"]),
        ("# service:\n  colour: 红", ["bad-indentation"]),
        ("# service:\n   audience: [个人]", ["bad-indentation"]),
        ("# audience:\n  items:\n    - name: 甲", ["bad-indentation"]),
        ("culture:\n# service:\n  audience: [个人]\n  conept: 甲", ["parent-is-comment"]),
        ("culture:\n# service:\n  conept: 甲", ["unknown-key"]),
        (
            'identity:\n  color: "#1e8ca8"\n# service:\n  audience: [个人]\nagnecy: 甲',
            ["parent-is-comment", "unknown-key"],
        ),
        ("phases:\n  appraisal:\n#   planning:\n    status: done\n    sumary: 甲", ["unknown-key"]),
        ("phases:\n  appraisal:\n#   planning:\n    status: done\n   planning:", ["bad-indentation"]),
        ("phases:\n  appraisal:\n#   planning:\n    status: 好", ["not-a-choice"]),
    ],
)
def test_nothing_is_guessed_at(written: str, codes: list[str], tmp_path: Path) -> None:
    faults = tell([*REQUIRED, *written.split("\n"), "---", ""], tmp_path)
    assert [fault.code for fault in faults] == codes


def test_many_parents_take_no_longer_than_they_are(tmp_path: Path) -> None:
    lines = ["# service:", "  audience: [个人]"] * 3_000
    faults = tell([*REQUIRED, *lines, "---", ""], tmp_path)
    assert faults[0].code == "parent-is-comment"
