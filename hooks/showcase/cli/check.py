"""``check``: validates the brands and tells every fault in one run."""

from __future__ import annotations

import gettext
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Final

import click

from showcase.cli.brand_counts import describe_counts
from showcase.cli.exits import CONTENT_ERROR, DONE, USAGE_ERROR
from showcase.cli.failures import Failure, describe_failure, explain_failure
from showcase.cli.fault_formats import format_github, format_gitlab, format_json, format_sarif
from showcase.cli.fault_report import describe_faults
from showcase.cli.named_paths import Named, find_paths
from showcase.cli.one_language import choose_language
from showcase.cli.project_config import (
    BRANDS,
    ProjectError,
    find_docs,
    find_limits,
    pick_showcase,
    read_given,
    take_brands,
)
from showcase.cli.selection import select_faults
from showcase.language import load_translations
from showcase.model.errors import DocsError
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity, sort_faults
from showcase.source.brand_folder import Reading, read_catalogue_source, show_path
from showcase.source.moved_brands import find_moved
from showcase.source.unreadable_error import UnreadableError

Write = Callable[[Iterable[Fault], gettext.NullTranslations], str]

_FORMATS: Final[Mapping[str, Write]] = {
    "json": format_json,
    "github": format_github,
    "gitlab": format_gitlab,
    "sarif": format_sarif,
}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--brands", type=click.Path(path_type=Path), help="品牌目录 / folder of the brands")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMATS]),
    default="text",
    help="输出格式 / form of the output",
)
@click.option("--json", "as_json", is_flag=True, help="即 --format json / short for --format json")
@click.option("--strict", is_flag=True, help="警告也算错误 / warnings count as errors")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, help="并行进程数 / processes")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def check(
    ctx: click.Context,
    paths: tuple[Path, ...],
    brands: Path | None,
    form: str,
    as_json: bool,
    strict: bool,
    jobs: int,
    lang: str | None,
) -> None:
    """检查品牌文件，一次列出全部问题 / checks the brands and lists every fault.

    PATHS 是要检查的文件、目录或品牌的目录名，不写就检查全部。

    PATHS: files, folders or slugs to check, all where none is given.
    """
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    translations = load_translations("cli", locale)
    form = "json" if as_json and form == "text" else form
    try:
        given = read_given()
        showcase = pick_showcase(given)
        brands = take_brands(brands, showcase, locale)
        limits = find_limits(showcase)
        docs = find_docs(given)
        named = find_paths(paths, brands, docs, locale)
        for note in named.notes:
            click.echo(note, err=True)
        reading = read_catalogue_source(brands, jobs=jobs, root=Path.cwd(), limits=limits)
        moved = find_moved(brands, show_path(brands, Path.cwd()), reading)
        dead, failure = _look_at_pages(docs, named, reading, locale)
    except ProjectError as error:
        told = translations.gettext("error: {why}")
        click.echo(
            "\n".join(told.format(why=choose_language(line, locale)) for line in str(error).split("\n")), err=True
        )
        ctx.exit(USAGE_ERROR)
    except UnreadableError as refusal:
        _write(refusal.faults, form, locale)
        ctx.exit(USAGE_ERROR)
    except (OSError, MemoryError) as error:
        failure = explain_failure(error, brands or BRANDS, locale)
        click.echo(describe_failure(failure, locale), err=True)
        ctx.exit(failure.exit_code)
    faults = select_faults(sort_faults((*reading.faults, *moved, *dead)), named, brands)
    _write(faults, form, locale)
    if form == "text":
        click.echo("\n".join(describe_counts(reading, faults, named, brands, translations)))
    if failure:
        click.echo(describe_failure(failure, locale), err=True)
        ctx.exit(failure.exit_code)
    ctx.exit(CONTENT_ERROR if _fails(faults, strict=strict) else DONE)


def _look_at_pages(
    docs: Path | None, named: Named, reading: Reading, locale: str
) -> tuple[tuple[Fault, ...], Failure | None]:
    """Faults of hand-written pages, where these are asked for, or why they cannot be built.

    None where there is no telling what brands there are.
    """
    if docs is None or not _asks_for(docs, named):
        return (), None
    if reading.vocabulary is None and not reading.found:
        return (), None
    from showcase.cli.docs_links import find_dead_links

    renamed = {alias: brand.slug for brand in reading.brands for alias in brand.aliases}
    try:
        # A brand with an error has its own, and leads somewhere once that is mended; so does a draft once published.
        return find_dead_links(docs, reading.slugs, renamed), None
    except DocsError as error:
        return (), explain_failure(error, docs, locale)


def _asks_for(docs: Path, named: Named) -> bool:
    """Whether hand-written pages are to be looked at: any is named, everything is, or a brand they may link to went."""
    there = docs.resolve()
    return not named.paths or bool(named.gone) or any(path.resolve().is_relative_to(there) for path in named.paths)


def _fails(faults: Iterable[Fault], *, strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(severity_of(fault) in failing for fault in faults)


def _write(faults: tuple[Fault, ...], form: str, locale: str) -> None:
    if form != "text":
        click.echo(_FORMATS[form](faults, load_translations("cli", locale)))
    elif faults:
        click.echo(describe_faults(faults, locale, colors=sys.stdout.isatty()))
