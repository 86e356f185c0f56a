"""The plan: every file that the site is to hold, made from the catalogue and the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from showcase.catalogue.catalogue import Catalogue
from showcase.compile.recipes import (
    CopyFile,
    Give,
    MakeAgencies,
    MakeAlias,
    MakeAreas,
    MakeBrandPage,
    MakeHome,
    MakeListing,
    MakeNames,
    ResizePicture,
)
from showcase.compile.target import Rank, Target
from showcase.model.brand import Brand
from showcase.views.assets import bundle_assets
from showcase.views.brand_page import url_of
from showcase.views.docs import Docs
from showcase.views.pages import iterate_pages
from showcase.views.pictures import gallery_widths, logo_widths, variant_name, vector_name
from showcase.views.sitemap import render_sitemap


def plan_targets(catalogue: Catalogue, docs: Docs) -> tuple[Target, ...]:
    """All targets of the compiler, in the order they are published."""
    pages = tuple(_plan_pages(catalogue, docs))
    targets = [*_plan_assets(catalogue), *pages]
    targets.append(Target("brands/names.json", Rank.INDEX, MakeNames()))
    if docs.settings.site_url:
        targets.append(Target("sitemap.xml", Rank.INDEX, Give(_list_addresses(pages, docs))))
    unique = {target.path: target for target in targets}
    return tuple(sorted(unique.values(), key=lambda target: (target.rank, target.path)))


def plan_docs(folder: Path) -> Iterator[Target]:
    """The files that MkDocs built in a folder of its own, as targets."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            name = path.relative_to(folder).as_posix()
            yield Target(name, Rank.PAGE if name.endswith(".html") else Rank.ASSET, CopyFile(str(path)))


def _plan_assets(catalogue: Catalogue) -> Iterator[Target]:
    for asset in bundle_assets():
        yield Target(asset.path, Rank.ASSET, Give(asset.content))
    for brand in catalogue.brands:
        yield from _plan_files(catalogue, brand)


def _plan_files(catalogue: Catalogue, brand: Brand) -> Iterator[Target]:
    """The pictures and documents beside a brand's page, in the sizes that it shows."""
    base = url_of(brand)
    shown = [image for name, image in sorted(brand.images.items()) if _is_picture(brand, name)]
    sized = [(image, gallery_widths(image)) for image in shown if image.format != "svg"]
    if brand.logo and brand.logo.format != "svg":
        sized.append((brand.logo, logo_widths(brand.logo)))
    for image, widths in sized:
        for width in widths:
            yield Target(f"{base}{variant_name(image, width)}", Rank.ASSET, ResizePicture(image.path, width))
    for image in [*shown, *([brand.logo] if brand.logo else [])]:
        if image.format == "svg":
            yield Target(f"{base}{vector_name(image)}", Rank.ASSET, CopyFile(image.path))
    for system in brand.management.systems:
        if system.file:
            yield Target(f"{base}{system.file}", Rank.ASSET, CopyFile(catalogue.path_beside(brand, system.file)))


def _is_picture(brand: Brand, name: str) -> bool:
    """Whether the gallery or the story shows a file; a logo alone needs only the sizes of a logo."""
    is_logo = name == brand.identity.logo
    return not is_logo or any(picture.src == name for picture in brand.gallery) or name in unquote(brand.body)


def _plan_pages(catalogue: Catalogue, docs: Docs) -> Iterator[Target]:
    size = docs.settings.page_size
    for brand in catalogue.brands:
        yield Target(f"{url_of(brand)}index.html", Rank.PAGE, MakeBrandPage(brand.slug))
        for alias in brand.aliases:
            yield Target(f"brands/{alias}/index.html", Rank.PAGE, MakeAlias(brand.slug))
    for pages in iterate_pages("brands/", len(catalogue.listed), size):
        yield Target(f"{pages.url(pages.number)}index.html", Rank.INDEX, MakeListing(pages))
    for key, brands in catalogue.by_category.items():
        for pages in iterate_pages(f"areas/{key}/", len(brands), size):
            yield Target(f"{pages.url(pages.number)}index.html", Rank.PAGE, MakeListing(pages, area=key))
    for key, brands in catalogue.by_agency.items():
        for pages in iterate_pages(f"agencies/{key}/", len(brands), size):
            yield Target(f"{pages.url(pages.number)}index.html", Rank.PAGE, MakeListing(pages, agency=key))
    yield Target("areas/index.html", Rank.INDEX, MakeAreas())
    yield Target("agencies/index.html", Rank.INDEX, MakeAgencies())
    yield Target("index.html", Rank.INDEX, MakeHome())


def _list_addresses(pages: tuple[Target, ...], docs: Docs) -> bytes:
    made = [target.path.removesuffix("index.html") for target in pages if not isinstance(target.recipe, MakeAlias)]
    return render_sitemap(docs.settings.site_url, {*made, *(page.url for page in docs.pages)})
