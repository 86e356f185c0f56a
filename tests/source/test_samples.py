"""The samples of a draft are told where a brand would be published with them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PIL import Image
from source.starter_draft import DRAFT

from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file
from showcase.source.samples import list_samples

EVERYTHING = re.sub(r"^# ", "", DRAFT, flags=re.MULTILINE)
"""The draft with every field brought in."""
PUBLISHED = EVERYTHING.replace("status: draft", "status: published")
MAY_BE_TRUE = [
    *("一网通办", "个人", "工作日 9:00—17:00", "政务服务便民热线", "12345", "政务服务网", "政务服务中心", "工作日"),
    *("服务规范", "ISO 9001", "服务监督电话", "规范", "首问负责，一次讲清", "市级", "示范品牌", "办理事项", "件"),
]


def tell(folder: Path, text: str) -> list[tuple[str, str]]:
    """Field and text of each sample that is told."""
    path = folder / "index.md"
    path.write_text(text, encoding="utf-8")
    (folder / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"/>')
    Image.new("RGB", (1200, 800)).save(folder / "hall.jpg")
    faults = read_brand_file(BrandFile(str(path), "index.md", "x", "x/index.md", has_folder=True)).faults
    return [(fault.field, fault.details["found"]) for fault in faults if fault.code == "sample-left"]


def test_every_sample_is_told_and_no_other_value(tmp_path: Path) -> None:
    told = tell(tmp_path, PUBLISHED)
    assert {found for _, found in told} == list_samples()
    assert (
        len(told)
        == sum(PUBLISHED.count(f"{sample}\n") for sample in list_samples() - {"0000-12345", "jiu-dizhiming"}) + 2
    )
    assert {found for _, found in told} & set(MAY_BE_TRUE) == set()
    assert [word for word in MAY_BE_TRUE if word not in PUBLISHED] == []
    assert ("contact.address", "某某路 1 号") in told


@pytest.mark.parametrize("text", [DRAFT, EVERYTHING, EVERYTHING.replace("status: draft", "status: retired")])
def test_comments_drafts_and_retired_brands_are_left_alone(text: str, tmp_path: Path) -> None:
    assert tell(tmp_path, text) == []


def test_own_words_in_their_place_are_not_told(tmp_path: Path) -> None:
    text = PUBLISHED
    for number, sample in enumerate(sorted(list_samples(), key=len, reverse=True)):
        own = f"https://example.com/{number}" if ":" in sample else f"{sample[:-1]}{number}"
        text = text.replace(sample, own)
    assert tell(tmp_path, text) == []


@pytest.mark.parametrize(
    ("block", "field"),
    [
        ("contact:\n  address: 某某路 1 号\n", "contact.address"),
        ("honours:\n  - title: 荣誉名称\n    year: 2025\n", "honours[0].title"),
        ("honours:\n  - title: 先进单位\n    by: 授予单位\n", "honours[0].by"),
        ('contact:\n  phone: "0000-12345"\n', "contact.phone"),
    ],
)
def test_one_sample_left_is_told_and_without_its_entry_none(block: str, field: str, tmp_path: Path) -> None:
    begun = DRAFT.replace("\n---\n\n", f"\n{block}---\n\n")
    assert [name for name, _ in tell(tmp_path, begun)] == [field]
    assert tell(tmp_path, begun.replace(block, "")) == []
