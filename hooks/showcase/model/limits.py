"""How large a brand may be (上限): ``extra.showcase.limits`` in ``mkdocs.yml``.

What comes from outside is read only up to here, so that no brand, by mistake or by intent, holds up all others.
"""

from __future__ import annotations

from typing import Annotated, Final

from pydantic import Field

from showcase.model.values import Part


class Limits(Part):
    """What one brand may take; every limit that is passed is told."""

    file_bytes: Annotated[int, Field(strict=True, ge=10_000, le=10_000_000)] = 1_000_000
    """Bytes of a brand's Markdown file (文字文件)."""
    story: Annotated[int, Field(strict=True, ge=1_000, le=500_000)] = 50_000
    """Characters of a story (正文字数)."""
    nesting: Annotated[int, Field(strict=True, ge=8, le=100)] = 20
    """Maps and lists within one another in the front matter (嵌套层数)."""
    list_items: Annotated[int, Field(strict=True, ge=10, le=5_000)] = 200
    """Items of one list (列表项数)."""
    files: Annotated[int, Field(strict=True, ge=5, le=1_000)] = 60
    """Files beside a brand's ``index.md`` (附件个数)."""
    picture_bytes: Annotated[int, Field(strict=True, ge=100_000, le=100_000_000)] = 20_000_000
    """Bytes of one picture (图片大小)."""
    picture_pixels: Annotated[int, Field(strict=True, ge=1_000_000, le=150_000_000)] = 40_000_000
    """Pixels of one picture (图片像素)."""
    brand_pixels: Annotated[int, Field(strict=True, ge=1_000_000, le=2_000_000_000)] = 160_000_000
    """Pixels of all pictures of a brand together (全部图片像素)."""
    document_bytes: Annotated[int, Field(strict=True, ge=100_000, le=500_000_000)] = 30_000_000
    """Bytes of one PDF (附件大小)."""
    seconds: Annotated[float, Field(ge=0.1, le=600)] = 1.0
    """Seconds of the processor for reading a brand, and for making each of its files (处理器时间)."""
    memory: Annotated[int, Field(strict=True, ge=100_000_000, le=100_000_000_000)] = 1_000_000_000
    """Bytes of memory for the same (内存)."""


USUAL_LIMITS: Final = Limits.model_construct()
"""Those of a site that sets none; made without the rules of their fields, which take longer to build than to import."""
