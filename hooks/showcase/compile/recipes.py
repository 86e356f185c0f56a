"""Recipes: how each kind of target is made. Each is a small value that a worker process can be handed.

What pages are made with is imported by whichever process makes one: who hands them over does without.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from pydantic_core import from_json

from showcase.catalogue.relations import Bearings
from showcase.compile.content import ContentError
from showcase.model.faults import Fault, Place
from showcase.source.picture_error import PictureError

if TYPE_CHECKING:
    from showcase.compile.workshop import Workshop


class MakeBrandPage(NamedTuple):
    """The page of a brand; as a tuple it is handed over in a third of the time, and every brand has one."""

    slug: str
    told: bytes
    """Its :class:`showcase.catalogue.relations.Bearings` as JSON, half as large as what they are."""

    @property
    def related(self) -> Iterator[str]:
        """The slugs of the brands whose cards it shows."""
        return (slug for slug, _, _ in Bearings(*from_json(self.told)).related)

    def begin(self, workshop: Workshop) -> None:
        """Makes a part of it ahead."""
        from showcase.views.brand_page import begin_brand

        begin_brand(workshop.site, workshop.site.catalogue.load(self.slug))

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        from showcase.views.brand_page import render_brand

        brand = workshop.site.catalogue.load(self.slug)
        return render_brand(workshop.site, brand, Bearings(*from_json(self.told)))


class MakeRecord(NamedTuple):
    """The data of a brand; a tuple, as :class:`MakeBrandPage` is."""

    slug: str

    def __call__(self, workshop: Workshop) -> bytes:
        """JSON."""
        from showcase.views.open_data.record import render_record

        return render_record(workshop.site, workshop.site.catalogue.load(self.slug))


class MakeAlias(NamedTuple):
    """The page at an old address."""

    slug: str

    def __call__(self, workshop: Workshop) -> bytes:
        """The page."""
        from showcase.views.alias import render_alias

        return render_alias(workshop.site.catalogue.load(self.slug), workshop.site.settings.locale)


class ResizePicture(NamedTuple):
    """A picture at a width, as WebP."""

    source: str
    width: int

    def __call__(self, _workshop: Workshop) -> bytes:
        """The picture; raises :class:`ContentError` for one that cannot be decoded."""
        # Few edits are of a picture, and Pillow takes longer to import than a page to make.
        from showcase.compile.pictures import resize_picture

        try:
            return resize_picture(Path(self.source), self.width)
        except PictureError as error:
            raise ContentError([Fault(error.code, Place(self.source), details=error.details)]) from None


class CleanDrawing(NamedTuple):
    """A drawing, written anew."""

    source: str

    def __call__(self, _workshop: Workshop) -> bytes:
        """The drawing; raises :class:`ContentError` for one that is no longer what its check saw."""
        from showcase.compile.drawings import clean_drawing  # As above.

        try:
            return clean_drawing(Path(self.source))
        except PictureError as error:
            raise ContentError([Fault(error.code, Place(self.source), details=error.details)]) from None


class CopyFile(NamedTuple):
    """A file as it is, or nearly so."""

    source: str
    dead: tuple[str, ...] = ()
    """Brands that it is not to link to; see :attr:`showcase.views.docs.Docs.dead`."""

    def read(self) -> bytes:
        """Its bytes, of a hand-written page without links that lead nowhere."""
        content = Path(self.source).read_bytes()
        if not self.dead:
            return content
        from showcase.views.bare_links import take_brand_links_out  # Seldom needed.

        page = content.decode("utf-8", "surrogateescape")
        return take_brand_links_out(page, self.dead).encode("utf-8", "surrogateescape")

    def __call__(self, _workshop: Workshop) -> bytes:
        """Its bytes."""
        return self.read()


class Give(NamedTuple):
    """Bytes that are known already."""

    content: bytes

    def __call__(self, _workshop: Workshop) -> bytes:
        """The bytes."""
        return self.content
