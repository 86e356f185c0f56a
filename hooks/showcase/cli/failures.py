"""Why a build published nothing: told in words, with the exit code that says so."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from showcase.cli.exits import CONTENT_ERROR, USAGE_ERROR
from showcase.cli.fault_report import describe_faults
from showcase.cli.one_language import choose_language
from showcase.cli.strictness import StrictError
from showcase.cli.system_errors import explain_system_error
from showcase.cli.visible_text import make_visible
from showcase.compile.content import ContentError
from showcase.compile.lock import LockedError
from showcase.compile.publish import PublishError
from showcase.language import load_translations
from showcase.model.errors import DocsError
from showcase.model.fault_texts import has_errors
from showcase.model.faults import Fault, Severity
from showcase.source.unreadable_error import UnreadableError

FAILURES: Final = (
    ContentError,
    StrictError,
    UnreadableError,
    LockedError,
    DocsError,
    PublishError,
    OSError,
    MemoryError,
)
"""What a build raises where it cannot publish."""


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong: faults of the content, or a cause in words; in a strict build there may be both."""

    faults: tuple[Fault, ...] = ()
    why: str = ""
    """Lines; empty where faults say it all."""
    severities: tuple[Severity, ...] = ()
    """What the lines are told as, where they are to be counted with the faults."""
    is_untouched: bool = False
    """Whether all could have been published, and was not."""
    is_setting: bool = False
    """Whether the faults are of the settings and not of the content."""

    @property
    def exit_code(self) -> int:
        """The exit code that says so."""
        return CONTENT_ERROR if self.faults and not self.is_setting else USAGE_ERROR


def explain_failure(error: Exception, cache: Path, locale: str) -> Failure:
    """What one of :data:`FAILURES` means; ``cache`` is what an error of the system is about that names no file."""
    if isinstance(error, ContentError):
        return Failure(error.faults, is_untouched=True)
    if isinstance(error, StrictError):
        return Failure(error.faults, "\n".join(error.lines), error.severities, is_untouched=True)
    if isinstance(error, UnreadableError):
        return Failure(error.faults, is_setting=True)
    return Failure(why=_explain(error, cache, locale))


def describe_failure(failure: Failure, locale: str, *, colors: bool = False) -> str:
    """A failure in words, without a line ending at the end.

    Where there are errors, warnings are counted alone: they would bury what keeps the site from being published.
    """
    told = [failure.why] if failure.why else []
    if failure.faults:
        errors_only = has_errors(failure.faults)
        others = failure.severities
        told.append(describe_faults(failure.faults, locale, colors=colors, errors_only=errors_only, others=others))
    return "\n\n".join(told)


def _explain(error: Exception, cache: Path, locale: str) -> str:
    _ = load_translations("cli", locale).gettext
    if isinstance(error, LockedError):
        return _("error: another build is under way in {folder}; wait for it to end.").format(folder=error)
    if isinstance(error, OSError):
        return explain_system_error(error, cache, locale)
    if isinstance(error, MemoryError):
        return _("error: out of memory; close other programs, use fewer --jobs, or raise extra.showcase.limits.memory")
    # What pages and files are called may hold what commands a terminal.
    why = "\n".join(make_visible(choose_language(line, locale)) for line in str(error).split("\n"))
    return _("error: {why}").format(why=why)
