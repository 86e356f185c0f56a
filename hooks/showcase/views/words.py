"""Words, dates and numbers as the public reads them, in a locale."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Final

from showcase.language import load_translations
from showcase.model.evidence import ReviewResult
from showcase.model.management import SupervisionType, SystemKind
from showcase.model.phases import DeliberationKind, PhaseStatus
from showcase.model.service import ChannelType
from showcase.model.values import PartialDate
from showcase.model.vocabulary import LocalText


def _n(text: str) -> str:
    """Marks a text for extraction; it is translated when it is shown."""
    return text


LABELS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    ChannelType: {
        ChannelType.WEB: _n("Website"),
        ChannelType.APP: _n("App"),
        ChannelType.MINIPROGRAM: _n("Mini-program"),
        ChannelType.HOTLINE: _n("Hotline"),
        ChannelType.HALL: _n("Service hall"),
        ChannelType.KIOSK: _n("Kiosk"),
        ChannelType.EMAIL: _n("E-mail"),
        ChannelType.OTHER: _n("Other ways"),
    },
    SupervisionType: {
        SupervisionType.HOTLINE: _n("Supervision hotline"),
        SupervisionType.EMAIL: _n("Supervision mailbox"),
        SupervisionType.WEB: _n("Message on the web"),
        SupervisionType.WINDOW: _n("Window on site"),
        SupervisionType.POST: _n("Letter"),
    },
    SystemKind: {
        SystemKind.SERVICE: _n("Service system"),
        SystemKind.MANAGEMENT: _n("Management system"),
        SystemKind.GUARANTEE: _n("Guarantee system"),
    },
    PhaseStatus: {
        PhaseStatus.PLANNED: _n("Planned"),
        PhaseStatus.ONGOING: _n("Under way"),
        PhaseStatus.DONE: _n("Done"),
    },
    DeliberationKind: {
        DeliberationKind.EXPERT: _n("Experts"),
        DeliberationKind.PUBLIC: _n("The public"),
        DeliberationKind.NOTICE: _n("Public notice"),
    },
    ReviewResult: {
        ReviewResult.PASSED: _n("Review passed"),
        ReviewResult.IMPROVE: _n("To be improved"),
        ReviewResult.WITHDRAWN: _n("Withdrawn"),
    },
}
"""The word for each value that front matter may take, by its kind: a channel's ``web`` is not a supervision's."""

PHASE_NAMES: Final[Mapping[str, str]] = {
    "appraisal": _n("Appraisal"),
    "planning": _n("Planning"),
    "publicity": _n("Publicity"),
    "implementation": _n("Implementation"),
}
"""论证、规划、宣传、实施"""


class Words:
    """Puts values into words of one locale."""

    def __init__(self, locale: str) -> None:
        """Loads the catalogue of ``locale``."""
        self.locale = locale
        self.translations: gettext.NullTranslations = load_translations("site", locale)

    def text(self, message: str, **values: object) -> str:
        """A message in the locale, with its ``{placeholders}`` filled."""
        translated = self.translations.gettext(message)
        return translated.format(**values) if values else translated

    def label(self, value: StrEnum) -> str:
        """The word for a value of the content model."""
        return self.translations.gettext(LABELS[type(value)][value])

    def phase(self, name: str) -> str:
        """The name of a phase."""
        return self.translations.gettext(PHASE_NAMES[name])

    def local(self, text: LocalText | None) -> str:
        """A text of the vocabulary, or nothing."""
        return text.to(self.locale) if text else ""

    def date(self, value: PartialDate | str | None) -> str:
        """A date as exact as it is known: ``2019 年 6 月 3 日``; words stay as they are."""
        if not isinstance(value, PartialDate):
            return value or ""
        if self.locale == "en":
            return str(value)
        parts = [f"{value.year} 年"]
        parts += [f"{value.month} 月"] if value.month else []
        parts += [f"{value.day} 日"] if value.day else []
        return " ".join(parts)

    def span(self, start: PartialDate | None, end: PartialDate | None, *, ongoing: bool) -> str:
        """From when to when: ``2013.09 – 2014.03``, ``2014.06 起``, ``至 2014.03``."""
        first, last = (str(day).replace("-", ".") if day else "" for day in (start, end))
        if first and last:
            return first if first == last else f"{first} – {last}"
        if first:
            return self.text("since {date}", date=first) if ongoing else first
        return self.text("until {date}", date=last) if last else ""

    def number(self, value: Decimal) -> str:
        """A number as it was written, thousands parted from five digits on."""
        whole, _, fraction = f"{value:f}".partition(".")
        digits = whole.lstrip("-")
        grouped = f"{int(whole):,}" if len(digits) > 4 else whole
        return f"{grouped}.{fraction}" if fraction else grouped
