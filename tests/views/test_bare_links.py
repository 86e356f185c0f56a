"""Links that lead nowhere are taken out, and nothing else."""

import pytest

from showcase.views.bare_links import take_brand_links_out


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ('<a href="../brands/gone/">甲</a>乙', "甲乙"),
        ('<a class="x" href="brands/gone/#service" title="甲 > 乙"><b>甲</b></a>', "<b>甲</b>"),
        ('<A title=\'它"\' href="../../brands/gone/?a">甲</A >', "甲"),
        ('<a\nhref="../brands/gone/">甲</a>', "甲"),
        ('<a href="../brands/gone/">甲</a><a href="../brands/here/">乙</a>', '甲<a href="../brands/here/">乙</a>'),
        ('<a id="top"></a><a href="../brands/gone/">甲</a>', '<a id="top"></a>甲'),
        ('<a href="../brands/gone-on/">甲</a>', '<a href="../brands/gone-on/">甲</a>'),
        ('<a href="../brands/">甲</a>', '<a href="../brands/">甲</a>'),
        ('<a href="https://a.cn/brands/gone/">甲</a>', '<a href="https://a.cn/brands/gone/">甲</a>'),
        ('<area href="../brands/gone/"><a>甲</a>', '<area href="../brands/gone/"><a>甲</a>'),
        ('&lt;a href="../brands/gone/">甲&lt;/a>', '&lt;a href="../brands/gone/">甲&lt;/a>'),
    ],
)
def test_takes_out_links_to_brands_that_have_no_page(html: str, left: str) -> None:
    assert take_brand_links_out(html, {"gone"}) == left
