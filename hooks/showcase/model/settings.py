"""Settings of the showcase: ``extra.showcase`` in ``mkdocs.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Any, Final, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from showcase.language import N_
from showcase.model.feedback import Feedback
from showcase.model.limits import USUAL_LIMITS, Limits
from showcase.model.values import Label, Part, Sentence, Url
from showcase.model.vocabulary import DEFAULT_LOCALE

_REFUSED: Final = "setting"
"""What pydantic calls it; a setting is told in its own words, for it is no content that has a kind of fault."""
# Patterns: few builds try settings, and to compile one takes longer than to import this.
_HOST: Final = r"(?:[a-z0-9一-鿿](?:[a-z0-9一-鿿-]*[a-z0-9一-鿿])?\.)*[a-z0-9一-鿿-]+"
_MARK: Final = r"[0-9A-Za-z]{8,64}"
_SITE_CODE: Final = r"\d{10}|bm\d{8}"
_ICP: Final = r"[一-鿿]{1,2}ICP[备证][0-9A-Z]+号(?:-\d+[A-Z]?)?"
_DUTIES: Final = {
    "organizer": N_("not set: no page names the organizer (主办单位)"),
    "operator": N_("not set: no page names the operator (承办单位)"),
    "contact": N_("not set: no page says how to reach those who run the site (联系方式)"),
    "site_code": N_("not set: no page shows the site code, none leads to the report of faults (网站标识码、找错)"),
    "party_mark": N_("not set: no page carries the mark of party and government bodies (党政机关标识)"),
    "icp": N_("not set: no page shows the ICP record (ICP备案号)"),
    "police": N_("not set: no page shows the record with the police (公安备案号)"),
    "site_url": N_("not set: pages have no canonical address and there is no sitemap.xml"),
}
"""What the site of a public body has to carry, and what is missing from its pages without it."""
NO_SUCH_COLOURS: Final = N_("has no effect here; colours are set in a file of docs/ that extra_css names")
"""On a setting of Material's palette."""
_POLICE_CODE: Final = r"(?<!\d)\d{14}(?!\d)"


def _read_code(value: object) -> object:
    # YAML reads an unquoted 0100000001 as an octal number.
    if isinstance(value, int | float):
        raise PydanticCustomError(_REFUSED, "号码要加引号 / a code stands in quotes")
    return value


def _read_host(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(_HOST, value.lower()):
        raise PydanticCustomError(
            _REFUSED,
            "只写主机名，例如 www.example.gov.cn，不带 https:// 和路径"
            " / a host name alone, such as www.example.gov.cn, without https:// and path",
        )
    return value.lower()


def _read_mark(value: object) -> object:
    if not isinstance(value, str) or not re.fullmatch(_MARK, value):
        raise PydanticCustomError(
            _REFUSED,
            "只写党政机关标识链接里 id= 后面的一串字母和数字，加引号"
            " / letters and digits alone, in quotes: what stands after id= in the link of the mark",
        )
    return value


def _read_license(value: object) -> object:
    if not isinstance(value, str) or not value.lower().startswith(("https://", "http://")):
        raise PydanticCustomError(
            _REFUSED,
            "写许可协议的网址，以 https:// 开头 / the address of the licence, which begins with https://",
        )
    return value


Code = Annotated[Label, BeforeValidator(_read_code)]
"""A number given by an authority, as text."""
Host = Annotated[str, Field(max_length=253), BeforeValidator(_read_host)]
"""A host name, in small letters."""


class Settings(Part):
    """What whoever hosts a showcase may set."""

    brands_dir: Annotated[str, Field(min_length=1)] = "brands"
    """Folder of the brands, relative to ``mkdocs.yml`` (品牌目录)."""
    locale: Annotated[str, Field(pattern=r"^(zh-Hans|en)$")] = DEFAULT_LOCALE
    """Locale of the pages."""
    page_size: Annotated[int, Field(strict=True, ge=6, le=480)] = 48
    """Brands on a page of a listing (每页品牌数)."""
    organizer: Label | None = None
    """主办单位, for the footer."""
    operator: Label | None = None
    """承办单位, for the footer."""
    contact: Label | None = None
    """联系方式, for the footer."""
    notice: Sentence | None = None
    """A line at the foot of every page, such as what kind of catalogue this is (页脚说明)."""
    fulltext: Annotated[bool, Field(strict=True)] = True
    """Whether there is a full-text search (全文搜索)."""
    limits: Limits = USUAL_LIMITS
    """How large a brand may be (上限)."""
    host_site: Label | None = None
    """Name of the website that the showcase is a part of (所属网站名称); its own name where that is not told."""
    host_domain: Host | None = None
    """Domain of that website (所属网站域名); the host of ``site_url`` where that is not told."""
    site_code: Code | None = None
    """政府网站标识码: ten digits, or ``bm`` and eight."""
    party_mark: Annotated[str, BeforeValidator(_read_mark)] | None = None
    """The id in the link of the mark of party and government bodies (党政机关网站标识)."""
    icp: Code | None = None
    """ICP备案号"""
    police: Code | None = None
    """公安备案号"""
    own_hosts: tuple[Host, ...] = ()
    """Hosts that a link may lead to without a notice, with all below them (不提示离站的主机)."""
    indexing: Annotated[bool, Field(strict=True)] = True
    """Whether search engines may visit (允许搜索引擎收录)."""
    data_license: Annotated[Url, BeforeValidator(_read_license)] | None = None
    """Address of the licence of the open data (开放数据的许可协议)."""
    feedback: Feedback = Feedback.model_construct()
    """Where visitors may send praise, suggestions and complaints (群众反馈的渠道)."""
    site_name: str = ""
    """Name of the site; taken from ``site_name`` of ``mkdocs.yml``."""
    site_url: str = ""
    """Public address of the site with a slash at its end, or empty; taken from ``site_url`` of ``mkdocs.yml``."""

    @classmethod
    def restore(cls, fields: dict[str, Any]) -> Self:
        """As for any part; parts and lists among the fields are as JSON holds them."""
        limits, feedback = Limits.restore(fields["limits"]), Feedback.restore(fields["feedback"])
        return super().restore(
            {**fields, "limits": limits, "own_hosts": tuple(fields["own_hosts"]), "feedback": feedback}
        )

    @property
    def site_domain(self) -> str:
        """The domain that the metadata of every page name (SiteDomain), or nothing."""
        return self.host_domain or urlsplit(self.site_url).hostname or ""

    @property
    def police_code(self) -> str:
        """The fourteen digits of 公安备案, or nothing."""
        found = re.search(_POLICE_CODE, self.police or "")
        return found[0] if found else ""

    def iterate_unset(self) -> Iterator[tuple[str, str]]:
        """What a public body's site has to carry and these settings do not tell: setting, and a msgid on the effect."""
        yield from ((name, effect) for name, effect in _DUTIES.items() if not getattr(self, name))

    def iterate_doubts(self) -> Iterator[tuple[str, str, str]]:
        """What is likely a slip, though the site can be built: setting, value, and a msgid that says what is usual."""
        if self.site_code and not re.fullmatch(_SITE_CODE, self.site_code):
            yield "site_code", self.site_code, N_("a site code is ten digits, or bm and eight digits")
        if self.icp and not re.fullmatch(_ICP, self.icp.replace(" ", "")):
            yield "icp", self.icp, N_("an ICP number looks like 京ICP备05012345号-1")
        if self.police and not self.police_code:
            yield "police", self.police, N_("a police number has 14 digits, as in 京公网安备 11010202000001号")
        yield from self.feedback.iterate_doubts()
