"""What a preview says in the terminal: a line for every build, faults as ``build`` tells them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import click

from showcase.cli.building import Outcome
from showcase.cli.failures import Failure, describe_failure
from showcase.cli.progress import is_terminal
from showcase.cli.summary import count_warnings
from showcase.cli.visible_text import make_visible
from showcase.language import N_, load_translations

_NAMED: Final = 3
"""Changed files that are named in a line."""


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells one reader; ``root`` is the folder from which paths are told."""

    locale: str
    root: Path

    def say(self, msgid: str, **values: object) -> None:
        """A line of its own, translated."""
        text = load_translations("cli", self.locale).gettext(msgid)
        click.echo(text.format(**values))

    def complain(self, msgid: str, **values: object) -> None:
        """The same, where errors are told."""
        click.echo(load_translations("cli", self.locale).gettext(msgid).format(**values), err=True)

    def tell_seen(self, changed: Sequence[Path]) -> None:
        """That a change was seen, where what was told last no longer holds."""
        self.say(N_("{time} {changed}: change seen, building …"), time=_now(), changed=self._name(changed))

    def tell_built(self, outcome: Outcome, changed: Sequence[Path]) -> None:
        """What changed, what was made of it, and how long it took."""
        translations = load_translations("cli", self.locale)
        text = translations.gettext("{time} {changed}: {rendered} files made anew, {seconds} s")
        line = text.format(
            time=_now(),
            changed=self._name(changed),
            rendered=outcome.rendered,
            seconds=outcome.clock.rounded()["total"],
        )
        click.echo(line)

    def tell_warnings(self, count: int) -> None:
        """That there are warnings, which keep nothing from being shown."""
        for line in count_warnings(count, self.locale):
            click.echo(line)

    def tell_failed(self, failure: Failure, changed: Sequence[Path]) -> None:
        """Every error, and that the page stays."""
        click.echo(describe_failure(failure, self.locale, colors=is_terminal()), err=True)
        text = load_translations("cli", self.locale).gettext("{time} {changed}: not shown; the preview stays as it was")
        click.echo(text.format(time=_now(), changed=self._name(changed)))

    def tell_broken(self, report: str) -> None:
        """Where the program itself failed, for whoever is changing it."""
        click.echo(report, err=True)

    def _name(self, changed: Sequence[Path]) -> str:
        _ = load_translations("cli", self.locale).gettext
        if not changed:
            return _("start")
        # What an editor wrote for a moment beside the file is gone by now.
        changed = [path for path in changed if path.exists()] or changed
        names = [self._shorten(path) for path in changed[:_NAMED]]
        if len(changed) > _NAMED:
            names.append(_("{count} more").format(count=len(changed) - _NAMED))
        return _(", ").join(names)

    def _shorten(self, path: Path) -> str:
        return make_visible(path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else str(path))


def _now() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")
