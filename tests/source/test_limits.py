"""Every limit of a brand is told where it is passed, and holds as the settings say."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image as Pillow

from showcase.model.limits import Limits
from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file

FRONT = "name: 好办\nagency: a\ncategory: b\nslogan: 掌上办事，一站直达\n"
FRONT += "summary: 一个入口汇集全省政务服务，在手机上就能查询、办理、评价。\n"


def picture(width: int, height: int) -> bytes:
    buffer = io.BytesIO()
    Pillow.new("RGB", (width, height)).save(buffer, "PNG")
    return buffer.getvalue()


GALLERY = "gallery: [{src: a.png, alt: 甲}, {src: b.png, alt: 乙}]"
PICTURES = {"a.png": picture(1_000, 800), "b.png": picture(1_000, 800)}


def tell(folder: Path, limits: Limits, front: str, story: str, files: dict[str, bytes]) -> list[str]:
    (folder / "index.md").write_text(f"---\n{FRONT}{front}\n---\n{story}\n", encoding="utf-8")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    file = BrandFile(str(folder / "index.md"), "x/index.md", "x", "x/index.md", has_folder=True)
    return [fault.code for fault in read_brand_file(file, limits).faults if fault.code != "no-sources"]


@pytest.mark.parametrize(
    ("limits", "front", "story", "files", "code"),
    [
        ({"file_bytes": 10_000}, "", "甲" * 4_000, {}, "file-too-large"),
        ({"story": 1_000}, "", "甲" * 1_001, {}, "story-too-long"),
        ({"nesting": 8}, f"results: {'[' * 9}{']' * 9}", "", {}, "too-deep"),
        ({"list_items": 10}, f"tags: [{', '.join(map('标签{}'.format, range(11)))}]", "", {}, "list-too-long"),
        ({"files": 5}, "", "", {f"{number}.pdf": b"" for number in range(6)}, "too-many-files"),
        ({"picture_bytes": 100_000}, GALLERY, "", {**PICTURES, "b.png": b"\0" * 100_001}, "picture-too-large"),
        ({"picture_pixels": 1_000_000}, GALLERY, "", {**PICTURES, "b.png": picture(1_100, 1_000)}, "picture-too-large"),
        ({"brand_pixels": 1_500_000}, GALLERY, "", PICTURES, "picture-too-large"),
        (
            {"document_bytes": 100_000},
            "management: {systems: [{kind: service, title: 规范, file: a.pdf}]}",
            "",
            {"a.pdf": b"%PDF-1.7\n" + b"\0" * 100_000},
            "document-too-large",
        ),
    ],
)
def test_a_limit_is_told(
    limits: dict[str, int], front: str, story: str, files: dict[str, bytes], code: str, tmp_path: Path
) -> None:
    assert code in tell(tmp_path, Limits.model_validate(limits), front, story, files)


def test_two_pictures_within_the_limits(tmp_path: Path) -> None:
    assert tell(tmp_path, Limits(brand_pixels=1_600_000), GALLERY, "", PICTURES) == []
