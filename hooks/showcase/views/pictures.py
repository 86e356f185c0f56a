"""Pictures in a page: which widths there are, what they are called, and the HTML that offers them."""

from __future__ import annotations

from typing import Final

from markupsafe import Markup

from showcase.model.brand import Brand
from showcase.model.images import Image

_WIDTHS: Final = (480, 960, 1600)
_LOGO_WIDTHS: Final = (96, 192, 384)
_LAZY: Final = Markup('loading="lazy" decoding="async" ')
_TALL: Final = Markup('<div class="tall" tabindex="0">{}</div>')
_TALLEST: Final = 2.5
"""How many times as tall as wide a picture may be that can be read at the height of a screen; telephones have 2.2."""
_SCREEN: Final = 720
"""Pixels that a screen is high."""


def gallery_widths(image: Image) -> tuple[int, ...]:
    """The widths a picture is offered in, in pixels; none is larger than its own."""
    return _up_to(image.width, _WIDTHS)


def logo_widths(image: Image) -> tuple[int, ...]:
    """The widths a raster logo is offered in; none for SVG, which is offered as it is."""
    return () if image.format == "svg" else _up_to(image.width, _LOGO_WIDTHS)


def _up_to(own: int, widths: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(sorted({min(own, width) for width in widths}))


def variant_name(image: Image, width: int) -> str:
    """File name of a picture at a width, beside the brand's page; it changes with the content."""
    return f"{image.digest[:12]}-{width}.webp"


def vector_name(image: Image) -> str:
    """File name of an SVG logo beside the brand's page."""
    return f"{image.digest[:12]}.svg"


def logo_file(image: Image) -> str:
    """File name of a logo in its largest form, beside the brand's page."""
    return vector_name(image) if image.format == "svg" else variant_name(image, logo_widths(image)[-1])


def picture_file(image: Image) -> str:
    """File name of a picture in its largest form, beside the brand's page."""
    return vector_name(image) if image.format == "svg" else variant_name(image, gallery_widths(image)[-1])


def find_raster(brand: Brand) -> tuple[str, str] | None:
    """File name and words of a picture that stands for a brand where none is drawn: of the gallery, else the logo."""
    for picture in brand.gallery:
        image = brand.images.get(picture.src)
        if image and image.format != "svg":
            return picture_file(image), picture.alt
    logo = brand.logo
    return (logo_file(logo), brand.identity.logo_alt or "") if logo and logo.format != "svg" else None


def show_picture(image: Image, alt: str, *, sizes: str) -> Markup:
    """An ``<img>`` below the fold of the brand's own page: sized, lazy, in all widths; ``sizes`` as in HTML.

    One much taller than wide stands in a box of its own, to be read there from top to bottom.
    """
    widths = () if image.format == "svg" else gallery_widths(image)
    ratio = Markup('style="--r:{:.4g}" ').format(image.width / image.height)
    shown = _show(image, alt, widths, base="", sizes=sizes, attributes=_LAZY + ratio)
    return _TALL.format(shown) if widths and image.height > max(_TALLEST * image.width, _SCREEN) else shown


def show_logo(brand: Brand, root: str, *, sizes: str, alt: str | None = None, lazy: bool = True) -> Markup | None:
    """The logo as an ``<img>``, or ``None`` for a brand without one; ``root`` leads to the root of the site."""
    image = brand.logo
    if image is None:
        return None
    words = brand.identity.logo_alt or "" if alt is None else alt
    attributes = Markup('class="logo" ') + (_LAZY if lazy else "")
    base = f"{root}brands/{brand.slug}/"
    return _show(image, words, logo_widths(image), base=base, sizes=sizes, attributes=attributes)


def _show(
    image: Image, alt: str, widths: tuple[int, ...], *, base: str, sizes: str, attributes: Markup | str
) -> Markup:
    """The tag: a vector as it is, a raster picture in its widths."""
    if widths:
        offered = ", ".join(f"{base}{variant_name(image, width)} {width}w" for width in widths)
        source = Markup('src="{}" srcset="{}" sizes="{}"').format(
            base + variant_name(image, widths[min(1, len(widths) - 1)]), offered, sizes
        )
    else:
        source = Markup('src="{}"').format(base + vector_name(image))
    tag = Markup('<img {} {}width="{}" height="{}" alt="{}">')
    return tag.format(source, attributes, image.width, image.height, alt)
