"""Settings of the showcase: ``extra.showcase`` in ``mkdocs.yml``."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from showcase.model.limits import Limits
from showcase.model.values import Label, Part, Sentence
from showcase.model.vocabulary import DEFAULT_LOCALE


class Settings(Part):
    """What whoever hosts a showcase may set."""

    brands_dir: Annotated[str, Field(min_length=1)] = "brands"
    """Folder of the brands, relative to ``mkdocs.yml`` (品牌目录)."""
    locale: Annotated[str, Field(pattern=r"^(zh-Hans|en)$")] = DEFAULT_LOCALE
    """Locale of the pages."""
    page_size: Annotated[int, Field(strict=True, ge=6, le=480)] = 48
    """Brands on a page of a listing (每页品牌数)."""
    organizer: Label | None = None
    """主办单位, for the footer."""
    operator: Label | None = None
    """承办单位, for the footer."""
    contact: Label | None = None
    """联系方式, for the footer."""
    notice: Sentence | None = None
    """A line at the foot of every page, such as what kind of catalogue this is (页脚说明)."""
    limits: Limits = Limits()
    """How large a brand may be (上限)."""
    site_name: str = ""
    """Name of the site; taken from ``site_name`` of ``mkdocs.yml``."""
    site_url: str = ""
    """Public address of the site with a slash at its end, or empty; taken from ``site_url`` of ``mkdocs.yml``."""
