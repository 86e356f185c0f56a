"""What the brands of a folder have taken already: slugs, names, old addresses."""

from __future__ import annotations

from pathlib import Path

from showcase.source.brand_file import BrandFile
from showcase.source.brand_reading import read_brand_file
from showcase.source.file_names import is_passed_over


def list_slugs(brands: Path) -> dict[str, Path]:
    """Every slug of the brands folder with the file that has it; a brand whose file has errors counts."""
    found: dict[str, Path] = {}
    for entry in sorted(brands.iterdir()):
        if is_passed_over(entry.name):
            continue
        if entry.suffix == ".md" and entry.is_file():
            found[entry.stem.lower()] = entry
        elif (entry / "index.md").is_file():
            found[entry.name.lower()] = entry / "index.md"
    return found


def find_claimant(files: dict[str, Path], field: str, text: str) -> Path | None:
    """The first file whose ``field`` (``name`` or ``aliases``) says exactly ``text``.

    Only files that hold the text's bytes at all are parsed, which makes thousands of brands a matter of a moment.
    """
    sought = text.encode()
    for slug, path in files.items():
        try:
            if sought in path.read_bytes() and _claims(path, slug, field, text):
                return path
        except OSError:
            continue
    return None


def _claims(path: Path, slug: str, field: str, text: str) -> bool:
    shown = path.as_posix()
    reading = read_brand_file(BrandFile(shown, shown, slug, shown, has_folder=path.name == "index.md"))
    return any(claim.field.partition("[")[0] == field and claim.text == text for claim in reading.claims)
