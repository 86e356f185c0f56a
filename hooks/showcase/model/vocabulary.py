"""The vocabulary (词汇表) that ``brands/_catalogue.yml`` holds: agencies, categories, levels, named in every locale."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Final, Self

from pydantic import Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from showcase.model.values import InWords, Label, Part, Sentence, Url

DEFAULT_LOCALE: Final = "zh-Hans"
LOCALES: Final = ("zh-Hans", "zh-Hant", "en")


class LocalText(Part):
    """A text in one or more locales; a plain string in YAML stands for zh-Hans."""

    texts: Mapping[str, Annotated[Sentence, InWords]]

    @model_validator(mode="before")
    @classmethod
    def _from_plain(cls, value: object) -> object:
        if isinstance(value, str):
            return {"texts": {DEFAULT_LOCALE: value}}
        if isinstance(value, Mapping) and "texts" not in value:
            return {"texts": dict(value)}
        if not isinstance(value, Mapping | LocalText):
            raise PydanticCustomError("not-text", "neither a text nor texts by locale")
        return value

    @field_validator("texts")
    @classmethod
    def _known_locales(cls, texts: Mapping[str, str]) -> Mapping[str, str]:
        if DEFAULT_LOCALE not in texts or set(texts) - set(LOCALES):
            raise PydanticCustomError("bad-locale", "unknown or missing locale")
        return texts

    def to(self, locale: str) -> str:
        """The text in a locale, else in zh-Hans."""
        return self.texts.get(locale) or self.texts[DEFAULT_LOCALE]

    def __str__(self) -> str:
        """The text in zh-Hans."""
        return self.texts[DEFAULT_LOCALE]


class Agency(Part):
    """A public body that makes a brand (创建单位)."""

    name: LocalText
    """Full name."""
    short: LocalText | None = None
    """Short name (简称)."""
    parent: str | None = None
    """Key of the body above it (上级单位)."""
    website: Url | None = None
    region: Label | None = None
    """Region (地区), such as 浙江."""


class Category(Part):
    """A service area (服务领域)."""

    name: LocalText
    icon: str | None = None
    """A name of the built-in icons."""
    summary: LocalText | None = None


class Level(Part):
    """A level of public administration (级别)."""

    name: LocalText


Key = Annotated[str, Field(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$")]


class Vocabulary(Part):
    """All agencies, categories and levels, in the order of the file."""

    agencies: Mapping[Key, Agency]
    categories: Mapping[Key, Category]
    levels: Mapping[Key, Level]

    @classmethod
    def restore(cls, fields: dict[str, Any]) -> Self:
        """As for any part; all within it are as JSON holds them."""
        kinds: dict[str, type[Part]] = {"agencies": Agency, "categories": Category, "levels": Level}
        return super().restore(
            {
                section: {key: kind.restore(_restore_texts(term)) for key, term in fields[section].items()}
                for section, kind in kinds.items()
            }
        )


def _restore_texts(term: dict[str, Any]) -> dict[str, Any]:
    return {name: LocalText.restore(value) if isinstance(value, dict) else value for name, value in term.items()}
