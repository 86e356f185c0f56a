"""Faults in a terminal: each with its place, the line it stands on, what was expected and how to mend it."""

from __future__ import annotations

import gettext
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Final

from showcase.cli.summary import count_warnings
from showcase.cli.visible_text import cut_line, make_visible, width_of
from showcase.language import N_, load_translations
from showcase.model.fault_texts import FaultText, render_fault, severity_of
from showcase.model.faults import Fault, Severity, sort_faults
from showcase.model.vocabulary import DEFAULT_LOCALE

Span = tuple[str, str]
"""A piece of text and its style in rich's terms, empty for none."""

_SEVERITIES: Final = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.ADVICE: N_("advice")}
_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.ADVICE: "bold cyan"}
_GUTTER: Final = "bold blue"
_WIDTH: Final = 100
"""Cells of the source line that are shown."""


def describe_faults(
    faults: Iterable[Fault],
    locale: str = DEFAULT_LOCALE,
    *,
    colors: bool = False,
    errors_only: bool = False,
    others: Sequence[Severity] = (),
) -> str:
    """All faults and a summary, in words, without a line ending at the end; ``others`` were told before, and count.

    With ``errors_only``, as a build tells them, warnings are counted, with how to see them, and advice is not told.
    """
    translations = load_translations("cli", locale)
    ordered = sort_faults(faults)
    told = [fault for fault in ordered if severity_of(fault) is Severity.ERROR] if errors_only else ordered
    lines: list[list[Span]] = []
    for fault in told:
        lines += [*describe_fault(fault, translations), []]
    if errors_only:
        lines.append([(_count_errors(len(told) + others.count(Severity.ERROR), translations), "bold")])
        warnings = sum(severity_of(fault) is Severity.WARNING for fault in ordered)
        lines += [[(line, "")] for line in count_warnings(warnings, locale)]
    else:
        lines.append([(summarise_faults(ordered, translations, others), "bold")])
    return _paint(lines) if colors else "\n".join("".join(text for text, _ in line) for line in lines)


def describe_fault(fault: Fault, translations: gettext.NullTranslations) -> Iterator[list[Span]]:
    """The lines of one fault."""
    text = render_fault(fault, translations)
    style = _STYLES[text.severity]
    severity = translations.gettext(_SEVERITIES[text.severity])
    place = fault.place
    yield [(f"{severity}[{fault.code}]", style), (f": {make_visible(text.message)}", "bold")]
    margin = " " * len(str(place.line))
    yield [(f"{margin}--> ", _GUTTER), (f"{make_visible(place.path)}:{place.line}:{place.column}", "")]
    if place.source.strip():
        yield from _show_source(fault, margin, style)
    yield from _show_notes(fault, text, margin, translations)


def summarise_faults(
    faults: Iterable[Fault], translations: gettext.NullTranslations, others: Sequence[Severity] = ()
) -> str:
    """How many errors, warnings and pieces of advice there are."""
    found = [*map(severity_of, faults), *others]
    ngettext = translations.ngettext
    errors, warnings, advice = (found.count(severity) for severity in Severity)
    parts = (
        _count_errors(errors, translations),
        ngettext("{count} warning", "{count} warnings", warnings).format(count=warnings),
        ngettext("{count} piece of advice", "{count} pieces of advice", advice).format(count=advice),
    )
    return translations.gettext(", ").join(parts)


def _count_errors(count: int, translations: gettext.NullTranslations) -> str:
    return translations.ngettext("{count} error", "{count} errors", count).format(count=count)


def _show_source(fault: Fault, margin: str, style: str) -> Iterator[list[Span]]:
    """The line of the file, and carets below what is meant, as wide as the characters above."""
    place = fault.place
    before, meant, after = cut_line(place.source, place.column, place.length, _WIDTH)
    carets = "^" * max(1, width_of(meant))
    yield [(f"{margin} |", _GUTTER)]
    yield [(f"{place.line} | ", _GUTTER), (before + meant + after, "")]
    yield [(f"{margin} | ", _GUTTER), (" " * width_of(before), ""), (carets, style)]


def _show_notes(
    fault: Fault, text: FaultText, margin: str, translations: gettext.NullTranslations
) -> Iterator[list[Span]]:
    notes = (
        (N_("field"), fault.field),
        (N_("expected"), text.expected),
        (N_("found"), text.found),
        (N_("hint"), text.hint),
    )
    for name, note in notes:
        if note:
            yield [(f"{margin} = ", _GUTTER), (translations.gettext(name), "bold"), (f": {make_visible(note)}", "")]


def _paint(lines: Iterable[list[Span]]) -> str:
    """The lines with the terminal's colours."""
    # rich is imported here because most reports go to files and to CI, where there are no colours.
    from rich.console import Console
    from rich.text import Text

    target = StringIO()
    console = Console(file=target, force_terminal=True, highlight=False, soft_wrap=True, color_system="standard")
    for line in lines:
        console.print(Text.assemble(*line))
    return target.getvalue().rstrip("\n")
