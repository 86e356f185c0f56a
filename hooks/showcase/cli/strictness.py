"""What a strict build does not let pass: warnings, and what a public body's site has to carry and does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from showcase.cli.summary import describe_doubts
from showcase.language import N_, load_translations
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity
from showcase.views.docs import Docs

_PAGES: Final = {
    "accessibility.md": N_("not there: no page says how the site serves those who cannot see or hear well (无障碍)"),
    "privacy.md": N_("not there: no page says what the site keeps of its visitors (隐私)"),
}


class StrictError(Exception):
    """Something is amiss in a site that could be published."""

    def __init__(self, faults: tuple[Fault, ...], lacking: tuple[str, ...], doubts: tuple[str, ...]) -> None:
        """``faults`` are the warnings of the content; ``lacking`` and ``doubts`` are lines on the settings."""
        self.faults = faults
        self.lines = (*lacking, *doubts)
        self.severities = (*(Severity.ERROR for _ in lacking), *(Severity.WARNING for _ in doubts))
        """What each of the lines is told as."""
        super().__init__(*self.lines)


def refuse_doubts(faults: Iterable[Fault], docs: Docs, locale: str) -> None:
    """Raises :class:`StrictError` where there is a warning, or a duty of public bodies that is not met."""
    warnings = tuple(fault for fault in faults if severity_of(fault) is Severity.WARNING)
    lacking = tuple(_iterate_lacking(docs, locale))
    doubts = tuple(describe_doubts(docs.iterate_doubts(), locale))
    if warnings or lacking or doubts:
        raise StrictError(warnings, lacking, doubts)


def _iterate_lacking(docs: Docs, locale: str) -> Iterator[str]:
    _ = load_translations("cli", locale).gettext
    told = _("error: {why}")
    for name, effect in docs.settings.iterate_unset():
        place = "site_url" if name == "site_url" else f"extra.showcase.{name}"
        yield told.format(why=f"mkdocs.yml: {place}: {_(effect)}")
    written = {page.source for page in docs.pages}
    for name, effect in _PAGES.items():
        if name not in written:
            yield told.format(why=f"{docs.folder}/{name}: {_(effect)}")
