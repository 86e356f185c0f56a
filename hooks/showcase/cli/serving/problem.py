"""A failed build as the overlay tells it: plain values, nothing of them markup."""

from __future__ import annotations

import gettext
from collections.abc import Sequence
from typing import Any, Final

from showcase.cli.failures import Failure
from showcase.cli.visible_text import cut_line, make_visible
from showcase.language import load_translations
from showcase.model.fault_texts import render_fault, severity_of
from showcase.model.faults import Fault, Severity, sort_faults

_SHOWN: Final = 20
"""Faults in the overlay; an error in the vocabulary can bring ten thousand."""
_WIDTH: Final = 160
"""Cells of a source line that are sent."""


def compose_problem(failure: Failure, locale: str) -> dict[str, Any]:
    """Title, text, ``why`` in lines, ``faults`` and how many ``more``; empty where there is nothing to say.

    Only errors are told, for only they keep a build from being shown.
    """
    translations = load_translations("cli", locale)
    errors = [fault for fault in sort_faults(failure.faults) if severity_of(fault) is Severity.ERROR]
    return {
        "title": _entitle(len(errors), translations),
        "text": translations.gettext(
            "The page shows the last version without errors. Mend this, save, and it renews itself."
        ),
        "why": _show_lines(failure.why),
        "faults": [_as_record(fault, translations) for fault in errors[:_SHOWN]],
        "more": _count_more(len(errors) - _SHOWN, translations),
    }


def compose_words(locale: str) -> dict[str, str]:
    """What the overlay says besides, and in which language."""
    _ = load_translations("cli", locale).gettext
    return {
        "lang": locale,
        "close": _("Close"),
        "open": _("Show the errors"),
        "building": _("Building …"),
        "changed": _("Change seen, building …"),
        "lost": _("The preview has ended, or is starting anew …"),
        "waiting": _("There is nothing to show yet"),
        "patience": _("This page opens by itself as soon as the site has been built."),
    }


def _entitle(errors: int, translations: gettext.NullTranslations) -> str:
    if not errors:
        return translations.gettext("The change cannot be shown")
    text = translations.ngettext(
        "The change cannot be shown: {count} error", "The change cannot be shown: {count} errors", errors
    )
    return text.format(count=errors)


def _count_more(count: int, translations: gettext.NullTranslations) -> str:
    if count <= 0:
        return ""
    text = translations.ngettext(
        "{count} more error is listed in the terminal.", "{count} more errors are listed in the terminal.", count
    )
    return text.format(count=count)


def _as_record(fault: Fault, translations: gettext.NullTranslations) -> dict[str, Any]:
    text = render_fault(fault, translations)
    place = fault.place
    notes = (("field", fault.field), ("expected", text.expected), ("found", text.found), ("hint", text.hint))
    return {
        "message": make_visible(text.message),
        "code": fault.code,
        "place": make_visible(f"{place.path}:{place.line}:{place.column}"),
        "source": cut_line(place.source, place.column, place.length, _WIDTH) if place.source.strip() else None,
        "notes": _name_notes(notes, translations),
    }


def _name_notes(notes: Sequence[tuple[str, str]], translations: gettext.NullTranslations) -> list[tuple[str, str]]:
    return [(translations.gettext(name), make_visible(note)) for name, note in notes if note]


def _show_lines(text: str) -> str:
    return "\n".join(make_visible(line) for line in text.splitlines())
