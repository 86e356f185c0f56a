"""An entry: what comes back of rows is what was written, whoever it shares its texts with."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable

from showcase.catalogue.catalogue import Catalogue
from showcase.catalogue.entry import Entry
from showcase.catalogue.texts import Texts

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
    texts, marks = Texts([entry.text_row for entry in written]), Texts([entry.mark_row for entry in written])
    kept = Texts.from_bytes(texts.to_bytes())
    assert kept.to_bytes() == texts.to_bytes()
    read = [Entry.from_row(row, kept, marks, number, {}) for number, row in enumerate(rows)]
    for entries in (read, pickle.loads(pickle.dumps(read))):
        assert {id(entry.texts) for entry in entries} == {id(entries[0].texts)}
        assert list(map(tell_all, entries)) == list(map(tell_all, written))
    full = read[1]
    assert (full.color, full.phones, full.offers) == ("#1f6fb2", "12345\x1f12333", "缴费：交水费\x1f查询")
    assert (full.hotlines, full.items) == (("12345", "12333"), ("缴费：交水费", "查询"))
    assert (read[0].hotlines, read[0].items, read[2].slogan) == ((), (), "𠮷祥如意，好办快办")


def tell_all(entry: Entry) -> tuple[object, ...]:
    return (*entry.row, *entry.text_row, *entry.mark_row)


def test_a_table_without_rows() -> None:
    assert Texts.from_bytes(Texts([]).to_bytes()).to_bytes() == Texts([]).to_bytes()
