"""The whole hostile catalogue, and the ordinary brands beside it."""

from __future__ import annotations

from pathlib import Path

from hostile import addresses, drawings, files, markup, pictures, texts, yaml_tricks
from hostile.case import VOCABULARY, Case, write_page

CASES: tuple[Case, ...] = (
    *markup.CASES,
    *addresses.CASES,
    *texts.CASES,
    *yaml_tricks.CASES,
    *drawings.CASES,
    *pictures.CASES,
    *files.CASES,
)
ORDINARY = tuple(f"ordinary-{number:02}" for number in range(50))


def write_ordinary(brands: Path) -> None:
    """Fifty brands that anybody might write, and the vocabulary of all."""
    brands.mkdir()
    (brands / "_catalogue.yml").write_text(VOCABULARY, encoding="utf-8")
    for number, slug in enumerate(ORDINARY):
        name = "港口一号" if number == 0 else f"港口{number:02}"
        story = f"第 {number} 个窗口。\n\n## 起因\n\n看[港口一号](brand:ordinary-00)。\n\n![窗口](a.png)\n"
        (brands / slug).mkdir()
        (brands / slug / "index.md").write_bytes(write_page(name, story, "ordinary"))
        (brands / slug / "a.png").write_bytes(pictures.PNG)


def write_hostile(brands: Path) -> None:
    """Every hostile brand, and what lies stray about them."""
    for case in CASES:
        case.write(brands)
    for name in files.STRAY:
        (brands / name).write_bytes(write_page("散落"))
    (brands / "linked").symlink_to("/etc")
    (brands / "linked.md").symlink_to("/etc/passwd")
