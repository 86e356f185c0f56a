"""Whatever is in a brand's folder: no traceback, no hang, and no harm in what is published."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from fuzz.invention import (
    CALM_PIECES,
    DRAWING_PIECES,
    PICTURES,
    SOUND,
    damage,
    write_fields,
    write_stories,
)
from hostile.pages import Pages
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from showcase.cli.drafting.starter import Draft, Term, compose_starter
from showcase.cli.drafting.trial import explain_draft
from showcase.compile.drawings import clean_drawing
from showcase.compile.pictures import resize_picture
from showcase.language import load_translations
from showcase.model.fault_texts import render_fault
from showcase.source.brand_file import BrandFile, BrandReading
from showcase.source.brand_reading import read_brand_file
from showcase.source.images import read_image
from showcase.source.picture_error import PictureError
from showcase.source.story_limits import find_excess
from showcase.source.story_markup import ATTRIBUTES, SCHEMES, TAGS
from showcase.source.svg_images import measure_svg
from showcase.views.body import BodyRenderer

share = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
TELLING = tuple(load_translations("cli", locale) for locale in ("zh-Hans", "en"))


@pytest.fixture(scope="module")
def renderer() -> BodyRenderer:
    return BodyRenderer()


def read(folder: Path, front: dict[str, Any], story: str = "", **files: bytes) -> BrandReading:
    """Reads a brand, and sees whether every fault has a place in its file and words."""
    (folder / "x").mkdir(exist_ok=True)
    text = f"---\n{yaml.safe_dump(front, allow_unicode=True, sort_keys=False)}---\n{story}"
    path = folder / "x/index.md"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    for name, data in files.items():
        (folder / "x" / name.replace("_", ".")).write_bytes(data)
    reading = read_brand_file(BrandFile(str(path), "x/index.md", "x", "x/index.md", has_folder=True))
    for fault in reading.faults:
        assert 1 <= fault.place.line <= text.count("\n") + text.count("\r") + 1
        assert all(render_fault(fault, translations).message for translations in TELLING)
    assert reading.brand is not None or reading.faults
    return reading


@share
@given(write_fields())
def test_front_matter(tmp_path: Path, front: dict[str, Any]) -> None:
    read(tmp_path, front)


@share
@given(write_stories() | write_stories(CALM_PIECES))
@example('![图](a.png "a>b<script>")')
@example('<a title="a>b" href="https://a.cn">甲</a>')
def test_stories(tmp_path: Path, renderer: BodyRenderer, story: str) -> None:
    reading = read(tmp_path, SOUND, story)
    html = renderer.render(story, lambda name, *_: f"<figure>{len(name)}</figure>", {"sound"})
    page = Pages()
    page.feed(html)
    page.close()
    assert page.open == []
    assert page.harm == []
    assert len(page.ids) == len(set(page.ids))
    check_elements(html)
    if reading.brand is None:
        return
    # What passes the check is shown whole: nothing was left for the cleaner to take out.
    assert not find_excess(story)


ELEMENT = re.compile(r"<([a-z0-9]+)((?: [a-z-]+=\"[^\"]*\")*) ?/?>")
ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
OURS = {"div": {"class", "tabindex"}, "figure": set(), "a": {"rel"}, **{f"h{level}": {"id"} for level in range(3, 7)}}


def check_elements(html: str) -> None:
    """Every element is one of a story's, with its attributes and addresses; nothing else begins like one."""
    for tag, attributes in ELEMENT.findall(html):
        assert tag in TAGS | set(OURS), tag
        allowed = set(ATTRIBUTES.get(tag, ())) | OURS.get(tag, set())
        for name, value in ATTRIBUTE.findall(attributes):
            assert name in allowed, (tag, name)
            if name in ("href", "src"):
                with suppress(ValueError):
                    assert urlsplit(value).scheme.lower() in SCHEMES | {""}, value
    rest = re.sub(r"</[a-z0-9]+>", "", ELEMENT.sub("", html))
    assert "<" not in rest, rest


@share
@given(st.lists(st.sampled_from(DRAWING_PIECES) | st.text(max_size=3), max_size=25).map("".join))
def test_drawings(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    path = tmp_path / "a.svg"
    path.write_bytes(data)
    with suppress(PictureError):
        assert min(measure_svg(data)) > 0
        assert not re.search(rb"<script|\son\w+=|foreignObject|javascript:", data)
        written = clean_drawing(path)
        assert measure_svg(written) == measure_svg(data)
        assert not re.search(rb"<script|\son\w+=|<!|<\?|foreignObject|javascript:", written)


@share
@given(st.sampled_from(sorted(PICTURES)).flatmap(lambda name: st.tuples(st.just(name), damage(PICTURES[name]))))
def test_pictures(tmp_path: Path, picture: tuple[str, bytes]) -> None:
    name, data = picture
    path = tmp_path / name
    path.write_bytes(data)
    with suppress(PictureError):
        image = read_image(path)
        assert image.width * image.height <= 40_000_000
        assert resize_picture(path, 480)[:4] == b"RIFF"


@share
@given(st.sampled_from(["a.pdf", "a.png", "a.svg", "甲.pdf"]), st.binary(max_size=60) | damage(b"%PDF-1.7\n%%EOF"))
def test_attachments(tmp_path: Path, name: str, data: bytes) -> None:
    front = {**SOUND, "management": {"systems": [{"kind": "service", "title": "规范", "file": name}]}}
    reading = read(tmp_path, front, **{name.replace(".", "_"): data})
    assert reading.brand is None or (name.endswith(".pdf") and b"%PDF-" in data)


@share
@given(st.sampled_from(["name", "slogan", "summary"]), write_stories() | st.text(max_size=30))
def test_drafts(tmp_path: Path, field: str, text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    if explain_draft(field, text, TELLING[1]):
        return
    draft = Draft(
        **{
            "name": "样例",
            "agency": Term("hostile", "投稿处"),
            "category": Term("hostile", "其他"),
            "slogan": SOUND["slogan"],
            "summary": SOUND["summary"],
            field: text,
        }
    )
    path = tmp_path / "index.md"
    path.write_text(compose_starter(draft), encoding="utf-8", newline="")
    brand = read_brand_file(BrandFile(str(path), "index.md", "x", "x/index.md", has_folder=True)).brand
    # An answer that is taken stands in the file as it was given, but for what is never meant.
    assert brand is not None
    assert " ".join(getattr(brand, field).split()) == " ".join(text.split())
