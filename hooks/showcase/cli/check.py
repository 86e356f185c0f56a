"""``check``: validates the brands and tells every fault in one run."""

from __future__ import annotations

import gettext
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import click

from showcase.cli.brands_folder import find_brands
from showcase.cli.exits import CONTENT_ERROR, DONE, USAGE_ERROR
from showcase.cli.failures import describe_failure, explain_failure
from showcase.cli.fault_formats import format_github, format_gitlab, format_json, format_sarif
from showcase.cli.fault_report import describe_faults
from showcase.cli.limits_setting import LimitsError, find_limits
from showcase.language import load_translations
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Fault, Severity
from showcase.source.brand_folder import Reading, read_catalogue_source
from showcase.source.catalogue_file import CATALOGUE_FILE

Write = Callable[[Iterable[Fault], gettext.NullTranslations], str]

_FORMATS: Final[Mapping[str, Write]] = {
    "json": format_json,
    "github": format_github,
    "gitlab": format_gitlab,
    "sarif": format_sarif,
}


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--brands", type=click.Path(path_type=Path), default=find_brands, help="品牌目录 / folder of the brands")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *_FORMATS]),
    default="text",
    help="输出格式 / form of the output",
)
@click.option("--strict", is_flag=True, help="警告也算错误 / warnings count as errors")
@click.option("--jobs", type=click.IntRange(1, 256), default=1, help="并行进程数 / processes")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def check(
    ctx: click.Context, paths: tuple[Path, ...], brands: Path, form: str, strict: bool, jobs: int, lang: str | None
) -> None:
    """检查品牌文件，一次列出全部问题 / checks the brands and lists every fault.

    PATH 是要检查的文件或目录，不写就检查全部 / PATH: a file or folder to check, all where none is given.
    """
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    translations = load_translations("cli", locale)
    if not brands.is_dir():
        click.echo(translations.gettext("error: there is no folder {folder}").format(folder=brands), err=True)
        ctx.exit(USAGE_ERROR)
    try:
        limits = find_limits()
    except LimitsError as error:
        click.echo(translations.gettext("error: {why}").format(why=error), err=True)
        ctx.exit(USAGE_ERROR)
    try:
        reading = read_catalogue_source(brands, jobs=jobs, root=Path.cwd(), limits=limits)
    except (OSError, MemoryError) as error:
        failure = explain_failure(error, brands, locale)
        click.echo(describe_failure(failure, locale), err=True)
        ctx.exit(failure.exit_code)
    faults = select_faults(reading.faults, paths, brands)
    if form == "text":
        _tell(reading, faults, locale)
    else:
        write = _FORMATS[form]
        click.echo(write(faults, translations))
    ctx.exit(CONTENT_ERROR if _fails(faults, strict=strict) else DONE)


def select_faults(faults: Sequence[Fault], paths: Sequence[Path], brands: Path) -> tuple[Fault, ...]:
    """The faults below the named paths, and errors of the vocabulary, without which no brand can be checked."""
    if not paths:
        return tuple(faults)
    wanted = [path.resolve() for path in paths]
    vocabulary = (brands / CATALOGUE_FILE).resolve()
    return tuple(fault for fault in faults if _is_wanted(fault, wanted, vocabulary))


def _is_wanted(fault: Fault, wanted: Iterable[Path], vocabulary: Path) -> bool:
    path = Path(fault.place.path).resolve()
    if path == vocabulary and severity_of(fault) is Severity.ERROR:
        return True
    return any(path.is_relative_to(one) for one in wanted)


def _fails(faults: Iterable[Fault], *, strict: bool) -> bool:
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(severity_of(fault) in failing for fault in faults)


def _tell(reading: Reading, faults: tuple[Fault, ...], locale: str) -> None:
    translations = load_translations("cli", locale)
    if faults:
        colors = sys.stdout.isatty()
        click.echo(describe_faults(faults, locale, colors=colors))
    text = translations.gettext("Checked {found} brands; {good} can be published.")
    click.echo(text.format(found=reading.found, good=len(reading.brands)))
