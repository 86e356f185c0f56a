"""A build that finds everything as the last one left it."""

from __future__ import annotations

import json
import time
from typing import Final

import click

from showcase.cli.order import Order
from showcase.compile.lock import LockedError, hold_lock
from showcase.compile.stamp import Stamp, read_stamp, still_holds

_STAGES: Final = ("read", "docs", "render", "search", "publish")


def tell_standing(order: Order, *, as_json: bool) -> bool:
    """Tells that nothing is to be done, if so; otherwise says nothing."""
    start = time.perf_counter()
    stamp = _find_stamp(order)
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


def _find_stamp(order: Order) -> Stamp | None:
    """The stamp of the last build, if it was of the same order and still holds."""
    try:
        if not order.cache.is_dir() or not order.site.is_dir():
            return None
        with hold_lock(order.cache), hold_lock(order.site):
            stamp = read_stamp(order.cache)
            return stamp if stamp and stamp.order == order.name and still_holds(stamp, order.site) else None
    except (LockedError, OSError):
        return None  # Whoever builds will tell.


def _as_json(stamp: Stamp, seconds: float) -> str:
    """The figures of the command-line contract; looking at the files counts as reading."""
    brands, targets = stamp.figures["brands"], stamp.figures["targets"]
    done = {"brands": brands, "left_out": 0, "targets": targets, "rendered": 0, "reused": targets}
    times = {**dict.fromkeys(_STAGES, 0.0), "read": seconds, "total": seconds}
    return json.dumps({**done, "written": 0, "removed": 0, "seconds": times})
