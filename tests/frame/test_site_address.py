"""Public addresses that are none, and what is to be written in their place."""

import pytest

from showcase.frame.site_address import explain_address, mend_address


@pytest.mark.parametrize(
    "address",
    [
        "https://www.example.gov.cn/",
        "https://www.example.gov.cn",
        "http://10.1.2.3:8080/showcase/",
        "https://a.gov.cn/x/y-z_1/%E5%93%81/",
        "https://政务.cn/品牌/",
        "http://[::1]:8000/",
        "http://localhost/",
    ],
)
def test_sound(address: str) -> None:
    assert explain_address(address) == ""


@pytest.mark.parametrize(
    ("address", "mended"),
    [
        ("https://a.gov.cn/?x=1", "https://a.gov.cn/"),
        ("https://a.gov.cn/x/#a", "https://a.gov.cn/x/"),
        ("https://a.gov.cn/x/index.html", "https://a.gov.cn/x/"),
        ("https://a.gov.cn/x/index.html/", "https://a.gov.cn/x/"),
        ("https://a.gov.cn/index.htm", "https://a.gov.cn/"),
        ("https://a.gov.cn//x//", "https://a.gov.cn/x/"),
        (" https://a.gov.cn/", "https://a.gov.cn/"),
        ("ftp://a.gov.cn/", "https://a.gov.cn/"),
        ("https://u:p@a.gov.cn/", "https://a.gov.cn/"),
        ("https://u:p@a.gov.cn:8443/x?y#z", "https://a.gov.cn:8443/x/"),
    ],
)
def test_what_is_meant_is_told_and_is_sound(address: str, mended: str) -> None:
    told = explain_address(address)
    assert f"写成 {mended} / " in told
    assert told.endswith(f"write {mended}")
    assert "u:p" not in told
    assert explain_address(mended) == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://a.gov.cn/ x/",
        "https://a .gov.cn/",
        "https://a.gov.cn:port/",
        "https://a.gov.cn/<x>/",
        "https://a.gov.cn/x/../y/",
        "https://a\\b.gov.cn/",
        "https://[::1/",
        "https://:80/",
        'https://a.gov.cn/"x"/',
    ],
)
def test_what_cannot_be_told_is_refused_with_an_example(address: str) -> None:
    assert mend_address(address) == ""
    told = explain_address(address)
    assert "例如 https://www.example.gov.cn/showcase/" in told
    assert address not in told
