"""``serve``: shows the site as it is being written, on this machine alone."""

from __future__ import annotations

import gc
import os
import time
import webbrowser
from pathlib import Path
from threading import Thread
from typing import Final

import click

from showcase.cli.exits import DONE, USAGE_ERROR
from showcase.cli.order import Order
from showcase.cli.serving.board import Board, State
from showcase.cli.serving.gathering import Inbox
from showcase.cli.serving.preview import Preview
from showcase.cli.serving.problem import compose_words
from showcase.cli.serving.restarting import find_slips, is_outdated, restart
from showcase.cli.serving.scope import is_program
from showcase.cli.serving.server import HOST, PreviewServer, open_server
from showcase.cli.serving.telling import Teller
from showcase.cli.serving.watching import Watcher
from showcase.cli.system_errors import explain_system_error
from showcase.compile.lock import LockedError, hold_lock
from showcase.compile.stamp import sign_program
from showcase.language import N_, load_translations
from showcase.model.system_causes import tell_cause

_FOLDER: Final = "preview"
"""In the cache: a site and a store of its own, so that ``build`` and ``serve`` do not wait for each other."""


@click.command()
@click.option("--brands", type=click.Path(path_type=Path), help="品牌目录 / folder of the brands")
@click.option(
    "--cache", type=click.Path(path_type=Path), default=Path(".cache"), help="预览放在哪里 / where the preview is kept"
)
@click.option(
    "--port", type=click.IntRange(0, 65535), help="端口，默认 8000 起第一个空的 / port, default: first free from 8000"
)
@click.option("--open", "opens", is_flag=True, help="建好后打开浏览器 / open a browser when it is built")
@click.option(
    "--poll", is_flag=True, help="定时查看文件，用于网络盘 / look at files again and again: for network drives"
)
@click.option("--jobs", type=click.IntRange(1, 256), help="并行进程数，默认为全部核心 / processes, default: all cores")
@click.option("--lang", type=click.Choice(["zh", "en"]), help="消息语言 / language of messages")
@click.pass_context
def serve(
    ctx: click.Context,
    brands: Path | None,
    cache: Path,
    port: int | None,
    opens: bool,
    poll: bool,
    jobs: int | None,
    lang: str | None,
) -> None:
    """边改边看：在本机预览，草稿也显示，保存后页面自动更新 / preview on this machine, renewed on every save."""
    gc.enable()  # This command alone may run all day.
    locale = {"zh": "zh-Hans", "en": "en"}.get(lang or "", ctx.obj)
    folder = cache / _FOLDER
    site, cores = folder / "site", jobs or os.cpu_count() or 1
    # Full text is made whole or not at all; nobody should wait for it after each save.
    order = Order(brands, site, folder, cores, False, False, locale, drafts=True, fulltext=False)
    teller = Teller(locale, Path.cwd())
    board = Board(State(words=compose_words(locale)))
    try:
        with hold_lock(folder / "running"):
            server = _open(teller, port, order.site, board)
            if server is None:
                ctx.exit(USAGE_ERROR)
            with server:
                _keep(server, Preview(order, board, teller, f"{time.time_ns():x}"), teller, polls=poll, opens=opens)
    except LockedError:
        teller.complain(N_("error: a preview of this project is running already; use it, or end it with Ctrl-C first."))
        ctx.exit(USAGE_ERROR)
    except OSError as error:
        click.echo(explain_system_error(error, cache, locale), err=True)
        ctx.exit(USAGE_ERROR)
    except KeyboardInterrupt:
        teller.say(N_("The preview has ended."))
        ctx.exit(DONE)


def _open(teller: Teller, port: int | None, site: Path, board: Board) -> PreviewServer | None:
    try:
        return open_server(port, site, board)
    except OSError as error:
        why = load_translations("cli", teller.locale).gettext(tell_cause(error))
        told = N_("error: port {port} cannot be used ({why}); name another with --port.")
        teller.complain(told, port="8000—8019" if port is None else port, why=why)
        return None


def _keep(server: PreviewServer, preview: Preview, teller: Teller, *, polls: bool, opens: bool) -> None:
    """Serves and rebuilds until Ctrl-C; raises ``KeyboardInterrupt`` then."""
    started = sign_program()
    # Before there are threads, so that a large site is made by forked processes; see showcase.compile.executor.
    preview.build(())
    inbox = Inbox()
    watcher = Watcher(inbox.note, polls=polls)
    _cover(watcher, preview, teller)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        address = f"http://{HOST}:{server.server_port}{server.board.read().base}"
        teller.say(N_("Preview: {address} (Ctrl-C ends it)"), address=address)
        if opens:
            webbrowser.open(address)
        # What was saved before it was watched.
        preview.build(())
        _rebuild(inbox, watcher, preview, teller, server.server_port, started)
    finally:
        watcher.stop()
        server.board.close()
        server.shutdown()


def _rebuild(inbox: Inbox, watcher: Watcher, preview: Preview, teller: Teller, port: int, started: str) -> None:
    """Builds after every burst of changes, for ever; ``started`` is the signature of the program that runs."""
    renewed: set[Path] = set()
    while True:
        _cover(watcher, preview, teller)
        changed = inbox.wait()
        _cover(watcher, preview, teller)
        renewed.update(path for path in changed if is_program(path))
        if renewed and not is_outdated(renewed, started, sign_program()):
            renewed.clear()
        if not renewed:
            preview.build(changed)
        # What runs is the old program; what it built now would pass for the work of the new one.
        elif slips := find_slips(renewed):
            teller.complain(N_("The program has changed and cannot start: {why}"), why="\n".join(slips))
        else:
            teller.say(N_("The program has changed; starting anew."))
            restart(port)
            teller.complain(N_("It cannot be started anew here: end it with Ctrl-C and start it again."))


def _cover(watcher: Watcher, preview: Preview, teller: Teller) -> None:
    polled = watcher.polls
    watcher.cover(preview.scope())
    if watcher.polls and not polled:
        teller.say(N_("The system watches no more folders; looking at the files every second instead."))
