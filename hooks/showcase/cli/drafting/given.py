"""Filling the form from the command line's options alone, for scripts and for those who know what they want."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from showcase.cli.drafting.agency_entry import AgencyEntry
from showcase.cli.drafting.form import FIELDS, REQUIRED, FieldName, Form, UnfitAnswerError
from showcase.cli.drafting.starter import Term


def take_given(form: Form, given: Mapping[FieldName, str]) -> list[str]:
    """Fills the form with what is given; returns every reason why that will not do, in the editor's language.

    A slug that is not given is made from the name.
    """
    return list(_iterate_problems(form, given))


def describe_agency(form: Form, key: str, name: str) -> AgencyEntry:
    """A body to be added under a key; without one, under a key made from its name."""
    return AgencyEntry(key or form.suggest_key(name), name)


def describe_known(form: Form, known: Term) -> str:
    """That a body is in the vocabulary already, and is not added again."""
    return form.gettext("{key} is there already and is used: {name}").format(key=known.key, name=known.name)


def _iterate_problems(form: Form, given: Mapping[FieldName, str]) -> Iterator[str]:
    for field in FIELDS:
        if field in form.answers:
            continue
        text = given.get(field, "") or (form.derive_slug() if field == "slug" else "")
        if text:
            yield from _take(form, field, text)
        elif field == "slug" and "name" in form.answers:
            yield form.gettext("The name gives no slug: put one after “new”.")
        elif field in REQUIRED and field != "slug":
            yield form.gettext("Missing: {option}").format(option=f"--{field}")


def _take(form: Form, field: FieldName, text: str) -> Iterator[str]:
    try:
        form.take(field, text)
    except UnfitAnswerError as error:
        option = "SLUG" if field == "slug" else f"--{field}"
        yield from (f"{option}: {message}" for message in error.messages)
