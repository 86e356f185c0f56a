"""``build``: compiles the brands and publishes the site."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from showcase.cli.clock import Clock
from showcase.cli.exits import CONTENT_ERROR, DONE, PARTIAL, USAGE_ERROR
from showcase.cli.fault_report import describe_faults
from showcase.compile.content import Content, ContentError, read_content
from showcase.compile.executor import Stage
from showcase.compile.publish import STAGE, Published, PublishError, open_stage
from showcase.compile.site import Advance, make_site, plan_site, publish_site
from showcase.frame.docs_build import DocsError, Project, build_docs, read_project
from showcase.language import load_translations
from showcase.model.fault_texts import severity_of
from showcase.model.faults import Severity
from showcase.views.docs import Docs

_CONFIG = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Order:
    """What a build was asked for."""

    brands: Path | None
    """Folder of the brands; ``None`` for the one that ``mkdocs.yml`` names."""
    site: Path
    jobs: int
    force: bool
    skip_invalid: bool
    locale: str
    """Locale of the messages."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did."""

    content: Content
    targets: int
    published: Published
    clock: Clock

    def as_json(self) -> str:
        """The figures of the command-line contract, on one line."""
        return json.dumps(
            {
                "brands": len(self.content.catalogue.brands),
                "left_out": self.content.left_out,
                "targets": self.targets,
                "rendered": self.targets,
                "reused": 0,
                "written": self.published.written,
                "removed": self.published.removed,
                "seconds": self.clock.rounded(),
            }
        )


@click.command()
@click.option("--brands", type=click.Path(path_type=Path), help="品牌目录 / folder of the brands")
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), help="网站输出到哪里 / where the site goes"
)
@click.option("--jobs", type=click.IntRange(1, 256), help="并行进程数，默认为全部核心 / processes, default: all cores")
@click.option("--force", is_flag=True, help="清空一个有别的文件的输出目录 / take over a folder that holds other files")
@click.option("--skip-invalid", is_flag=True, help="略过有错误的品牌，发布其余的 / leave out brands with errors")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def build(
    ctx: click.Context,
    brands: Path | None,
    site: Path,
    jobs: int | None,
    force: bool,
    skip_invalid: bool,
    as_json: bool,
    lang: str | None,
) -> None:
    """编译并发布网站 / compile and publish the site."""
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    order = Order(brands, site, jobs or os.cpu_count() or 1, force, skip_invalid, locale)
    _ = load_translations("cli", locale).gettext
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    try:
        outcome = run_build(order, console)
    except ContentError as error:
        click.echo(describe_faults(error.faults, locale, colors=console.is_terminal), err=True)
        click.echo(_("Nothing was published; the site is as it was."), err=True)
        ctx.exit(CONTENT_ERROR)
    except (DocsError, PublishError) as error:
        click.echo(_("error: {why}").format(why=error), err=True)
        ctx.exit(USAGE_ERROR)
    except KeyboardInterrupt:
        click.echo(_("Stopped; the site is as it was."), err=True)
        ctx.exit(130)
    _tell(outcome, order, console, as_json=as_json)
    ctx.exit(PARTIAL if outcome.content.left_out else DONE)


def run_build(order: Order, console: Console) -> Outcome:
    """Builds and publishes; raises ContentError, DocsError or PublishError with the published site untouched."""
    clock = Clock()
    with clock.time("total"), _workspace() as docs_folder:
        with clock.time("docs"):
            project = read_project(Path(_CONFIG))
        with clock.time("read"):
            content = _read(order, project)
        with clock.time("docs"):
            docs = build_docs(project, docs_folder)
        _spare_sources(order, project)
        stage = Stage(order.site, open_stage(order.site, force=order.force))
        try:
            with clock.time("render"), _progress(console, content, docs, docs_folder) as advance:
                made = make_site(
                    content.catalogue, docs, stage, docs_folder=docs_folder, jobs=order.jobs, advance=advance
                )
            with clock.time("publish"):
                published = publish_site(made)
        finally:
            shutil.rmtree(order.site / STAGE, ignore_errors=True)
    return Outcome(content, len(made.staged), published, clock)


def _brands_folder(order: Order, project: Project) -> Path:
    return order.brands or project.root / project.settings.brands_dir


def _spare_sources(order: Order, project: Project) -> None:
    """Raises :class:`PublishError` where publishing would clear away what the site is made from."""
    site = order.site.resolve()
    for source in (project.root, _brands_folder(order, project), Path(project.config.docs_dir)):
        if source.resolve().is_relative_to(site):
            raise PublishError(
                f"{order.site}: 里面是网站的原料，不能当输出目录 / holds the sources of the site; name another folder"
            )


def _read(order: Order, project: Project) -> Content:
    folder = _brands_folder(order, project)
    if not folder.is_dir():
        raise DocsError(f"{folder}: 没有这个品牌目录 / no such folder of brands")
    return read_content(folder, root=project.root, jobs=order.jobs, skip_invalid=order.skip_invalid)


@contextmanager
def _workspace() -> Iterator[Path]:
    """A folder for what MkDocs builds, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="showcase-docs-") as folder:
        yield Path(folder)


@contextmanager
def _progress(console: Console, content: Content, docs: Docs, folder: Path) -> Iterator[Advance]:
    """A bar on a terminal, nothing elsewhere; yields what is to be told of progress."""
    if not console.is_terminal:
        yield _ignore
        return
    total = len(plan_site(content.catalogue, docs, folder))
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("生成 / render", total=total)
        yield lambda count: progress.advance(task, count)


def _ignore(_count: int) -> None:
    """Takes no notice of progress."""


def _tell(outcome: Outcome, order: Order, console: Console, *, as_json: bool) -> None:
    _ = load_translations("cli", order.locale).gettext
    content = outcome.content
    errors = tuple(fault for fault in content.faults if severity_of(fault) is Severity.ERROR)
    if errors:
        click.echo(describe_faults(errors, order.locale, colors=console.is_terminal), err=True)
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
            brands=len(content.catalogue.brands),
            targets=outcome.targets,
            written=outcome.published.written,
            removed=outcome.published.removed,
            site=order.site,
            seconds=outcome.clock.rounded()["total"],
        )
    )
    if content.left_out:
        click.echo(_("{count} brands with errors were left out.").format(count=content.left_out), err=True)
