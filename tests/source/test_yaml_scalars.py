from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from showcase.source.yaml_scalars import Implicit, Scalar, resolve_plain


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("浙里办", "浙里办"),
        ("y", "y"),
        ("=", "="),
        ("-", "-"),
        ("2014-06", "2014-06"),
        ("2024-02-30", "2024-02-30"),
        ("0571-88888888", "0571-88888888"),
        ("1e5", "1e5"),
        ("12345 热线", "12345 热线"),
        ("", None),
        ("~", None),
        ("Null", None),
        ("yes", True),
        ("On", True),
        ("no", False),
        ("OFF", False),
        ("0", 0),
        ("-12", -12),
        ("+5", 5),
        ("98.60", Decimal("98.60")),
        (".5", Decimal("0.5")),
        ("2024-01-01", dt.date(2024, 1, 1)),
    ],
)
def test_plain_words(raw: str, value: Scalar) -> None:
    found = resolve_plain(raw)
    assert found == value
    assert type(found) is type(value)


def test_decimals_keep_their_zeros() -> None:
    assert str(resolve_plain("98.60")) == "98.60"


@pytest.mark.parametrize(
    ("raw", "kind"),
    [
        ("0571", "octal"),
        ("0891", "octal"),
        ("0x1F", "base"),
        ("0b11", "base"),
        ("12:30", "sexagesimal"),
        ("9:00", "sexagesimal"),
        ("1_000", "float"),
        ("1.5e+3", "float"),
        (".inf", "float"),
        ("-.INF", "float"),
        (".nan", "float"),
        ("2024-01-01 10:00:00", "datetime"),
        ("2024-1-1T10:00:00Z", "datetime"),
        ("9" * 40, "long-number"),
        ("1." + "9" * 40, "long-number"),
    ],
)
def test_words_that_no_field_takes(raw: str, kind: str) -> None:
    found = resolve_plain(raw)
    assert isinstance(found, Implicit)
    assert (found.kind, found.raw) == (kind, raw)
