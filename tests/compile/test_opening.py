"""What a process is told that makes few files: with it, they are what they are with all brands."""

import pickle
from pathlib import Path

import pytest

from showcase.compile.bench import Bench
from showcase.compile.content import Content, read_content
from showcase.compile.opening import Opening
from showcase.compile.plan import Plan
from showcase.model.settings import Settings
from showcase.views.docs import Docs
from showcase.views.frame import FRAME_KEYS, Frame

ROOT = Path(__file__).parents[2]
DOCS = Docs(
    Settings(site_url="https://example.com/"),
    dict.fromkeys(FRAME_KEYS, Frame.cut("<!--slot:head--><!--slot:title--><!--slot:main-->")),
)
_NO_PICTURES = (".html", ".json")


@pytest.fixture(scope="module")
def content() -> Content:
    return read_content(ROOT / "brands", root=ROOT)


def test_every_file_of_a_brand_is_made_of_what_is_handed_over_as_of_all(content: Content) -> None:
    plan, opening = Plan(content.catalogue, content.lines, DOCS, None, ""), Opening(content, DOCS, "")
    whole = Bench(opening.for_all()(None)).workshop
    for slug in content.catalogue.by_slug:
        targets = [target for target in plan.of_brands([slug]) if target.path.endswith(_NO_PICTURES)]
        few = Bench(pickle.loads(pickle.dumps(opening.for_few(targets)))(None)).workshop
        assert {target.path: target.recipe(few) for target in targets} == {
            target.path: target.recipe(whole) for target in targets
        }
        assert len(few.site.catalogue.entries) < len(content.catalogue.entries)


def test_no_more_brands_are_handed_over_than_are_asked_for(content: Content) -> None:
    opening = Opening(content, DOCS, "")
    assert opening.for_few(())(None).site.catalogue.entries == ()
