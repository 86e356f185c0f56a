"""What a brand can show for itself: designation, reviews, results, honours, cases, pictures, contact, sources."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from showcase.model.values import (
    Email,
    FileName,
    Flag,
    Label,
    Number,
    Paragraph,
    Part,
    PartialDate,
    Period,
    Phone,
    Sentence,
    Url,
)

Title = Annotated[str, Field(min_length=1, max_length=120)]


class Designation(Part):
    """The act that named it a service brand (品牌命名)."""

    level: Label | None = None
    grade: Label | None = None
    """Such as 示范品牌 or 优秀品牌 (等次)."""
    by: Label | None = None
    year: PartialDate | None = None
    document: Label | None = None
    """文号"""
    valid_until: PartialDate | None = None


class ReviewResult(StrEnum):
    """What a review found (复核结果)."""

    PASSED = "passed"
    IMPROVE = "improve"
    WITHDRAWN = "withdrawn"


class Review(Part):
    """A look back by the body that named it (复核)."""

    date: PartialDate
    result: ReviewResult


class Result(Part):
    """A figure that shows what came of it (成效数据); without period and source it says nothing."""

    label: Label
    value: Number
    unit: Label | None = None
    period: Period
    source: Title


class Honour(Part):
    """An award (荣誉)."""

    title: Title
    by: Label | None = None
    year: PartialDate | None = None


class Case(Part):
    """A story from practice (服务案例)."""

    title: Title
    text: Paragraph
    consent: Flag = False
    """Whether those who can be recognised in it agreed (当事人同意公开); told without it, it is not shown."""


class Picture(Part):
    """A picture of the gallery (图片)."""

    src: FileName
    alt: Annotated[str, Field(min_length=1, max_length=120)]
    caption: Sentence | None = None
    credit: Label | None = None


class Contact(Part):
    """Office lines (联系方式); no private mobile number."""

    address: Sentence | None = None
    phone: Phone | None = None
    email: Email | None = None
    website: Url | None = None
    hours: Label | None = None


class Source(Part):
    """Where the facts of a brand come from (资料来源)."""

    title: Title
    url: Url | None = None
    date: PartialDate | None = None
