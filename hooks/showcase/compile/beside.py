"""What is published beside a brand's page: its pictures in the sizes that it shows, its logo, its documents."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from showcase.model.brand import Brand
from showcase.source.brand_file import BrandFile
from showcase.views.pictures import gallery_widths, logo_widths, variant_name, vector_name


class BesideFile(NamedTuple):
    """A file beside a brand's page."""

    name: str
    """Its name in the site."""
    source: str
    """The file it is made of, an absolute path."""
    width: int
    """Pixels it is scaled to; 0 for a file that is copied as it is."""
    digest: str
    """Of the source."""


def list_beside(brand: Brand, file: BrandFile) -> tuple[BesideFile, ...]:
    """Every file beside a brand's page, by name, each once."""
    unique = {one.name: one for one in _iterate(brand, file)}
    return tuple(one for _, one in sorted(unique.items()))


def _iterate(brand: Brand, file: BrandFile) -> Iterator[BesideFile]:
    for name, image in brand.images.items():
        if image.format == "svg":
            yield BesideFile(vector_name(image), image.path, 0, image.digest)
            continue
        widths = gallery_widths(image) if _is_picture(brand, name) else ()
        if name == brand.identity.logo:
            widths += logo_widths(image)
        for width in widths:
            yield BesideFile(variant_name(image, width), image.path, width, image.digest)
    for system in brand.management.systems:
        if system.file:
            path = Path(file.path).absolute().parent / system.file
            yield BesideFile(system.file, str(path), 0, _digest(path))


def _is_picture(brand: Brand, name: str) -> bool:
    """Whether the gallery or the story shows a file; a logo alone needs only the sizes of a logo."""
    is_logo = name == brand.identity.logo
    return not is_logo or any(picture.src == name for picture in brand.gallery) or name in unquote(brand.body)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
