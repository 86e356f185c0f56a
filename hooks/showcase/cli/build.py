"""``build``: compiles the brands and publishes the site.

What does the work is imported only where there is work: a build that finds everything as it left it ends sooner than
the imports would take.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from showcase.cli.order import Order


def count_cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@click.command()
@click.option("--brands", type=click.Path(path_type=Path), help="品牌目录 / folder of the brands")
@click.option(
    "--site", type=click.Path(path_type=Path), default=Path("site"), help="网站输出到哪里 / where the site goes"
)
@click.option(
    "--cache", type=click.Path(path_type=Path), default=Path(".cache"), help="上次构建的记录 / what the last build knew"
)
@click.option("--jobs", type=click.IntRange(1, 256), help="并行进程数，默认为全部核心 / processes, default: all cores")
@click.option("--no-search", is_flag=True, help="不做搜索索引 / make no index for the search")
@click.option("--force", is_flag=True, help="清空一个有别的文件的输出目录 / take over a folder that holds other files")
@click.option("--skip-invalid", is_flag=True, help="略过有错误的品牌，发布其余的 / leave out brands with errors")
@click.option("--strict", is_flag=True, help="有警告、有该填没填的，就不发布 / publish nothing with warnings")
@click.option("--json", "as_json", is_flag=True, help="输出一个 JSON 对象 / print one JSON object")
@click.option(
    "-v", "--verbose", is_flag=True, help="逐一说明重做了哪些文件、为什么 / name every file made anew, and why"
)
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def build(  # noqa: PLR0917 - click gives an option a parameter
    ctx: click.Context,
    brands: Path | None,
    site: Path,
    cache: Path,
    jobs: int | None,
    no_search: bool,
    force: bool,
    skip_invalid: bool,
    strict: bool,
    as_json: bool,
    verbose: bool,
    lang: str | None,
) -> None:
    """编译并发布网站 / compile and publish the site."""
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    jobs = jobs or count_cores()
    order = Order(brands, site, cache, jobs, force, skip_invalid, locale, search=not no_search, strict=strict)

    from showcase.cli.standing import tell_standing, try_to_set_out

    with try_to_set_out(order) as outset:
        if outset and not strict and tell_standing(order, outset, as_json=as_json):
            return

        from showcase.cli.telling import carry_out

        # Kept to the end of the process: to take apart all that was read takes longer than to be ended with it.
        code, ctx.meta["outcome"] = carry_out(order, outset, as_json=as_json, verbose=verbose)
    ctx.exit(code)
