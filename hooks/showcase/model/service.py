"""Condition two: service joined with modern technology (服务与现代科技相结合)."""

from __future__ import annotations

from enum import StrEnum

from pydantic import model_validator

from showcase.model.values import Label, Number, Part, Phone, Sentence, Url


class ChannelType(StrEnum):
    """How the public reaches a service (服务渠道)."""

    WEB = "web"
    APP = "app"
    MINIPROGRAM = "miniprogram"
    HOTLINE = "hotline"
    HALL = "hall"
    KIOSK = "kiosk"
    EMAIL = "email"
    OTHER = "other"


class ServiceItem(Part):
    """One thing done for the public (服务事项)."""

    name: Label
    summary: Sentence | None = None
    url: Url | None = None
    place: Label | None = None
    """Where it is done (办理地点)."""
    hours: Label | None = None
    """When it is done (办理时间)."""


class Channel(Part):
    """One way to the service (服务渠道)."""

    type: ChannelType
    name: Label | None = None
    url: Url | None = None
    phone: Phone | None = None
    address: Sentence | None = None
    hours: Label | None = None


class Method(Part):
    """How technology serves (服务方式与科技手段). A plain string in YAML is a method with that name."""

    name: Sentence
    technology: Sentence | None = None
    benefit: Sentence | None = None
    """What the public has of it (群众得到的便利)."""

    @model_validator(mode="before")
    @classmethod
    def _from_text(cls, value: object) -> object:
        return {"name": value} if isinstance(value, str) else value


class Commitment(Part):
    """A promise to the public (服务承诺); with limit and unit it can be measured."""

    text: Sentence
    limit: Number | None = None
    """The measure (承诺时限或数量)."""
    unit: Label | None = None
    """The measure's unit, such as 工作日."""

    @property
    def measurable(self) -> bool:
        """Whether the promise names a measure and its unit (可量化)."""
        return self.limit is not None and self.unit is not None


class Service(Part):
    """Whom the brand serves, with what, and how (服务内容与方式)."""

    audience: tuple[Label, ...] = ()
    """Whom it is for (服务对象)."""
    items: tuple[ServiceItem, ...] = ()
    channels: tuple[Channel, ...] = ()
    methods: tuple[Method, ...] = ()
    commitments: tuple[Commitment, ...] = ()
