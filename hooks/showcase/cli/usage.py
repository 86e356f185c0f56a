"""A command that was called wrongly: told in the reader's language, for click speaks English alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from difflib import get_close_matches
from typing import Any, Final

import click

from showcase.cli.exits import USAGE_ERROR
from showcase.language import choose_locale, load_translations

_ASKED: Final = "showcase.lang"
"""Key in click's memory of a call: the language that was asked for, wherever in the call that stands."""
_LANGUAGES: Final = ("zh", "en")


class WrongCallError(click.ClickException):
    """A call that cannot be understood; its message is in the reader's language already."""

    exit_code = USAGE_ERROR

    def show(self, file: Any = None) -> None:
        """Prints the message as it is."""
        click.echo(self.message, file=file, err=True)


class NoSuchCommandError(click.UsageError):
    """A word that names no command; click's own says so in a version that not everybody has."""

    def __init__(self, name: str, ctx: click.Context) -> None:
        """``ctx`` is that of a group."""
        super().__init__(name, ctx)
        self.name = name
        self.known = ctx.command.list_commands(ctx) if isinstance(ctx.command, click.Group) else []


def note_language(ctx: click.Context, args: Sequence[str]) -> None:
    """Keeps the language that a call asks for, also where the call turns out to be wrong."""
    for option, value in zip(args, [*args[1:], ""], strict=True):
        name, sign, joined = option.partition("=")
        if name == "--lang" and (lang := joined if sign else value) in _LANGUAGES:
            ctx.meta[_ASKED] = lang


def locale_of(ctx: click.Context | None) -> str:
    """The locale of messages in a call."""
    return choose_locale(ctx.meta.get(_ASKED) if ctx else None, os.environ)


@contextmanager
def told_usage(group: click.Context | None = None) -> Iterator[None]:
    """Tells what click complains of in the reader's language; raises :class:`WrongCallError`.

    ``group`` is where the call began: of an option without its value click does not say whose it is.
    """
    try:
        yield
    except click.UsageError as error:
        path = error.ctx.command_path if error.ctx else "build.py"
        if error.ctx is None and group is not None:
            error.ctx, path = group, f"{group.command_path} {group.invoked_subcommand or ''}".rstrip()
        raise WrongCallError(_describe(error, path)) from None


def _describe(error: click.UsageError, path: str) -> str:
    """What is wrong with a call, and the command that shows how it is right."""
    _ = load_translations("cli", locale_of(error.ctx)).gettext
    told = _("error: {why}").format(why=_explain(error))
    return f"{told}\n" + _("See: python {command} --help").format(command=path)


def _explain(error: click.UsageError) -> str:
    _ = load_translations("cli", locale_of(error.ctx)).gettext
    if isinstance(error, NoSuchCommandError):
        return _suggest(_("there is no command {name}"), error.name, error.known, error.ctx)
    if isinstance(error, click.NoSuchOption):
        return _suggest(_("there is no option {name}"), error.option_name, error.possibilities, error.ctx)
    if isinstance(error, click.BadOptionUsage):
        takes_none = "does not take a value" in error.message
        text = _("{name} takes no value; leave it out") if takes_none else _("{name} needs a value after it")
        return text.format(name=error.option_name)
    if isinstance(error, click.BadParameter):
        return _("{option}: {expected}").format(option=_name_parameter(error), expected=_expect(error))
    if error.message.startswith("Got unexpected extra argument"):
        return _("more is written than the command takes: {found}").format(found=_in_brackets(error.message))
    return error.format_message()


def _suggest(told: str, name: str, possibilities: Sequence[str] | None, ctx: click.Context | None) -> str:
    _ = load_translations("cli", locale_of(ctx)).gettext
    near = get_close_matches(name, possibilities or (), n=1, cutoff=0.5)
    told = told.format(name=name)
    return _("{told}; did you mean {near}?").format(told=told, near=near[0]) if near else told


def _name_parameter(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Option):
        return error.param.opts[-1]
    return error.param.make_metavar(error.ctx) if error.param and error.ctx else str(error.param_hint or "")


def _expect(error: click.BadParameter) -> str:
    """What a parameter takes."""
    _ = load_translations("cli", locale_of(error.ctx)).gettext
    kind = error.param.type if error.param else None
    if isinstance(error, click.MissingParameter):
        return _("it is missing")
    if isinstance(kind, click.IntRange):
        return _("a whole number from {least} to {most}").format(least=kind.min, most=kind.max)
    if isinstance(kind, click.Choice):
        return _("one of: {known}").format(known=", ".join(map(str, kind.choices)))
    return error.message


def _in_brackets(message: str) -> str:
    return message.rpartition("(")[2].rstrip(").")
