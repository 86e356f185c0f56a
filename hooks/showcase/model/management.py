"""Condition three: complete management and guarantee (完善的管理和保障)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Final

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from showcase.model.mobile_numbers import is_mobile_number
from showcase.model.values import (
    Count,
    FileName,
    Label,
    Number,
    Part,
    PartialDate,
    Period,
    Sentence,
    take_quotes_off,
)


class SystemKind(StrEnum):
    """The three systems of a brand (三个体系)."""

    SERVICE = "service"
    """服务体系"""
    MANAGEMENT = "management"
    """管理体系"""
    GUARANTEE = "guarantee"
    """保障体系"""


class SupervisionType(StrEnum):
    """How the public supervises (监督方式)."""

    HOTLINE = "hotline"
    EMAIL = "email"
    WEB = "web"
    WINDOW = "window"
    POST = "post"


class System(Part):
    """A document that makes good service sure (制度文件)."""

    kind: SystemKind
    title: Annotated[str, Field(min_length=1, max_length=120)]
    document: Label | None = None
    """The document's number (文号)."""
    date: PartialDate | None = None
    file: FileName | None = None
    """The document itself, a PDF beside ``index.md``."""


class Certification(Part):
    """A management standard met (管理体系认证), such as ISO 9001."""

    standard: Label
    by: Label | None = None
    number: Label | None = None
    valid_until: PartialDate | None = None


_ON_LINE: Final = frozenset({SupervisionType.HOTLINE, SupervisionType.EMAIL, SupervisionType.WEB})
"""What is reached by a number or an address alone."""


class Supervision(Part):
    """A way to praise, to complain, to ask (监督渠道)."""

    type: SupervisionType
    name: Label | None = None
    value: Sentence
    """The number, address or place itself."""
    reply_days: Count | None = None
    """Working days until there is an answer (答复时限，工作日)."""

    @model_validator(mode="after")
    def _office_line(self) -> Supervision:
        if is_mobile_number(self.value):
            raise PydanticCustomError("mobile-number", "a private mobile number")
        if self.type in _ON_LINE and take_quotes_off(self.value):
            raise PydanticCustomError("curly-quotes", "a number or address between quotation marks of a text")
        return self


class Satisfaction(Part):
    """How content those served are (群众满意度)."""

    rate: Annotated[Number, Field(ge=0, le=100)]
    """Per cent."""
    sample: Count | None = None
    """How many were asked (样本量)."""
    period: Period | None = None
    by: Label | None = None
    """Who asked (调查单位)."""


class Management(Part):
    """Management and guarantee (管理与保障)."""

    systems: tuple[System, ...] = ()
    certifications: tuple[Certification, ...] = ()
    responsible: Label | None = None
    """The office or post that answers for the brand (责任部门或岗位)."""
    supervision: tuple[Supervision, ...] = ()
    satisfaction: Satisfaction | None = None
