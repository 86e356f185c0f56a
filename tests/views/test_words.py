"""Words, dates and numbers as the public reads them."""

from decimal import Decimal
from enum import StrEnum

import pytest

from showcase.model.management import SupervisionType
from showcase.model.phases import PHASES
from showcase.model.service import ChannelType
from showcase.model.values import PartialDate
from showcase.model.vocabulary import LocalText
from showcase.views.words import LABELS, PHASE_NAMES, Words

WORDS = {locale: Words(locale) for locale in ("zh-Hans", "en")}


@pytest.mark.parametrize(
    ("day", "chinese", "english"),
    [
        ("2019", "2019~年", "2019"),
        ("2019-06", "2019~年 6~月", "2019-06"),
        ("2019-06-03", "2019~年 6~月 3~日", "2019-06-03"),
        ("2019-12-31", "2019~年 12~月 31~日", "2019-12-31"),
    ],
)
def test_date(day: str, chinese: str, english: str) -> None:
    held = "\N{NO-BREAK SPACE}"  # No line ends between a number and its word.
    assert WORDS["zh-Hans"].date(PartialDate.parse(day)) == chinese.replace("~", held)
    assert WORDS["en"].date(PartialDate.parse(day)) == english


@pytest.mark.parametrize(("value", "text"), [(None, ""), ("", ""), ("2019 年上半年", "2019 年上半年")])
def test_date_leaves_words_as_they_are(value: str | None, text: str) -> None:
    assert WORDS["zh-Hans"].date(value) == text


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("0", "0"),
        ("98.60", "98.60"),
        ("9999", "9999"),
        ("10000", "10,000"),
        ("1234567.50", "1,234,567.50"),
        ("-12345", "-12,345"),
        ("-1234", "-1234"),
        ("-0.5", "-0.5"),
        ("1E+5", "100,000"),
        ("1E-3", "0.001"),
    ],
)
def test_number(number: str, text: str) -> None:
    assert WORDS["zh-Hans"].number(Decimal(number)) == text


@pytest.mark.parametrize(
    ("start", "end", "ongoing", "text"),
    [
        ("2013-09", "2014-03", False, "2013.09 – 2014.03"),
        ("2013-09", "2014-03", True, "2013.09 – 2014.03"),
        ("2014", "2014", False, "2014"),
        ("2014-06", None, True, "2014.06 起"),
        ("2014-06", None, False, "2014.06"),
        (None, "2014-03-01", False, "至 2014.03.01"),
        (None, None, True, ""),
    ],
)
def test_span(start: str | None, end: str | None, ongoing: bool, text: str) -> None:
    first, last = (PartialDate.parse(day) if day else None for day in (start, end))
    assert WORDS["zh-Hans"].span(first, last, ongoing=ongoing) == text


@pytest.mark.parametrize(
    ("value", "chinese", "english"),
    [
        (ChannelType.WEB, "网站", "Website"),
        (SupervisionType.WEB, "网上留言", "Message on the web"),
        (ChannelType.HOTLINE, "热线", "Hotline"),
        (SupervisionType.HOTLINE, "监督电话", "Supervision hotline"),
        (ChannelType.EMAIL, "电子邮箱", "E-mail"),
        (SupervisionType.EMAIL, "监督邮箱", "Supervision mailbox"),
    ],
)
def test_labels_that_look_alike(value: StrEnum, chinese: str, english: str) -> None:
    assert (WORDS["zh-Hans"].label(value), WORDS["en"].label(value)) == (chinese, english)


@pytest.mark.parametrize("kind", LABELS, ids=lambda kind: kind.__name__)
def test_every_value_has_its_word(kind: type[StrEnum]) -> None:
    assert set(LABELS[kind]) == set(kind)
    words = [WORDS["zh-Hans"].label(value) for value in kind]
    assert len(set(words)) == len(words)
    assert all("一" <= character <= "鿿" for word in words for character in word)


def test_every_phase_has_its_name() -> None:
    assert tuple(PHASE_NAMES) == PHASES
    assert [WORDS["zh-Hans"].phase(name) for name in PHASES] == ["论证", "规划", "宣传", "实施"]


@pytest.mark.parametrize(
    ("text", "chinese", "english"),
    [
        (None, "", ""),
        ("市级", "市级", "市级"),
        ({"zh-Hans": "市级", "en": "City"}, "市级", "City"),
        ({"zh-Hans": "市级", "zh-Hant": "市級"}, "市级", "市级"),
    ],
)
def test_local(text: object, chinese: str, english: str) -> None:
    local = None if text is None else LocalText.model_validate(text)
    assert (WORDS["zh-Hans"].local(local), WORDS["en"].local(local)) == (chinese, english)


def test_text_fills_its_placeholders() -> None:
    assert WORDS["en"].text("{count} brands", count=3) == "3 brands"
    assert WORDS["zh-Hans"].text("{count} brands", count=3) == "3 个品牌"
