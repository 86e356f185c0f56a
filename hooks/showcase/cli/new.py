"""``new``: writes the first draft of a brand's file from an editor's answers."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from showcase.cli.drafting.form import FIELDS, FieldName, Form, UnfitAnswerError
from showcase.cli.drafting.given import describe_agency, describe_known, take_given
from showcase.cli.drafting.interview import hold_interview
from showcase.cli.drafting.new_files import add_file, replace_file
from showcase.cli.drafting.starter import compose_starter
from showcase.cli.exits import CONTENT_ERROR, INTERRUPTED, USAGE_ERROR
from showcase.cli.fault_report import describe_faults
from showcase.cli.project_config import CONFIG, ProjectError, read_showcase, take_brands
from showcase.cli.system_errors import explain_system_error
from showcase.language import load_translations
from showcase.model.system_causes import tell_cause
from showcase.source.catalogue_file import read_catalogue_file
from showcase.source.file_names import CATALOGUE_FILE, show_name
from showcase.source.unreadable_error import UnreadableError


@click.command()
@click.argument("slug", required=False, default="")
@click.option("--name", default="", help="品牌名称 / the brand's name")
@click.option("--agency", default="", metavar="KEY|NAME", help="创建单位 / the body that makes it")
@click.option("--agency-name", default="", metavar="NAME", help="词汇表里还没有的单位的全称 / full name of a new body")
@click.option("--category", default="", metavar="KEY|NAME", help="服务领域 / service area")
@click.option("--slogan", default="", help="品牌口号 / slogan")
@click.option("--summary", default="", help="品牌简介 / summary")
@click.option("--level", default="", metavar="KEY|NAME", help="级别 / level")
@click.option("--color", default="", metavar="#RRGGBB", help="品牌色 / the brand's colour")
@click.option("--no-input", is_flag=True, help="不提问，只用选项 / asks nothing, takes options alone")
@click.option("--brands", type=click.Path(path_type=Path), help="品牌文件夹 / folder of the brands")
@click.pass_obj
def new(locale: str, /, *, brands: Path | None, no_input: bool, agency_name: str, **options: str) -> None:
    """新建品牌：问几个问题，写好 brands/SLUG/index.md；不给 SLUG 就按名称的拼音起。

    Starts a brand: asks a few questions and writes brands/SLUG/index.md. A slug that is not given is made from the
    name by pinyin.
    """
    form = _open_form(_take_brands(brands, locale), locale)
    given: dict[FieldName, str] = {field: show_name(options[field]) for field in FIELDS if options[field].strip()}
    if agency_name:
        _take_agency(form, given.get("agency", ""), show_name(agency_name))
    if no_input:
        _take_options(form, given)
    else:
        _hold_interview(form, given)
    _write_files(form)


def _take_brands(asked: Path | None, locale: str) -> Path:
    translations = load_translations("cli", locale)
    try:
        return take_brands(asked, {} if asked else read_showcase(), locale)
    except ProjectError as error:
        _stop(USAGE_ERROR, translations.gettext("error: {why}").format(why=error))
    except UnreadableError as refusal:
        click.echo(describe_faults(refusal.faults, locale), err=True)
        raise click.exceptions.Exit(USAGE_ERROR) from None
    except OSError as error:
        _stop(USAGE_ERROR, explain_system_error(error, CONFIG, locale))


def _open_form(brands: Path, locale: str) -> Form:
    translations = load_translations("cli", locale)
    path = brands / CATALOGUE_FILE
    vocabulary = read_catalogue_file(path, path.as_posix()).vocabulary
    if vocabulary is None:
        message = translations.gettext("{path} has errors. Next: python build.py check")
        _stop(CONTENT_ERROR, message.format(path=path.as_posix()))
    return Form(vocabulary, brands, translations)


def _take_agency(form: Form, key: str, name: str) -> None:
    try:
        if known := form.find_agency(name):
            form.take("agency", known.key)
            click.echo(describe_known(form, known))
        else:
            form.take_agency(describe_agency(form, key, name))
    except UnfitAnswerError as error:
        _stop(USAGE_ERROR, *error.messages)


def _take_options(form: Form, given: dict[FieldName, str]) -> None:
    problems = take_given(form, given)
    if problems:
        _stop(USAGE_ERROR, *problems)


def _hold_interview(form: Form, given: dict[FieldName, str]) -> None:
    gettext = form.gettext
    click.echo(gettext("A new brand. Enter takes what stands in brackets; Ctrl-C leaves and writes nothing."))
    try:
        hold_interview(form, given)
    except click.Abort:
        click.echo(err=True)
        messages = [gettext("Nothing was written.")]
        if not sys.stdin.isatty():
            messages.append(gettext("Where nothing can be typed, use --no-input and options."))
        _stop(INTERRUPTED, *messages)


def _write_files(form: Form) -> None:
    """Writes the brand, and its agency where that is new, or neither; says what to do next."""
    gettext = form.gettext
    path = form.brands / form.answers["slug"] / "index.md"
    try:
        with add_file(path, compose_starter(form.compose_draft())):
            _add_agency(form)
    except FileExistsError:
        _stop(USAGE_ERROR, gettext("{path} is there already; nothing was written.").format(path=path.as_posix()))
    except OSError as error:
        message = gettext("{path} cannot be written: {problem}")
        _stop(USAGE_ERROR, message.format(path=error.filename, problem=gettext(tell_cause(error))))
    click.echo(gettext("Written: {path}").format(path=path.as_posix()))
    click.echo(gettext("Next: open it and fill in what you have, then run: python build.py check"))


def _add_agency(form: Form) -> None:
    """Adds a new agency to the vocabulary."""
    entry = form.new_agency
    if entry is None:
        return
    path = form.brands / CATALOGUE_FILE
    replace_file(path, form.compose_catalogue(entry))
    message = form.gettext("Added to {path}: {name} ({key})")
    click.echo(message.format(path=path.as_posix(), name=entry.name, key=entry.key))


def _stop(code: int, *messages: str) -> NoReturn:
    """Ends the process with an exit code, after telling why."""
    for message in messages:
        click.secho(message, fg="red", err=True)
    raise click.exceptions.Exit(code)
