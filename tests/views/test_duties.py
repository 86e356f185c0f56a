"""What a public body's site has to carry, by settings; nothing that is not set."""

import pytest

from showcase.model.settings import Settings
from showcase.views.duties import Duty, list_duties, list_facts, list_site_metadata

FULL = Settings(
    organizer="某市机关工委",
    operator="某市大数据中心",
    contact="0000-1234567",
    host_site="某市人民政府",
    host_domain="www.example.gov.cn",
    site_code="bm01000001",
    party_mark="0CB6F93A9F7E5C4A",
    icp="京ICP备05012345号-1",
    police="京公网安备 11010202000001号",
    site_name="品牌橱窗",
    site_url="https://www.example.gov.cn/品牌/?a=1&b/",
)


def test_nothing_is_invented() -> None:
    settings = Settings(site_name="品牌橱窗")
    assert (list_facts(settings), list_duties(settings)) == ([], [])
    assert list_site_metadata(settings) == {"SiteName": "品牌橱窗"}


def test_who_is_responsible() -> None:
    told = ["主办单位：某市机关工委", "承办单位：某市大数据中心", "联系方式：0000-1234567", "网站标识码：bm01000001"]
    assert list_facts(FULL) == told


def test_official_links() -> None:
    url = "https%3A%2F%2Fwww.example.gov.cn%2F%E5%93%81%E7%89%8C%2F%3Fa%3D1%26b%2F"
    assert list_duties(FULL) == [
        Duty("京ICP备05012345号-1", "https://beian.miit.gov.cn/"),
        Duty("京公网安备 11010202000001号", "https://beian.mps.gov.cn/#/query/webSearch?code=11010202000001"),
        Duty("党政机关", "https://bszs.conac.cn/sitename?method=show&id=0CB6F93A9F7E5C4A"),
        Duty(
            "我为政府网站找错",
            f"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code=bm01000001&url={url}",
            here=True,
        ),
    ]


def test_a_police_number_without_digits_is_shown_without_a_link() -> None:
    assert list_duties(Settings(police="京公网安备")) == [Duty("京公网安备")]


def test_metadata_are_those_of_the_host_site() -> None:
    assert list_site_metadata(FULL) == {
        "SiteName": "某市人民政府",
        "SiteDomain": "www.example.gov.cn",
        "SiteIDCode": "bm01000001",
    }


@pytest.mark.parametrize("locale", ["zh-Hans", "en"])
def test_every_locale_has_its_words(locale: str) -> None:
    assert len(list_facts(FULL.model_copy(update={"locale": locale}))) == 4
