"""``build``: compiles the brands and publishes the site."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from showcase.cli.building import Outcome, run_build
from showcase.cli.exits import CONTENT_ERROR, DONE, INTERRUPTED, PARTIAL, USAGE_ERROR
from showcase.cli.fault_report import describe_faults
from showcase.cli.order import Order
from showcase.compile.content import ContentError
from showcase.compile.lock import LockedError
from showcase.compile.publish import PublishError
from showcase.compile.site import Advance
from showcase.language import load_translations
from showcase.model.errors import DocsError
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Severity


@click.command()
@click.option("--brands", type=click.Path(path_type=Path), help="品牌目录 / folder of the brands")
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), help="网站输出到哪里 / where the site goes"
)
@click.option(
    "--cache", type=click.Path(path_type=Path), default=Path(".cache"), help="上次构建的记录 / what the last build knew"
)
@click.option("--jobs", type=click.IntRange(1, 256), help="并行进程数，默认为全部核心 / processes, default: all cores")
@click.option("--force", is_flag=True, help="清空一个有别的文件的输出目录 / take over a folder that holds other files")
@click.option("--skip-invalid", is_flag=True, help="略过有错误的品牌，发布其余的 / leave out brands with errors")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def build(  # noqa: PLR0917 - click gives an option a parameter
    ctx: click.Context,
    brands: Path | None,
    site: Path,
    cache: Path,
    jobs: int | None,
    force: bool,
    skip_invalid: bool,
    as_json: bool,
    lang: str | None,
) -> None:
    """编译并发布网站 / compile and publish the site."""
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    order = Order(brands, site, cache, jobs or os.cpu_count() or 1, force, skip_invalid, locale)
    _ = load_translations("cli", locale).gettext

    def tell(why: str) -> None:
        told = _("The record of the last build cannot be used ({why}); everything is built anew.")
        click.echo(told.format(why=_(why)), err=True)

    try:
        with _progress() as advance:
            outcome = run_build(order, advance, tell)
    except ContentError as error:
        click.echo(describe_faults(error.faults, locale, colors=_is_terminal()), err=True)
        click.echo(_("Nothing was published; the site is as it was."), err=True)
        ctx.exit(CONTENT_ERROR)
    except LockedError as error:
        click.echo(
            _("error: another build is under way in {folder}; wait for it to end.").format(folder=error), err=True
        )
        ctx.exit(USAGE_ERROR)
    except (DocsError, PublishError) as error:
        click.echo(_("error: {why}").format(why=error), err=True)
        ctx.exit(USAGE_ERROR)
    except OSError as error:
        click.echo(_("error: {why}").format(why=f"{error.filename or cache}: {error.strerror}"), err=True)
        ctx.exit(USAGE_ERROR)
    except KeyboardInterrupt:
        click.echo(_("Stopped; the site is as it was."), err=True)
        ctx.exit(INTERRUPTED)
    _tell(outcome, order, as_json=as_json)
    ctx.exit(PARTIAL if outcome.content.left_out else DONE)


def _is_terminal() -> bool:
    return sys.stderr.isatty()


@contextmanager
def _progress() -> Iterator[Advance]:
    """A bar on a terminal, nothing elsewhere; yields what is to be told of progress."""
    if not _is_terminal():
        yield _ignore
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("生成 / render", total=None)
        yield lambda count, total: progress.update(task, advance=count, total=total, refresh=True)


def _ignore(_count: int, _total: int) -> None:
    """Takes no notice of progress."""


def _tell(outcome: Outcome, order: Order, *, as_json: bool) -> None:
    _ = load_translations("cli", order.locale).gettext
    content = outcome.content
    errors = tuple(fault for fault in content.faults if severity_of(fault) is Severity.ERROR)
    if errors:
        click.echo(describe_faults(errors, order.locale, colors=_is_terminal()), err=True)
    for setting, value, usual in outcome.doubts:
        told = _("warning: mkdocs.yml: extra.showcase.{setting}: {value}: {usual}.")
        click.echo(told.format(setting=setting, value=value, usual=_(usual)), err=True)
    warnings = sum(severity_of(fault) is Severity.WARNING for fault in content.faults)
    if warnings:
        click.echo(_("{count} warnings; python build.py check shows them.").format(count=warnings), err=True)
    if as_json:
        click.echo(outcome.as_json())
        return
    summary = _(
        "Published {brands} brands, {targets} files ({written} changed, {removed} removed) to {site} in {seconds} s."
    )
    click.echo(
        summary.format(
            brands=len(content.catalogue.entries),
            targets=outcome.targets,
            written=outcome.published.written,
            removed=outcome.published.removed,
            site=order.site,
            seconds=outcome.clock.rounded()["total"],
        )
    )
    if content.left_out:
        click.echo(_("{count} brands with errors were left out.").format(count=content.left_out), err=True)
