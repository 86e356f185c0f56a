from collections.abc import Callable
from typing import Any

import pytest

from showcase.catalogue.catalogue import Catalogue
from showcase.model.settings import Settings
from showcase.views.docs import Docs
from showcase.views.frame import FRAME_KEYS, Frame
from showcase.views.site import Site

FRAME = Frame.cut("<title><!--slot:title--></title><!--slot:head--><body><!--slot:main--></body>")


@pytest.fixture(scope="session")
def open_site(make_catalogue: Callable[..., Catalogue]) -> Callable[..., Site]:
    """A site of brands, given as slug to front matter, in frames of nothing but their slots."""

    def make(brands: dict[str, dict[str, Any]], **settings: Any) -> Site:
        docs = Docs(Settings(site_name="试用橱窗", **settings), dict.fromkeys(FRAME_KEYS, FRAME))
        return Site.open(make_catalogue(brands, drafts=True), docs)

    return make
