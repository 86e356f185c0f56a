"""The interview: asks an editor for every field, until each has an answer that will do."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import click

from showcase.cli.drafting.agency_entry import AgencyEntry
from showcase.cli.drafting.choice import Option, find_exact, find_options
from showcase.cli.drafting.form import CHOSEN, FIELDS, REQUIRED, FieldName, Form, UnfitAnswerError
from showcase.cli.drafting.given import describe_known
from showcase.cli.drafting.starter import Term

_LONGEST_LIST: Final = 20
"""Options shown at once; of more, the editor types a part of the name first."""
_ADD: Final = ("+", "＋")
"""Before the name of a body that is to be added, or alone."""


def hold_interview(form: Form, given: Mapping[FieldName, str]) -> None:
    """Fills the form: with what is given where that will do, else with what the editor types.

    Raises :class:`click.Abort` where the editor leaves by Ctrl-C or the input ends.
    """
    interview = _Interview(form, form.gettext)
    for field in FIELDS:
        if field in form.answers or (field in given and interview.take(field, given[field])):
            continue
        if field in CHOSEN:
            interview.ask_choice(field)
        else:
            interview.ask_text(field)


@dataclass(frozen=True, slots=True)
class _Interview:
    form: Form
    gettext: Callable[[str], str]

    def take(self, field: FieldName, text: str) -> bool:
        """Whether the form took an answer; says why where it did not."""
        try:
            self.form.take(field, text)
        except UnfitAnswerError as error:
            self._say_problems(error)
            return False
        return True

    def ask_text(self, field: FieldName) -> None:
        """Asks for a text until it will do; an optional one may be left empty."""
        suggestion = self._suggest_slug() if field == "slug" else ""
        while True:
            text = self._prompt(self._question(field), suggestion, optional=field not in REQUIRED)
            if not text or self.take(field, text):
                return

    def _suggest_slug(self) -> str:
        """A free slug; where the one that the name suggests is taken, says by what."""
        derived = self.form.derive_slug()
        if derived:
            self.take("slug", derived)
        return self.form.suggest_slug()

    def ask_choice(self, field: FieldName) -> None:
        """Asks for a word of the vocabulary, narrowing what is shown with every part of a name that is typed."""
        options = self.form.options_of(field)
        shown = self._show(options)
        while True:
            text = self._prompt(self._question(field), optional=field not in REQUIRED)
            if field == "agency" and text.startswith(_ADD):
                if self._add_agency(text[1:].strip()):
                    return
                continue
            if not text:
                return
            found = _pick(shown, text) or find_options(options, text)
            if len(found) > 1:
                shown = self._show(found)
            elif self.take(field, found[0].term.key if found else text):
                click.echo(f"  → {found[0].term.name}")
                return
            elif field == "agency":
                click.echo(self.gettext("  To add a body, type + and its full name."))

    def _add_agency(self, name: str) -> bool:
        """Whether a body was described such that the form took it, new or known already; an empty name is asked for."""
        name = name or self._prompt(self.gettext("Full name of the agency"))
        try:
            if known := self.form.find_agency(name):
                self._use(known)
                return True
            self.form.check_agency_names(name)
            short = self._ask_short(name)
            if (known := self._find_by_short(short)) and self._confirm_short(known):
                self._use(known)
                return True
            self.form.take_agency(AgencyEntry(self._ask_key(name), name, short))
        except UnfitAnswerError as error:
            self._say_problems(error)
            return False
        return True

    def _ask_short(self, name: str) -> str:
        """The short name of a new body, asked for until it will do; may be empty."""
        while True:
            short = self._prompt(self.gettext("Short name, empty for none"), optional=True)
            try:
                self.form.check_agency_names(name, short)
            except UnfitAnswerError as error:
                self._say_problems(error)
            else:
                return short

    def _ask_key(self, name: str) -> str:
        """The key of a new body, asked for until it will do."""
        suggestion = self.form.suggest_key(name)
        while True:
            key = self._prompt(self.gettext("Its key in the vocabulary"), suggestion)
            try:
                self.form.check_agency_key(key)
            except UnfitAnswerError as error:
                self._say_problems(error)
            else:
                return key

    def _find_by_short(self, short: str) -> Term | None:
        """The one body that goes by a short name; ``None`` where several do, and one more may."""
        found = find_exact(self.form.options_of("agency"), short) if short else []
        return found[0].term if len(found) == 1 else None

    def _confirm_short(self, known: Term) -> bool:
        """Whether the body that has a short name already is meant: bodies of two cities may have the same."""
        question = self.gettext("{key} ({name}) has this short name already; is it the one?")
        return click.confirm(question.format(key=known.key, name=known.name), default=True)

    def _use(self, known: Term) -> None:
        self.form.take("agency", known.key)
        click.echo(f"  → {describe_known(self.form, known)}")

    def _show(self, options: Sequence[Option]) -> Sequence[Option]:
        """Lists the options with their numbers, and returns those that have one; a long list only tells its length."""
        if len(options) > _LONGEST_LIST:
            click.echo(self.gettext("  {count} to choose from: type a part of the name.").format(count=len(options)))
            return ()
        for number, option in enumerate(options, 1):
            click.echo(f"  {number:2}  {option.term.name}  ({option.term.key})")
        return options

    def _prompt(self, question: str, suggestion: str = "", *, optional: bool = False) -> str:
        """One line from the editor, without blanks at its ends; empty only where that is allowed."""
        default = suggestion or ("" if optional else None)
        while True:
            typed: str = click.prompt(question, default=default, show_default=bool(suggestion), type=str)
            answer = typed.strip() or suggestion
            if answer or optional:
                return answer
            self._say_problems(UnfitAnswerError(self.gettext("Nothing but blanks; an answer is needed here.")))

    def _question(self, field: FieldName) -> str:
        questions: dict[FieldName, str] = {
            "name": self.gettext("Name of the brand (2 to 20 characters)"),
            "slug": self.gettext("Slug, the last part of its address"),
            "agency": self.gettext("Agency: number, key or part of the name; + adds one"),
            "category": self.gettext("Service area: number, key or part of the name"),
            "slogan": self.gettext("Slogan (at most 24 characters, best 6 to 12)"),
            "summary": self.gettext("Summary in one or two sentences (20 to 160 characters)"),
            "level": self.gettext("Level: number, key or part of the name; empty for none"),
            "color": self.gettext("Colour such as #1b66d6; empty for one that goes with the name"),
        }
        return questions[field]

    def _say_problems(self, error: UnfitAnswerError) -> None:
        for message in error.messages:
            click.secho(f"  ✗ {message}", fg="red", err=True)


def _pick(shown: Sequence[Option], text: str) -> list[Option]:
    """The option that has this number in the list last shown, if any."""
    number = int(text) if text.isdecimal() else 0
    return [shown[number - 1]] if 1 <= number <= len(shown) else []
