"""Carries out a build and tells of it: progress, faults, what was made and why."""

from __future__ import annotations

from typing import Final

import click

from showcase.cli.building import Outcome, run_build
from showcase.cli.exits import DONE, INTERRUPTED, PARTIAL
from showcase.cli.failures import FAILURES, describe_failure, explain_failure
from showcase.cli.fault_report import describe_faults
from showcase.cli.order import Order
from showcase.cli.progress import is_terminal, show_progress
from showcase.cli.sparing import check_cache
from showcase.cli.summary import describe_figures, describe_foreign, describe_warnings
from showcase.cli.visible_text import make_visible
from showcase.compile.outset import Outset
from showcase.compile.site import Reason
from showcase.language import N_, load_translations
from showcase.model.fault_texts import has_errors, severity_of
from showcase.model.faults import Severity
from showcase.source.successors import write_aliases

PARTS: Final = {
    "program": N_("the program or a library"),
    "settings": N_("the settings"),
    "frame": N_("the frame around the page"),
    "brand": N_("the brand itself"),
    "vocabulary": N_("what the vocabulary says of it"),
    "neighbours": N_("brands it shows or links to"),
    "brands": N_("the brands it lists"),
    "docs": N_("the hand-written pages it shows"),
    "source": N_("the file it is made of"),
    "text": N_("the words that the search reads"),
    "words": N_("the words that brands are found by"),
}
"""The parts of a key, in words."""


def carry_out(order: Order, outset: Outset | None, *, as_json: bool, verbose: bool) -> tuple[int, Outcome | None]:
    """Builds, tells of it, and gives the exit code and what was done, if anything was; ``outset`` as for a build."""
    _ = load_translations("cli", order.locale).gettext

    def tell(why: str) -> None:
        told = _("The record of the last build cannot be used ({why}); everything is built anew.")
        click.echo(told.format(why=_(why)), err=True)

    try:
        check_cache(order)
        with show_progress(order.locale) as progress:
            outcome = run_build(order, progress, tell, outset=outset)
    except FAILURES as error:
        failure = explain_failure(error, order.cache, order.locale)
        click.echo(describe_failure(failure, order.locale, colors=is_terminal()), err=True)
        if failure.is_untouched:
            click.echo(_("Nothing was published; the site is as it was."), err=True)
        return failure.exit_code, None
    except KeyboardInterrupt:
        click.echo(_("Stopped; every page of the site is whole, and the next build goes on from there."), err=True)
        return INTERRUPTED, None
    for reason in outcome.reasons if verbose else ():
        click.echo(describe_reason(reason, order.locale), err=True)
    _tell(outcome, order, as_json=as_json)
    return PARTIAL if has_errors(outcome.content.faults) else DONE, outcome


def describe_reason(reason: Reason, locale: str) -> str:
    """Why a file was made anew, on one line."""
    _ = load_translations("cli", locale).gettext
    if reason.is_new:
        why = _("new")
    elif reason.parts:
        why = _("changed: {parts}").format(parts=_(", ").join(_(PARTS[part]) for part in reason.parts))
    else:
        why = _("the site's file was missing or had been touched")
    return f"{make_visible(reason.path)}: {why}"


def describe_moved(outcome: Outcome, locale: str) -> list[str]:
    """A line for each brand whose old address leads nowhere from this build on."""
    _ = load_translations("cli", locale).gettext
    told = _("warning: {path}: the old address of this brand, brands/{former}/, is gone. To keep it: {line}")
    return [
        told.format(
            path=make_visible(outcome.content.show(one.slug)),
            former=one.former,
            line=write_aliases(one.aliases, one.former),
        )
        for one in outcome.moved
    ]


def _tell(outcome: Outcome, order: Order, *, as_json: bool) -> None:
    _ = load_translations("cli", order.locale).gettext
    content = outcome.content
    errors = tuple(fault for fault in content.faults if severity_of(fault) is Severity.ERROR)
    if errors:
        click.echo(describe_faults(errors, order.locale, colors=is_terminal(), errors_only=True), err=True)
    docs = outcome.built.docs.folder if outcome.built else "docs"
    warned = describe_warnings(outcome.warnings, outcome.doubts, order.locale, outcome.lacking, outcome.gap)
    moved = describe_moved(outcome, order.locale)
    for line in (*warned, *moved, *describe_foreign(outcome.published.foreign, docs, order.locale)):
        click.echo(line, err=True)
    if as_json:
        click.echo(outcome.as_json())
        return
    summary = describe_figures(outcome.figures, outcome.retired, order.locale)
    click.echo(summary.format(site=order.site, seconds=outcome.clock.rounded()["total"]))
    if content.left_out:
        click.echo(_("{count} brands with errors were left out.").format(count=content.left_out), err=True)
