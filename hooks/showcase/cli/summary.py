"""What a build tells at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from showcase.cli.visible_text import make_visible
from showcase.language import load_translations
from showcase.source.git_dates import Gap

Doubt = tuple[str, str, str]
"""A setting that is likely a slip: its name, its value, and a msgid that says what is usual."""
_NAMED: Final = 5
"""Files that are named in a line."""


def describe_figures(figures: Mapping[str, int], retired: int, locale: str) -> str:
    """The figures of a build on one line, with ``{site}`` and ``{seconds}`` left to be filled in.

    ``retired`` brands are told apart: they have a page, and the site's own count leaves them out.
    """
    _ = load_translations("cli", locale).gettext
    brands = _("{brands} brands ({retired} of them retired)") if retired else _("{brands} brands")
    summary = _("Published {brands}, {targets} files ({written} changed, {removed} removed) to {site} in {seconds} s.")
    told = {**figures, "brands": brands.format(brands=figures["brands"], retired=retired)}
    return summary.format(**told, site="{site}", seconds="{seconds}")


def describe_doubts(doubts: Iterable[Doubt], locale: str) -> list[str]:
    """A line for each setting that is likely a slip."""
    _ = load_translations("cli", locale).gettext
    told = _("warning: mkdocs.yml: {setting}: {value}: {usual}.")
    return [told.format(setting=setting, value=value, usual=_(usual)) for setting, value, usual in doubts]


def describe_warnings(
    count: int, doubts: Iterable[Doubt], locale: str, lacking: str = "", gap: Gap | None = None
) -> list[str]:
    """Lines: doubtful settings, that full text is ``lacking``, what git does not tell, how many warnings there are."""
    _ = load_translations("cli", locale).gettext
    lines = describe_doubts(doubts, locale)
    if lacking:
        told = _("note: the site has no full-text search: {why}. Brands are found by name as ever.")
        why, *more = lacking.split(": ", 1)
        lines.append(told.format(why=": ".join([_(why), *more])))
    return lines + (_describe_gap(gap, locale) if gap else []) + count_warnings(count, locale)


def _describe_gap(gap: Gap, locale: str) -> list[str]:
    import shlex  # It takes a while, and there seldom is a gap.

    _ = load_translations("cli", locale).gettext
    told = _(
        "note: {cause}. So the days of brands are those they give as published: later changes show nowhere, "
        "and brands that give none are in no feed. To mend it: {mend}"
    )
    root = shlex.quote(make_visible(gap.root))
    return [told.format(cause=_(gap.cause).format(root=root), mend=_(gap.mend).format(root=root))]


def count_warnings(count: int, locale: str) -> list[str]:
    """A line that says how many warnings the content has and how to see them, or none where it has none."""
    ngettext = load_translations("cli", locale).ngettext
    told = ngettext(
        "{count} warning; python build.py check shows it.", "{count} warnings; python build.py check shows them.", count
    )
    return [told.format(count=count)] if count else []


def describe_foreign(paths: Sequence[str], docs: str, locale: str) -> list[str]:
    """A line on files that were removed from the site and had not come from a build; none where there are none.

    ``docs`` is the folder of the hand-written pages.
    """
    if not paths:
        return []
    _ = load_translations("cli", locale).gettext
    told = _(
        "Removed from the site, for no build had put it there: {names}. "
        "Put files of your own into {docs}/; they are published with the pages."
    )
    return [told.format(names=list_names(paths, locale), docs=docs)]


def list_names(paths: Sequence[str], locale: str) -> str:
    """The first of some paths, and how many more there are."""
    _ = load_translations("cli", locale).gettext
    names = [make_visible(path) for path in paths[:_NAMED]]
    if len(paths) > _NAMED:
        names.append(_("{count} more").format(count=len(paths) - _NAMED))
    return _(", ").join(names)
