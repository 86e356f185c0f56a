"""The small values that fields are made of: texts, numbers, days, addresses.

Each is a pydantic annotation that takes exactly what the YAML reader yields (text, int, Decimal, bool, date) and
nothing that only looks like it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache, total_ordering
from typing import Annotated, Any, Final, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from showcase.model.mobile_numbers import is_mobile_number

_DATE: Final = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
YEARS: Final = range(1900, 2101)
"""Of the days that a site tells of."""
_PHONE: Final = re.compile(r"[+(（]?[0-9][0-9\-—()（） 转,、/;；]{2,60}")
_EMAIL: Final = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_QUOTED: Final = r"[“”„‟＂「『‘’＇]([^“”„‟＂「『』」‘’＇]+)[“”‟＂」』‘’＇\"']"
_URL: Final = re.compile(r"(?i:https?)://[A-Za-z0-9.\-一-鿿]+(?::\d{1,5})?(?:[/?#]\S*)?")
DEVICE_NAMES: Final = frozenset(
    {
        "con",
        "prn",
        "aux",
        "nul",
        *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)),
    }
)
"""Which no file may have on Windows, in capitals or not, whatever follows a dot."""
_FILE: Final = r"[A-Za-z0-9_\-一-鿿][A-Za-z0-9_.\-一-鿿]{0,99}"
"""Compiled when it is first asked for: that takes milliseconds, and not every build asks."""
_COLOR: Final = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")


class Part(BaseModel):  # noqa: PLW1641 - pydantic adds a hash to whatever is frozen
    """Base of everything an editor writes: immutable, no key that is not known, no blanks around a text."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, str_strip_whitespace=True, defer_build=True
    )

    def __eq__(self, other: object) -> bool:
        """Whether all fields are the same; pydantic's own also asks for what no part has, and records ask it often."""
        return vars(self) == vars(other) if type(self) is type(other) else NotImplemented

    def as_plain(self) -> dict[str, Any]:
        """Its fields in their order, and those of parts within it, as JSON may hold them, for :meth:`restore`.

        It needs no rules, which a process that reads no brand need not build.
        """
        return {name: _as_plain(value) for name, value in vars(self).items()}

    @classmethod
    def restore(cls, fields: dict[str, Any]) -> Self:
        """A part with all of these fields as they are: for what was valid before, in a tenth of the time of rules."""
        part, put = cls.__new__(cls), object.__setattr__
        # All that pydantic keeps of one; copies are made so.
        put(part, "__dict__", fields)
        put(part, "__pydantic_fields_set__", set(fields))
        put(part, "__pydantic_extra__", None)
        put(part, "__pydantic_private__", None)
        return part


