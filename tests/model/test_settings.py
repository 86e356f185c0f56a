"""Settings: what is refused, and what is only doubted."""

from typing import Any

import pytest
from pydantic import ValidationError

from showcase.model.settings import Settings


@pytest.mark.parametrize(
    "given",
    [
        {"site_code": 4400000123},
        {"icp": 20050123},
        {"police": 11010202000001},
        {"party_mark": "https://bszs.conac.cn/sitename?method=show&id=0CB6F93A"},
        {"party_mark": "短"},
        {"host_domain": "https://www.example.gov.cn/"},
        {"own_hosts": ["gov.cn/x"]},
        {"own_hosts": "gov.cn"},
        {"own_hosts": [" "]},
        {"data_license": "CC BY 4.0"},
        {"data_license": "javascript:alert(1)"},
        {"site_cod": "1234567890"},
        {"feedback": {"phone": "13800138000"}},
        {"feedback": {"phone": 12345}},
        {"feedback": {"phone": "0531-8888"}},
        {"feedback": {"email": "a@b"}},
        {"feedback": {"form": "www.example.cn/form"}},
        {"feedback": {"form": "https://example.cn/?b={brand}"}},
        {"feedback": {"post": "/api/feedback"}},
        {"feedback": {"post": "https://example.cn/{slug}"}},
        {"feedback": {"post": "javascript:alert(1)"}},
        {"feedback": {"post": "https://example.cn:80443/in"}},
        {"feedback": {"post": f"https://{'a' * 64}.cn/in"}},
        {"feedback": {"issue": "https://git.example.cn/a/b"}},
        {"feedback": {"issue": "https://github.com/a"}},
        {"feedback": {"sms": "12345"}},
    ],
)
def test_what_is_wrong_is_refused(given: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate(given)


@pytest.mark.parametrize(
    ("given", "doubted"),
    [
        ({}, []),
        ({"site_code": "0100000001"}, []),
        ({"site_code": "bm01000001"}, []),
        ({"site_code": "12345"}, ["site_code"]),
        ({"site_code": "BM01000001"}, ["site_code"]),
        ({"icp": "京ICP备05012345号"}, []),
        ({"icp": "京ICP备2021012345号-12"}, []),
        ({"icp": "京ICP证 030173号"}, []),
        ({"icp": "05012345"}, ["icp"]),
        ({"police": "京公网安备 11010202000001号"}, []),
        ({"police": "京公网安备11010202000001号"}, []),
        ({"police": "京公网安备 1101号"}, ["police"]),
        ({"feedback": {"form": "https://example.cn/", "post": "https://example.cn/"}}, []),
        (
            {"feedback": {"form": "http://example.cn/", "post": "HTTP://example.cn/"}},
            ["feedback.form", "feedback.post"],
        ),
    ],
)
def test_what_looks_like_a_slip_is_doubted(given: dict[str, Any], doubted: list[str]) -> None:
    assert [setting for setting, _, _ in Settings.model_validate(given).iterate_doubts()] == doubted


@pytest.mark.parametrize(
    ("given", "domain"),
    [
        ({}, ""),
        ({"site_url": "https://www.example.gov.cn:8443/brands/"}, "www.example.gov.cn"),
        ({"site_url": "https://a.cn/", "host_domain": "WWW.Example.gov.cn"}, "www.example.gov.cn"),
    ],
)
def test_the_domain_of_the_site(given: dict[str, str], domain: str) -> None:
    assert Settings(**given).site_domain == domain


@pytest.mark.parametrize(
    ("given", "address"),
    [
        (None, ""),
        ("https://github.com/a/b", "https://github.com/a/b/issues/new?title={title}&body={body}"),
        (
            "https://gitee.com/a/b.git",
            "https://gitee.com/a/b/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
        ),
        (
            "https://gitlab.example.gov.cn/group/sub/project/",
            "https://gitlab.example.gov.cn/group/sub/project/-/issues/new"
            "?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
        ),
        ("https://git.example.cn/new?title={title}", "https://git.example.cn/new?title={title}"),
    ],
)
def test_the_address_of_a_new_issue(given: str | None, address: str) -> None:
    assert Settings.model_validate({"feedback": {"issue": given}}).feedback.issue_address == address


@pytest.mark.parametrize(
    ("given", "origin"),
    [
        (None, ""),
        ("https://API.example.cn/a?b=1", "https://api.example.cn"),
        ("https://api.example.cn:8443/", "https://api.example.cn:8443"),
        ("https://中国.cn/", "https://xn--fiqs8s.cn"),
    ],
)
def test_the_host_that_takes_the_form(given: str | None, origin: str) -> None:
    assert Settings.model_validate({"feedback": {"post": given}}).feedback.post_origin == origin
