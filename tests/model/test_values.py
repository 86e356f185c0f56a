from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cached_property
from unittest.mock import ANY

import pytest
from pydantic import BaseModel, ValidationError

from showcase.model.brand import Brand  # noqa: F401 - brings all parts
from showcase.model.culture import Culture
from showcase.model.id_numbers import find_id_numbers
from showcase.model.mobile_numbers import find_mobile_number
from showcase.model.values import Color, Email, FileName, Part, PartialDate, Period, Phone, Url


class Sample(BaseModel):
    phone: Phone = "12345"
    email: Email = "a@b.cn"
    url: Url = "https://a.cn"
    file: FileName = "a.png"
    color: Color = "#fff"
    period: Period = "2019"


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (dt.date(2014, 6, 25), "2014-06-25"),
        ("2014-6-5", "2014-06-05"),
        ("2014-06", "2014-06"),
        (2014, "2014"),
        ("2014", "2014"),
    ],
)
def test_partial_dates(value: object, text: str) -> None:
    assert str(PartialDate.parse(value)) == text


@pytest.mark.parametrize(
    "value",
    [
        "2014-02-30",
        "2014-13",
        "2014-00",
        "2014-06-00",
        "14-06",
        1899,
        2101,
        "20140625",
        True,
        None,
        1.5,
        dt.datetime(2014, 6, 25, tzinfo=dt.UTC),
        dt.date(2101, 1, 1),
    ],
)
def test_what_is_no_date(value: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the error's kind is its contract; words are for editors
        PartialDate.parse(value)


def test_partial_dates_have_an_order() -> None:
    texts = ["2014-06-25", "2014", "2014-06", "2013-12-31", "2014-06-01"]
    assert [str(one) for one in sorted(map(PartialDate.parse, texts))] == [
        *("2013-12-31", "2014", "2014-06", "2014-06-01", "2014-06-25")
    ]


TAKEN = {
    "phone": ["12345", "0571-88888888", "（0571）88888888转3", "010-12345678、12345678", "+86 571 88888888"],
    "email": ["a@b.cn", "fu.wu-chu@zj.gov.cn"],
    "url": ["http://a.cn", "https://a.cn:8080/b?c=d#e", "HTTPS://A.CN/中文"],
    "file": ["a.png", "大厅-1.jpg", "a_b.tar.gz", "LOGO.svg"],
    "color": ["#fff", "#1B66D6"],
    "period": ["2019 年上半年", "2019-06", "2019", "2023-24", "2024-02-29"],
}
REFUSED = {
    ("phone", "bad-phone"): ["办公室", "1", "12345 (白天)x", "12" * 40],
    ("phone", "mobile-number"): ["13812345678", "+86 138-1234-5678", "0571-88888888、13812345678"],
    ("email", "bad-email"): ["a", "a@b", "a%0Abcc%3Ab@c.cn", "a@b.cn;c@d.cn", "a b@c.cn", "a@b..cn"],
    ("url", "bad-url"): [
        "a.cn",
        "//a.cn",
        "ftp://a.cn",
        "javascript:alert(1)",
        "https://u:p@a.cn",
        "https://a b.cn",
        r"https://a.cn\.b.cn",
        "https://a.cn%2f.b.cn",
        "https://аpple.cn",
        "https://[::1]/",
    ],
    ("file", "bad-file-name"): ["../a.png", "a/b.png", "a b.png", ".hidden", "", "a\\b", "https://a.cn"],
    ("color", "bad-color"): ["fff", "#ff", "#12345", "blue", "#gggggg"],
    ("period", "bad-period"): ["去年", "1850 年", "上半年"],
    ("period", "bad-date"): ["2024-02-30", "2023-02-29", "2024-13-01"],
}


@pytest.mark.parametrize(("field", "value"), [(field, value) for field, values in TAKEN.items() for value in values])
def test_values_that_are_taken(field: str, value: str) -> None:
    Sample.model_validate({field: value})


@pytest.mark.parametrize(
    ("field", "code", "value"), [(*kind, value) for kind, values in REFUSED.items() for value in values]
)
def test_values_that_are_refused(field: str, code: str, value: str) -> None:
    with pytest.raises(ValidationError) as error:
        Sample.model_validate({field: value})
    assert [item["type"] for item in error.value.errors()] == [code]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("请打13812345678。", "13812345678"),
        ("138 1234 5678", "138 1234 5678"),
        ("编号 2013812345678", None),
        ("13812345678901", None),
        ("12345", None),
        ("0571-88888888", None),
        ("１３８１２３４５６７８", "１３８１２３４５６７８"),
        ("电话1３8　１２３４　5678", "1３8　１２３４　5678"),
        ("①③⑧①②③④⑤⑥⑦⑧", "①③⑧①②③④⑤⑥⑦⑧"),
        ("一三八一二三四五六七八", "一三八一二三四五六七八"),
        ("幺三八〇〇〇〇一二三四", "幺三八〇〇〇〇一二三四"),
        ("1 3 8 1 2 3 4 5 6 7 8", "1 3 8 1 2 3 4 5 6 7 8"),
        ("1-3-8-1-2-3-4-5-6-7-8", "1-3-8-1-2-3-4-5-6-7-8"),
        ("(138)1234·5678", "138)1234·5678"),
        ("138—1234—5678", "138—1234—5678"),
        ("1381 234 5678", "1381 234 5678"),
        ("13812 345678", "13812 345678"),
        ("138 123 45678", "138 123 45678"),
        ("008613812345678", "008613812345678"),
        ("2013-05-20 10:30:45 至 2019-06-30", None),
        ("1949 年 10 月 1 日", None),
        ("1998—2003—2010", None),
        ("1、3、5、7、9、11、13、15", None),
        ("一三五七九", None),
        ("第一三〇〇号", None),
        ("12345 12345 12345", None),
    ],
)
def test_mobile_numbers(text: str, number: str | None) -> None:
    assert find_mobile_number(text) == number


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("证号11010519491231002X，440524188001010014", ["11010519491231002X"]),
        (
            "110105 19491231 002x 和１１０１０５１９４９１２３１００２Ｘ",
            ["110105 19491231 002x", "１１０１０５１９４９１２３１００２Ｘ"],
        ),
        ("110105194912310021", []),
        ("11010519491331002X", []),
        ("911010519491231002X", []),
        ("https://a.cn/A11010519491231002X", []),
    ],
)
def test_numbers_of_identity_cards(text: str, numbers: list[str]) -> None:
    assert [number for _, number in find_id_numbers(text)] == numbers


def test_parts_are_the_same_where_their_fields_are() -> None:
    parts = [*list_parts(Part)]
    assert len(parts) > 20
    for part in parts:
        # Of what else two may differ in, their comparison does not ask.
        assert not part.__private_attributes__
        assert not any(isinstance(value, cached_property) for value in vars(part).values())
    one, same, other = Culture(concept="便民"), Culture(concept="便民"), Culture(concept="守信")
    assert (one == same, hash(one) == hash(same), one == other, one == ANY, one == "便民") == (
        True,
        True,
        False,
        True,
        False,
    )


def list_parts(above: type[Part]) -> Iterator[type[Part]]:
    for part in above.__subclasses__():
        yield part
        yield from list_parts(part)
