"""Pictures in a page: their widths, their names, and the HTML that offers them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from showcase.catalogue.catalogue import build_catalogue
from showcase.compile.beside import list_beside
from showcase.model.brand import Brand
from showcase.model.images import Image
from showcase.source.brand_file import BrandFile
from showcase.views.brand_page import render_brand
from showcase.views.pictures import gallery_widths, logo_widths, show_logo, show_picture, variant_name, vector_name
from showcase.views.site import Site

PHOTO = Image("hall.jpg", "/brands/a/hall.jpg", "jpeg", 1200, 800, "0123456789ab" + "c" * 52)
LOGO = Image("logo.png", "/brands/a/logo.png", "png", 400, 400, "ba9876543210" + "d" * 52)
DRAWING = Image("mark.svg", "/brands/a/mark.svg", "svg", 64, 48, "ffffffffffff" + "e" * 52)


@pytest.mark.parametrize(
    ("width", "gallery", "logo"),
    [
        (1, (1,), (1,)),
        (96, (96,), (96,)),
        (200, (200,), (96, 192, 200)),
        (480, (480,), (96, 192, 384)),
        (700, (480, 700), (96, 192, 384)),
        (960, (480, 960), (96, 192, 384)),
        (5000, (480, 960, 1600), (96, 192, 384)),
    ],
)
def test_no_width_is_larger_than_the_picture(width: int, gallery: tuple[int, ...], logo: tuple[int, ...]) -> None:
    image = replace(PHOTO, width=width)
    assert (gallery_widths(image), logo_widths(image)) == (gallery, logo)


def test_names_follow_the_content() -> None:
    assert variant_name(PHOTO, 480) == "0123456789ab-480.webp"
    assert vector_name(DRAWING) == "ffffffffffff.svg"


def test_a_photograph_is_offered_in_all_its_widths() -> None:
    assert show_picture(PHOTO, 'a "hall" <x>', sizes="92vw") == (
        '<img src="0123456789ab-960.webp" '
        'srcset="0123456789ab-480.webp 480w, 0123456789ab-960.webp 960w, 0123456789ab-1200.webp 1200w" sizes="92vw" '
        'loading="lazy" decoding="async" style="--r:1.5" width="1200" height="800" alt="a &#34;hall&#34; &lt;x&gt;">'
    )


def test_a_drawing_is_offered_as_it_is() -> None:
    assert show_picture(DRAWING, "a mark", sizes="92vw") == (
        '<img src="ffffffffffff.svg" loading="lazy" decoding="async" style="--r:1.333" width="64" height="48" '
        'alt="a mark">'
    )


@pytest.mark.parametrize(
    ("image", "boxed"),
    [
        (replace(PHOTO, width=300, height=3000), True),
        (replace(PHOTO, width=1080, height=2400), False),
        (replace(PHOTO, width=60, height=600), False),
        (replace(DRAWING, width=300, height=3000), False),
    ],
    ids=["long screenshot", "telephone", "small", "drawing"],
)
def test_a_very_tall_photograph_has_a_box(image: Image, *, boxed: bool) -> None:
    assert show_picture(image, "图", sizes="92vw").startswith('<div class="tall" tabindex="0"><img') == boxed


def make_owner(make_brand: Callable[..., Brand], logo: Image | None, **front: Any) -> Brand:
    identity = {"logo": logo.name, "logo_alt": "一枚标识"} if logo else {}
    images = {image.name: image for image in (PHOTO, LOGO, DRAWING)}
    return make_brand("a", identity=identity, images=images, source="a/index.md", **front)


@pytest.mark.parametrize(
    ("logo", "lazy", "alt", "html"),
    [
        (None, True, None, None),
        (
            DRAWING,
            False,
            "",
            '<img src="../brands/a/ffffffffffff.svg" class="logo" width="64" height="48" alt="">',
        ),
        (
            LOGO,
            True,
            None,
            '<img src="../brands/a/ba9876543210-192.webp" srcset="../brands/a/ba9876543210-96.webp 96w, '
            '../brands/a/ba9876543210-192.webp 192w, ../brands/a/ba9876543210-384.webp 384w" sizes="64px" class="logo" '
            'loading="lazy" decoding="async" width="400" height="400" alt="一枚标识">',
        ),
    ],
    ids=["none", "drawing", "raster"],
)
def test_logo(
    make_brand: Callable[..., Brand],
    logo: Image | None,
    lazy: bool,
    alt: str | None,
    html: str | None,
) -> None:
    assert show_logo(make_owner(make_brand, logo), "../", sizes="64px", alt=alt, lazy=lazy) == html


@pytest.mark.parametrize(
    ("logo", "body", "gallery"),
    [
        pytest.param(LOGO, "", [], id="logo alone"),
        pytest.param(LOGO, "", ["logo.png", "hall.jpg"], id="logo in the gallery"),
        pytest.param(LOGO, "![标识](logo.png)", [], id="logo in the story"),
        pytest.param(DRAWING, "![标识](mark.svg)", ["mark.svg"], id="drawing everywhere"),
        pytest.param(None, "![标识](logo.png)\n\n![厅](hall.jpg)", ["mark.svg"], id="no logo"),
    ],
)
def test_every_picture_on_a_page_is_made(
    open_site: Callable[..., Site],
    make_brand: Callable[..., Brand],
    logo: Image | None,
    body: str,
    gallery: list[str],
) -> None:
    site = open_site({"a": {}})
    brand = make_owner(make_brand, logo, body=body, gallery=[{"src": name, "alt": "图"} for name in gallery])
    catalogue = build_catalogue([brand], site.catalogue.vocabulary)
    page = render_brand(replace(site, catalogue=catalogue), brand).decode()
    file = BrandFile("/brands/a/index.md", "a/index.md", "a", "a/index.md", has_folder=True)
    made = {one.name for one in list_beside(brand, file)}
    shown = {name for name in page.replace('"', " ").split() if name.endswith((".webp", ".svg"))}
    assert {name.removeprefix("../../brands/a/") for name in shown} - made == set()
    assert bool(shown) == bool(logo or body or gallery)