def _as_plain(value: Any) -> Any:
    if isinstance(value, Part):
        return value.as_plain()
    if isinstance(value, Mapping):
        return {key: _as_plain(one) for key, one in value.items()}
    return value


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A day, a month or a year (日期，可只到年或年月): ``2014-06-25``, ``2014-06`` or ``2014``."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, value: object) -> PartialDate:
        """Reads a date, an int year or text; raises ``ValueError`` for what is none."""
        if isinstance(value, str):
            return _parse_text(str(value))
        if isinstance(value, cls):
            return value
        if isinstance(value, dt.datetime) or (isinstance(value, dt.date) and value.year not in YEARS):
            raise ValueError(str(value))
        if isinstance(value, dt.date):
            return cls(value.year, value.month, value.day)
        return _parse_text(str(value) if isinstance(value, int) and not isinstance(value, bool) else "")

    def __lt__(self, other: PartialDate) -> bool:
        """Earlier; a year alone stands before its months."""
        return self._key < other._key

    @property
    def _key(self) -> tuple[int, int, int]:
        return (self.year, self.month or 0, self.day or 0)

    def __str__(self) -> str:
        """ISO 8601, as exact as what is known."""
        if not self.month:
            return f"{self.year:04}"
        return f"{self.year:04}-{self.month:02}-{self.day:02}" if self.day else f"{self.year:04}-{self.month:02}"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Lets pydantic read one through :meth:`parse`, telling ``bad-date`` where it cannot."""
        # The same few hundred days come again and again; a number is no text, though it may be equal to one.
        parse = lru_cache(maxsize=4096, typed=True)(cls.parse)

        def read(value: object) -> PartialDate:
            try:
                return parse(value)
            except (ValueError, TypeError):
                raise PydanticCustomError("bad-date", "not a date") from None

        return core_schema.no_info_plain_validator_function(read, serialization=core_schema.to_string_ser_schema())


@lru_cache(maxsize=4096)
def _parse_text(text: str) -> PartialDate:
    """A date as text; the same few hundred days come again and again."""
    found = _DATE.fullmatch(text)
    if not found or int(found[1]) not in YEARS:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    dt.date(year, 1 if month is None else month, 1 if day is None else day)
    return PartialDate(year, month, day)


def find_last_day(year: int, month: int) -> int:
    """The last day of a month, from 28 to 31."""
    first = dt.date(year, month, 1)
    return ((first + dt.timedelta(days=31)).replace(day=1) - dt.timedelta(days=1)).day


def _read_number(value: object, info: ValidationInfo) -> object:
    if isinstance(value, bool):
        raise PydanticCustomError("bad-number", "not a number")
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, Decimal) and value.is_finite():
        return value
    if info.mode == "json":
        return value  # JSON writes a Decimal as text, which keeps its zeros.
    raise PydanticCustomError("bad-number", "not a number")


def _read_period(value: object) -> object:
    try:
        return PartialDate.parse(value)
    except ValueError:
        if isinstance(value, str) and (day := _DATE.fullmatch(value)) and day[3]:
            raise PydanticCustomError("bad-date", "a day that does not exist") from None
        if isinstance(value, str) and re.search(r"(?:19|20)\d\d", value) and len(value) <= 40:
            return value
        raise PydanticCustomError("bad-period", "not a period") from None


def _read_phone(value: object) -> object:
    if not isinstance(value, str):
        return value
    if is_mobile_number(value):
        raise PydanticCustomError("mobile-number", "a private mobile number")
    if not _PHONE.fullmatch(value):
        raise PydanticCustomError("bad-phone", "not an office line")
    return value


def _matching(is_right: Callable[[str], object], code: str) -> BeforeValidator:
    """A check of a text; anything but text is left to pydantic."""

    def check(value: object) -> object:
        if isinstance(value, str) and not is_right(value):
            raise PydanticCustomError(code, "not of the expected form")
        return value

    return BeforeValidator(check)


def take_quotes_off(text: str) -> str:
    """What stands between the quotation marks of a text, which YAML takes for a part of it; empty where there are none.

    ``“12345”`` gives ``12345``.
    """
    found = re.fullmatch(_QUOTED, text.strip())
    return found[1].strip() if found else ""


def has_words(text: str) -> bool:
    """Whether a text has a letter or a digit of any script, or nothing at all; signs alone say nothing."""
    return any(map(str.isalnum, text)) or not text.strip()


def is_phone(text: str) -> bool:
    """Whether a text is an office line and nothing more."""
    return bool(_PHONE.fullmatch(text)) and not is_mobile_number(text)


def is_email(text: str) -> bool:
    """Whether a text is an address for letters and nothing more."""
    return bool(_EMAIL.fullmatch(text))


def is_url(text: str) -> bool:
    """Whether a text is an absolute http(s) address and nothing more."""
    return bool(_URL.fullmatch(text))


def is_device_name(text: str) -> bool:
    """Whether Windows keeps a name for a device, so that no folder there can have it."""
    return text.lower() in DEVICE_NAMES


def is_file_name(text: str) -> bool:
    """Whether a text can be the name of a file beside ``index.md``."""
    return bool(re.fullmatch(_FILE, text)) and not is_device_name(text.partition(".")[0])


ONE_LINE: Final = r"^[^\n]*$"
"""Pattern of a text without line breaks."""

Label = Annotated[str, Field(min_length=1, max_length=60, pattern=ONE_LINE)]
"""A short text on one line: a name, a title, a unit."""
Sentence = Annotated[str, Field(min_length=1, max_length=300)]
"""One or a few sentences."""
Paragraph = Annotated[str, Field(min_length=1, max_length=2000)]
"""A text of a paragraph or more."""
InWords = _matching(has_words, "no-words")
"""A rule of texts by which others go: names, slogans."""
Number = Annotated[Decimal, BeforeValidator(_read_number)]
"""A decimal number, kept exactly as written (98.60 stays 98.60)."""
Flag = Annotated[bool, Field(strict=True)]
"""true or false."""
Count = Annotated[int, Field(strict=True, ge=0)]
"""A whole number from 0."""
Period = Annotated[PartialDate | str, BeforeValidator(_read_period)]
"""When a figure held: a partial date, or words that name a year (2019 年上半年)."""
Phone = Annotated[str, Field(max_length=62), BeforeValidator(_read_phone)]
"""An office line (办公电话), never a private mobile number."""
Email = Annotated[str, Field(max_length=254), _matching(_EMAIL.fullmatch, "bad-email")]
"""An address for letters."""
Url = Annotated[str, Field(max_length=2000), _matching(_URL.fullmatch, "bad-url")]
"""An absolute http(s) address."""
FileName = Annotated[str, Field(max_length=100), _matching(is_file_name, "bad-file-name")]
"""The name of a file beside the brand's ``index.md``; no folders."""
Color = Annotated[str, _matching(_COLOR.fullmatch, "bad-color")]
"""``#rgb`` or ``#rrggbb``."""
