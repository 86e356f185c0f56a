"""An entry: what comes back of rows is what was written, whoever it shares its texts with."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import ROW, Entry

FRONTS = {
    "plain": {"slogan": "好办快办，一次办成"},
    "full": {
        "identity": {"color": "#1f6fb2"},
        "service": {
            "items": [{"name": "缴费", "summary": "交水费"}, {"name": "查询"}],
            "channels": [{"type": "hotline", "phone": "12345"}, {"type": "hotline", "phone": "12333"}],
        },
    },
    "wide": {"slogan": "𠮷祥如意，好办快办"},
}


def test_entries_that_share_texts_hold_what_each_held(make_catalogue: Callable[..., Catalogue]) -> None:
    written = [make_catalogue({slug: front}).entries[0] for slug, front in FRONTS.items()]
    rows = json.loads(json.dumps([entry.row for entry in written]))
    read = list(Entry.read_rows(rows, {}))
    assert {id(entry.texts) for entry in read} == {id(read[0].texts)}
    for entries in (read, pickle.loads(pickle.dumps(read))):
        assert [entry.row for entry in entries] == [entry.row for entry in written]
    full = dict(zip(ROW, read[1].row, strict=True))
    assert (full["color"], full["phones"], full["offers"]) == ("#1f6fb2", "12345\x1f12333", "缴费：交水费\x1f查询")
    assert (read[1].hotlines, read[1].items) == (("12345", "12333"), ("缴费：交水费", "查询"))
    assert (read[0].hotlines, read[0].items, read[2].slogan) == ((), (), "𠮷祥如意，好办快办")
