"""Condition one: a distinctive name and image (鲜明的名称和标识)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from showcase.model.values import Color, FileName, Part, Sentence


class Identity(Part):
    """Name and image of a brand, explained (名称标识)."""

    logo: FileName | None = None
    """Logo file beside ``index.md``: SVG, PNG, JPEG, WebP or AVIF (标识)."""
    logo_alt: Annotated[str, Field(min_length=1, max_length=120)] | None = None
    """The logo in words, for those who do not see it; required with a logo (标识替代文字)."""
    logo_meaning: Sentence | None = None
    """What the image says (标识释义)."""
    logo_rules: Sentence | None = None
    """Ownership and rules of use (标识使用规定)."""
    color: Color | None = None
    """The brand's colour, ``#rrggbb`` (品牌色)."""
    meaning: Sentence | None = None
    """What the name says, at most 300 characters (名称释义)."""

    @model_validator(mode="after")
    def _logo_in_words(self) -> Identity:
        if self.logo and not self.logo_alt:
            raise PydanticCustomError("logo-alt-missing", "a logo needs words")
        return self
