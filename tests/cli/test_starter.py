"""The first draft of a brand: sound as it is written, and sound with any optional block brought in."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from pydantic import BaseModel

from showcase.cli.drafting.starter import Draft, Term, compose_starter, quote_text
from showcase.model.brand import FrontMatter
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Severity
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.brand_reading import read_brand_file

DRAFT = Draft(
    name="浙里办",
    agency=Term("zj-bigdata", "浙江省大数据发展管理局"),
    category=Term("government-services", "政务服务"),
    slogan="掌上办事，一站直达",
    summary="浙江全省统一的移动政务服务平台，缴费、挂号、公积金等事项，一部手机就能办。",
)
FULL_DRAFT = replace(DRAFT, level="province", color="#c8102e")
REQUIRED = {"name", "agency", "category", "slogan", "summary"}


def bring_in(text: str, wanted: str | None = None) -> str:
    """The draft with one top-level block brought in, or with all of them."""
    lines, block = [], ""
    for line in text.split("\n"):
        bare = line.removeprefix("# ")
        if bare[:1].isalpha():
            block = bare.partition(":")[0]
        lines.append(bare if line.startswith("# ") and wanted in (block, None) else line)
    return "\n".join(lines)


def list_blocks(text: str) -> list[str]:
    return [line[2:].partition(":")[0] for line in text.split("\n") if line.startswith("# ") and line[2].isalpha()]


def read(text: str, folder: Path) -> BrandReading:
    path = folder / "index.md"
    path.write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"/>')
    Image.new("RGB", (1200, 800)).save(folder / "hall.jpg")
    return read_brand_file(BrandFile(str(path), "index.md", "zheliban", "zheliban/index.md", has_folder=True))


def list_errors(reading: BrandReading) -> list[str]:
    return [f"{fault.code} {fault.field}" for fault in reading.faults if severity_of(fault) is Severity.ERROR]


def read_front_matter(text: str) -> dict[str, object]:
    front: dict[str, object] = yaml.safe_load(text.split("---\n")[1])
    return front


@pytest.mark.parametrize(
    ("draft", "fields"), [(DRAFT, REQUIRED), (FULL_DRAFT, REQUIRED | {"level", "identity"})], ids=["least", "most"]
)
def test_holds_what_was_answered_and_nothing_else(draft: Draft, fields: set[str], tmp_path: Path) -> None:
    text = compose_starter(draft)
    reading = read(text, tmp_path)
    assert list_errors(reading) == []
    assert set(read_front_matter(text)) == fields
    assert reading.brand is not None
    assert (reading.brand.name, reading.brand.agency, reading.brand.slogan) == ("浙里办", "zj-bigdata", draft.slogan)
    assert (reading.brand.level or "", reading.brand.identity.color or "") == (draft.level, draft.color)


@pytest.mark.parametrize("block", list_blocks(compose_starter(DRAFT)))
def test_is_sound_with_any_block_brought_in(block: str, tmp_path: Path) -> None:
    text = bring_in(compose_starter(DRAFT), block)
    assert list_errors(read(text, tmp_path)) == []
    assert set(read_front_matter(text)) == REQUIRED | {block}


@pytest.mark.parametrize("draft", [DRAFT, FULL_DRAFT], ids=["least", "most"])
def test_is_sound_with_every_block_brought_in(draft: Draft, tmp_path: Path) -> None:
    assert list_errors(read(bring_in(compose_starter(draft)), tmp_path)) == []


def test_offers_every_field_there_is() -> None:
    offered = set(iterate_keys(read_front_matter(bring_in(compose_starter(DRAFT)))))
    known = set(iterate_fields(FrontMatter))
    # A PDF has to be there before it is named: a comment tells of it.
    assert known - offered == {"management.systems.file"}


def iterate_keys(value: object, prefix: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for key, below in value.items():
            yield f"{prefix}{key}"
            # What one phase shows, all may have.
            yield from iterate_keys(below, "phase." if prefix == "phases." else f"{prefix}{key}.")
    elif isinstance(value, list):
        for item in value:
            yield from iterate_keys(item, prefix)


def iterate_fields(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield f"{prefix}{name}"
        for part in iterate_models(field.annotation):
            yield from iterate_fields(part, "phase." if prefix == "phases." else f"{prefix}{name}.")


def iterate_models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from iterate_models(argument)


def test_story_needs_no_guide_and_shows_names_as_they_are() -> None:
    story = compose_starter(replace(DRAFT, name="a_b*c")).rpartition("---\n\n")[2]
    assert story == ("“a\\_b\\*c”是浙江省大数据发展管理局在政务服务领域创建的服务品牌，口号是“掌上办事，一站直达”。\n")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("浙里办", "浙里办"),
        ("掌上办事，一站直达", "掌上办事，一站直达"),
        ("办得快：三天", "办得快：三天"),
        ("no", '"no"'),
        ("12345", '"12345"'),
        ("12:30", '"12:30"'),
        ("2024-02-30", '"2024-02-30"'),
        ("甲: 乙", '"甲: 乙"'),
        ("第 1 #2", '"第 1 #2"'),
        ("#1b66d6", '"#1b66d6"'),
        ("- 甲", '"- 甲"'),
        ("[甲]", '"[甲]"'),
        ('说"好"', '说"好"'),
        ('"好"', '"\\"好\\""'),
        ("@所有人", '"@所有人"'),
        ("&好", '"&好"'),
    ],
)
def test_quotes_only_what_needs_it(text: str, written: str) -> None:
    assert quote_text(text) == written


@given(
    st.text(
        st.characters(
            codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"], exclude_characters="\u2028\u2029\ufeff"
        ),
        min_size=1,
    )
)
def test_quoted_text_reads_back(text: str) -> None:
    assert yaml.safe_load(f"key: {quote_text(text)}\n") == {"key": text}
