"""The index of agencies stays small, however many there are."""

from collections.abc import Callable

import pytest

from showcase.views import agencies
from showcase.views.agencies import count_faces, render_agencies
from showcase.views.site import Site


@pytest.mark.parametrize(("most", "faces", "links"), [(1, 4, 1), (0, 0, 2)])
def test_many_agencies_have_no_faces_and_their_regions_at_the_top(
    open_site: Callable[..., Site], monkeypatch: pytest.MonkeyPatch, most: int, faces: int, links: int
) -> None:
    monkeypatch.setattr(agencies, "_FEW", most)
    site = open_site({f"b{number}": {} for number in range(6)})
    page = render_agencies(site).decode()
    main = page.partition("<body>")[2]
    assert count_faces(site.catalogue) == faces
    assert main.count('class="seal"') == faces
    assert main.count("<a href=") == links
    assert main.count('href="#r-1"') == links - 1
    assert "6 个品牌" in main
