"""The group of commands; each is imported when it is asked for, so that none waits for what another needs."""

from __future__ import annotations

import errno
import gc
import importlib
import os
import signal
from collections.abc import Sequence
from typing import Any, Final

import click

from showcase.cli.exits import INTERRUPTED, USAGE_ERROR
from showcase.cli.output import settle_output, tell_unprintable
from showcase.cli.usage import NoSuchCommandError, note_language, told_usage
from showcase.language import choose_locale

# What is installed beside may bring code for every model; to look for it takes longer than to import the models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

COMMANDS: Final = {
    "build": "showcase.cli.build:build",
    "check": "showcase.cli.check:check",
    "serve": "showcase.cli.serve:serve",
    "new": "showcase.cli.new:new",
}
"""Where each command lives."""


class CommandGroup(click.Group):
    """A group that imports a command when it is asked for; no command at all is ``build``."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order an editor meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts ``build`` before options that name no command."""
        position = 2 if args[:1] == ["--lang"] else 1 if args[:1] and args[0].startswith("--lang=") else 0
        first = args[position] if len(args) > position else ""
        if first not in ("-h", "--help", "--version") and (not first or first.startswith("-")):
            args = [*args[:position], "build", *args[position:]]
        note_language(ctx, args)
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, and what is left for it."""
        if args[0] not in COMMANDS:
            raise NoSuchCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        """The context of a call."""
        with told_usage():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs a call."""
        try:
            with told_usage(ctx):
                return super().invoke(ctx)
        except KeyboardInterrupt:
            # While a command is imported; what they do then, commands tell themselves.
            ctx.exit(INTERRUPTED)
        except RuntimeError as error:
            # So Python 3.11 tells of what happens while a class is made.
            if not isinstance(error.__cause__, KeyboardInterrupt):
                raise
            ctx.exit(INTERRUPTED)
        except OSError as error:
            # What it does then, a command tells itself, so it was printing; to a pipe that is closed, nobody listens.
            if error.errno == errno.EPIPE:
                raise
            tell_unprintable(error, ctx.obj)
            ctx.exit(USAGE_ERROR)


@click.command(cls=CommandGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.version_option(package_name=None, version=__import__("showcase").__version__, prog_name="brand-showcase")
@click.pass_context
def showcase(ctx: click.Context, lang: str | None) -> None:
    """品牌橱窗：把 brands/ 里的品牌描述编译成静态展示网站。

    Compiles the descriptions of service brands in brands/ into a static showcase site.
    """
    ctx.obj = choose_locale(lang, os.environ)


def main(args: Sequence[str] | None = None) -> None:
    """Runs the command line and ends the process with its exit code."""
    # A command lives for seconds and leaves hardly a circle behind; to look for them takes longer than it is worth.
    gc.disable()
    # No model of ours has any, and to look for them among all that is installed takes a fiftieth of an edit.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    # Some that start builds have it ignored; then nobody could tell how a process ended.
    if hasattr(signal, "SIGCHLD"):
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    settle_output()
    showcase.main(args=args, prog_name="build.py")
