"""Condition four: innovative culture and service concept (创新的文化和服务理念)."""

from __future__ import annotations

from showcase.model.values import Label, Paragraph, Part, Sentence


class Culture(Part):
    """The culture a brand grows from (品牌文化)."""

    concept: Sentence | None = None
    """The service concept in a sentence (服务理念)."""
    values: tuple[Label, ...] = ()
    practice: Paragraph | None = None
    """How it is lived (文化实践)."""
    mi: Sentence | None = None
    """Mind identity (理念识别)."""
    bi: Sentence | None = None
    """Behaviour identity (行为识别)."""
    vi: Sentence | None = None
    """Visual identity (视觉识别)."""
