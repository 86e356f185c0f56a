"""A build that finds everything as the last one left it."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Final

import click

from showcase.cli.order import Order
from showcase.compile.lock import LockedError
from showcase.compile.outset import Outset, set_out
from showcase.compile.stamp import Stamp, read_stamp

_STAGES: Final = ("read", "docs", "render", "search", "publish")


@contextmanager
def try_to_set_out(order: Order) -> Iterator[Outset | None]:
    """Begins a build; gives ``None`` where it cannot begin, for whoever builds to find out why and tell."""
    with ExitStack() as begun:
        outset = None
        with suppress(LockedError, OSError):
            outset = begun.enter_context(set_out(order.cache, order.site, jobs=order.jobs))
        yield outset


def tell_standing(order: Order, outset: Outset, *, as_json: bool) -> bool:
    """Tells that nothing is to be done, if so; otherwise says nothing."""
    start = time.perf_counter()
    stamp = _find_stamp(order, outset)
    if stamp is None or order.locale not in stamp.figures["told"]:
        return False
    seconds = round(time.perf_counter() - start, 3)
    warned, summary = stamp.figures["told"][order.locale]
    if warned:
        click.echo(warned, err=True)
    if as_json:
        click.echo(_as_json(stamp, seconds))
    else:
        click.echo(summary.format(site=order.site, seconds=seconds))
    return True


def _find_stamp(order: Order, outset: Outset) -> Stamp | None:
    """The stamp of the last build, if it was of the same order and still holds."""
    if not outset.holds_site:
        return None
    with suppress(OSError):  # Whoever builds will tell.
        stamp = read_stamp(order.cache)
        return stamp if stamp and stamp.order == order.name and outset.finds(stamp) else None
    return None


def _as_json(stamp: Stamp, seconds: float) -> str:
    """The figures of the command-line contract; looking at the files counts as reading."""
    brands, targets = stamp.figures["brands"], stamp.figures["targets"]
    done = {"brands": brands, "left_out": 0, "targets": targets, "rendered": 0, "reused": targets}
    times = {**dict.fromkeys(_STAGES, 0.0), "read": seconds, "total": seconds}
    return json.dumps({**done, "written": 0, "removed": 0, "seconds": times})
