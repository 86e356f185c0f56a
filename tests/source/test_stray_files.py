"""Files of the brands folder that are meant as brands and not called so, and the mend that is told of each."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from showcase.cli.main import showcase
from showcase.language import load_translations
from showcase.model.fault_texts import has_errors, render_fault, severity_of
from showcase.model.faults import Severity
from showcase.source.brand_folder import Reading, read_catalogue_source
from showcase.source.stray_files import stem_of

VOCABULARY = """\
agencies: {office: {name: 示例市政务办}}
categories: {services: {name: 政务服务}}
levels: {}
"""
BRAND = """\
---
name: 苏州办
agency: office
category: services
slogan: 掌上办事，一站直达
summary: 一个入口汇集全市政务服务，个人和企业在手机上就能查询、办理、评价。
sources: [{title: 报道}]
---
故事
"""
OTHER = BRAND.replace("苏州办", "别的品牌").replace("全市", "各县")
THIRD = BRAND.replace("苏州办", "又一品牌").replace("全市", "各镇")
WORD = b"PK\x03\x04"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "brands", {"_catalogue.yml": VOCABULARY})
    return tmp_path / "brands"


def fill(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def read(folder: Path) -> Reading:
    return read_catalogue_source(folder, root=folder.parent)


def hints(reading: Reading) -> list[str]:
    return [render_fault(fault, load_translations("cli", "en")).hint for fault in reading.faults]


@pytest.mark.parametrize(
    ("name", "content", "then"),
    [
        ("suzhouban.MD", BRAND, ""),
        ("suzhouban.Md", "故事\n", "no-front-matter"),
        ("suzhouban.markdown", BRAND, ""),
        ("suzhouban.md.txt", BRAND, ""),
        ("suzhouban.MD.TXT", "", "empty-file"),
        ("suzhouban.txt", BRAND, ""),
        ("suzhouban.txt", "\ufeff" + BRAND, ""),
        ("suzhouban.txt", BRAND.replace("\n", "\r\n"), ""),
        ("suzhouban.txt", BRAND.encode("utf-16"), "wrong-encoding"),
        ("suzhouban.txt", BRAND.replace("---\n故事", "故事"), "unclosed-front-matter"),
        ("suzhouban.yml", BRAND, ""),
        ("suzhouban", BRAND, ""),
        ("suzhouban.md.bak", BRAND, ""),
        ("苏州办.txt", BRAND, ""),
        ("Su Zhou Ban.MD", BRAND, ""),
    ],
)
def test_what_is_meant_as_a_brand_is_to_be_renamed(name: str, content: str | bytes, then: str, folder: Path) -> None:
    """``then`` is what is wrong with the text itself."""
    fill(folder, {name: content})
    reading = read(folder)
    assert [fault.code for fault in reading.faults] == ["wrong-ending"]
    assert severity_of(reading.faults[0]) is Severity.ERROR
    (target,) = re.findall(r"^Rename it to (\S+);", hints(reading)[0])
    assert re.fullmatch(r"su-?zhou-?ban\.md", target)
    (folder / name).rename(folder / target)
    after = read(folder)
    assert (after.found, [fault.code for fault in after.faults]) == (1, [then] if then else [])


@pytest.mark.parametrize(
    ("files", "codes"),
    [
        ({"notes.txt": "要点"}, ["stray-file"]),
        ({"a.yml": "a: 1\n"}, ["stray-file"]),
        ({"readme.txt": "---\n---\n"}, ["stray-file"]),
        ({"README.MD": "说明"}, []),
        ({"a.png": b"\x89PNG"}, ["stray-file"]),
        ({"_suzhouban.txt": BRAND}, []),
        ({"~$uzhouban.docx": WORD}, ["stray-file"]),
        ({"suzhouban.md": BRAND, "suzhouban.md.bak": BRAND}, ["stray-file"]),
        ({"suzhouban/index.md": BRAND, "suzhouban.docx": WORD}, ["stray-file"]),
    ],
)
def test_what_is_meant_as_none_is_left_out_with_a_warning(
    files: dict[str, str | bytes], codes: list[str], folder: Path
) -> None:
    fill(folder, files)
    assert [fault.code for fault in read(folder).faults] == codes


@pytest.mark.parametrize("there", ["suzhouban.md", "suzhouban/index.md"])
@pytest.mark.parametrize("name", ["suzhouban.MD", "suzhouban.md.txt", "suzhouban.txt"])
def test_a_brand_that_is_there_already_is_not_to_be_overwritten(name: str, there: str, folder: Path) -> None:
    fill(folder, {there: BRAND, name: OTHER})
    if len(list(folder.iterdir())) < 3:
        pytest.skip("both names are of one file here")
    reading = read(folder)
    assert [fault.code for fault in reading.faults] == ["wrong-ending"]
    assert hints(reading)[0].startswith("The brand suzhouban is there already: ")
    (folder / name).unlink()
    assert not read(folder).faults


@pytest.mark.parametrize("name", [".md", ".md.txt", ".txt", ".MD"])
def test_a_name_that_is_nothing_but_an_ending_has_an_end(name: str) -> None:
    assert stem_of(name).startswith(".")


def test_several_of_one_name_get_names_of_their_own(folder: Path) -> None:
    fill(folder, {"苏州办.MD": BRAND, "苏州办.txt": OTHER, "suzhouban.md": THIRD})
    reading = read(folder)
    for fault in reading.faults:
        (folder / Path(fault.place.path).name).rename(folder / fault.details["suggestion"])
    assert sorted(path.name for path in folder.glob("*.md")) == ["suzhouban-2.md", "suzhouban-3.md", "suzhouban.md"]
    assert not read(folder).faults


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("suzhouban.docx", "office-document"),
        ("suzhouban.DOC", "office-document"),
        ("苏州办.wps", "office-document"),
        ("suzhouban/suzhouban.docx", "no-index-file"),
        ("suzhouban/说明.wps", "no-index-file"),
        ("苏州办/苏州办.docx", "no-index-file"),
        ("★★.docx", "office-document"),
    ],
)
def test_of_an_office_document_it_is_told_how_to_begin(name: str, code: str, folder: Path) -> None:
    fill(folder, {name: WORD})
    reading = read(folder)
    assert [fault.code for fault in reading.faults] == [code]
    assert render_fault(reading.faults[0], load_translations("cli", "en")).found == Path(name).name
    (command,) = re.findall(r"`python build\.py new ?(\S*)`", hints(reading)[0])
    options = ("--name", "苏州办", "--agency", "office", "--category", "services", "--slogan", "掌上办事，一站直达")
    summary = "一个入口汇集全市政务服务，个人和企业在手机上就能查询、办理、评价。"
    args = ["new", *filter(None, [command]), "--no-input", "--brands", str(folder), *options, "--summary", summary]
    assert CliRunner().invoke(showcase, args).exit_code == 0
    target = folder / name
    if "give this folder a name" in hints(reading)[0]:
        target = target.parent
    target.rename(target.with_name(f"_{target.name}"))
    after = read(folder)
    assert len(after.brands) == 1
    assert not has_errors(after.faults)


def test_a_text_is_likelier_a_description_than_a_document(folder: Path) -> None:
    fill(folder, {"suzhouban/a.docx": WORD, "suzhouban/b.txt": BRAND})
    assert hints(read(folder)) == ["Rename b.txt to index.md"]
