"""Words, dates and numbers as the public reads them, in a locale."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Final

from showcase.language import N_, load_translations
from showcase.model.evidence import ReviewResult
from showcase.model.management import SupervisionType, SystemKind
from showcase.model.phases import DeliberationKind, PhaseStatus
from showcase.model.service import ChannelType
from showcase.model.values import PartialDate
from showcase.model.vocabulary import LocalText

LABELS: Final[Mapping[type[StrEnum], Mapping[str, str]]] = {
    ChannelType: {
        ChannelType.WEB: N_("Website"),
        ChannelType.APP: N_("App"),
        ChannelType.MINIPROGRAM: N_("Mini-program"),
        ChannelType.HOTLINE: N_("Hotline"),
        ChannelType.HALL: N_("Service hall"),
        ChannelType.KIOSK: N_("Kiosk"),
        ChannelType.EMAIL: N_("E-mail"),
        ChannelType.OTHER: N_("Other ways"),
    },
    SupervisionType: {
        SupervisionType.HOTLINE: N_("Supervision hotline"),
        SupervisionType.EMAIL: N_("Supervision mailbox"),
        SupervisionType.WEB: N_("Message on the web"),
        SupervisionType.WINDOW: N_("Window on site"),
        SupervisionType.POST: N_("Letter"),
    },
    SystemKind: {
        SystemKind.SERVICE: N_("Service system"),
        SystemKind.MANAGEMENT: N_("Management system"),
        SystemKind.GUARANTEE: N_("Guarantee system"),
    },
    PhaseStatus: {
        PhaseStatus.PLANNED: N_("Planned"),
        PhaseStatus.ONGOING: N_("Under way"),
        PhaseStatus.DONE: N_("Done"),
    },
    DeliberationKind: {
        DeliberationKind.EXPERT: N_("Experts"),
        DeliberationKind.PUBLIC: N_("The public"),
        DeliberationKind.NOTICE: N_("Public notice"),
    },
    ReviewResult: {
        ReviewResult.PASSED: N_("Review passed"),
        ReviewResult.IMPROVE: N_("To be improved"),
        ReviewResult.WITHDRAWN: N_("Withdrawn"),
    },
}
"""The word for each value that front matter may take, by its kind: a channel's ``web`` is not a supervision's."""

PHASE_NAMES: Final[Mapping[str, str]] = {
    "appraisal": N_("Appraisal"),
    "planning": N_("Planning"),
    "publicity": N_("Publicity"),
    "implementation": N_("Implementation"),
}
"""论证、规划、宣传、实施"""
_HELD: Final = "\N{NO-BREAK SPACE}"
"""Between a number and its word, at which no line is to end."""


class Words:
    """Puts values into words of one locale."""

    def __init__(self, locale: str) -> None:
        """Loads the catalogue of ``locale``."""
        self.locale = locale
        self.translations: gettext.NullTranslations = load_translations("site", locale)
        # A page asks for the same few dozen, and gettext looks for other ways to say each.
        self._translate = cache(self.translations.gettext)

    def text(self, message: str, **values: object) -> str:
        """A message in the locale, with its ``{placeholders}`` filled."""
        translated = self._translate(message)
        return translated.format(**values) if values else translated

    def label(self, value: StrEnum) -> str:
        """The word for a value of the content model."""
        return self._translate(LABELS[type(value)][value])

    def phase(self, name: str) -> str:
        """The name of a phase."""
        return self._translate(PHASE_NAMES[name])

    def local(self, text: LocalText | None) -> str:
        """A text of the vocabulary, or nothing."""
        return text.to(self.locale) if text else ""

    def date(self, value: PartialDate | str | None) -> str:
        """A date as exact as it is known: ``2019 年 6 月 3 日``; words stay as they are."""
        if not isinstance(value, PartialDate):
            return value or ""
        if self.locale == "en":
            return str(value)
        month = f" {value.month}{_HELD}月" if value.month else ""
        day = f" {value.day}{_HELD}日" if value.day else ""
        return f"{value.year}{_HELD}年{month}{day}"

    def span(self, start: PartialDate | None, end: PartialDate | None, *, ongoing: bool) -> str:
        """From when to when: ``2013.09 – 2014.03``, ``2014.06 起``, ``至 2014.03``."""
        first, last = (str(day).replace("-", ".") if day else "" for day in (start, end))
        if first and last:
            return first if first == last else f"{first} – {last}"
        if first:
            return self.text(N_("since {date}"), date=first) if ongoing else first
        return self.text(N_("until {date}"), date=last) if last else ""

    def number(self, value: Decimal) -> str:
        """A number as it was written, thousands parted from five digits on."""
        whole, _, fraction = f"{value:f}".partition(".")
        digits = whole.lstrip("-")
        grouped = f"{int(whole):,}" if len(digits) > 4 else whole
        return f"{grouped}.{fraction}" if fraction else grouped
