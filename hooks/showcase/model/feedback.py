"""Where visitors tell the site what they think (反馈渠道): ``extra.showcase.feedback`` in ``mkdocs.yml``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from showcase.language import N_
from showcase.model.mobile_numbers import is_mobile_number
from showcase.model.phone_numbers import dial_number
from showcase.model.values import Part, is_email, is_url

_REFUSED: Final = "setting"
_LINE: Final = r"[+(（]?[0-9][0-9\-—()（） 转]{2,30}"
_BLANK: Final = re.compile(r"\{([^{}]*)\}")
_BLANKS: Final = frozenset({"name", "slug", "url"})
_ISSUE_BLANKS: Final = _BLANKS | {"title", "body"}
_REPOSITORY: Final = re.compile(r"https://(github\.com|gitee\.com|gitlab\.[^/?#]+)(/[^?#{}]+/[^?#{}]+?)/?")
_ISSUES: Final = {
    "github.com": "/issues/new?title={title}&body={body}",
    "gitee.com": "/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
    "gitlab": "/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}",
}
"""The address that each forge prefills an issue from, below that of the repository."""


def _read_phone(value: object) -> object:
    is_line = isinstance(value, str) and re.fullmatch(_LINE, value) and not is_mobile_number(value)
    if not is_line or not dial_number(str(value)):
        raise PydanticCustomError(
            _REFUSED,
            '写办公电话，加引号，例如 "0571-12345678"；不写私人手机号'
            ' / an office line in quotes, such as "0571-12345678", and no private mobile number',
        )
    return value


def _read_email(value: object) -> object:
    if not isinstance(value, str) or not is_email(value):
        raise PydanticCustomError(
            _REFUSED, "写一个邮箱地址，例如 a@example.gov.cn / an address for letters, such as a@example.gov.cn"
        )
    return value


def _read_form(value: object) -> object:
    if not isinstance(value, str) or not is_url(value) or set(_BLANK.findall(value)) - _BLANKS:
        raise PydanticCustomError(
            _REFUSED,
            "写表单的网址，以 https:// 开头；里面可以有 {name}、{slug}、{url}，没有别的花括号"
            " / the address of the form, which begins with https:// and may hold {name}, {slug} and {url}",
        )
    return value


def _has_origin(address: str) -> bool:
    """Whether there can be such a host and port: a policy has to name them."""
    try:
        parts = urlsplit(address)
        return bool((parts.hostname or "").encode("idna")) and (parts.port is None or parts.port > 0)
    except ValueError:
        return False


def _read_post(value: object) -> object:
    if not isinstance(value, str) or not is_url(value) or {"{", "}", "#"} & set(value) or not _has_origin(value):
        raise PydanticCustomError(
            _REFUSED,
            "写接收表单的网址，以 https:// 开头，不带 # 和花括号"
            " / the address that takes the form, which begins with https:// and has neither # nor braces",
        )
    return value


def _read_issue(value: object) -> object:
    if isinstance(value, str) and is_url(value):
        blanks = set(_BLANK.findall(value))
        if _REPOSITORY.fullmatch(value) or ("title" in blanks and blanks <= _ISSUE_BLANKS):
            return value
    raise PydanticCustomError(
        _REFUSED,
        "写 GitHub、GitLab、Gitee 上仓库的网址，例如 https://gitee.com/zhishi/chuchuang；"
        "别的平台写新建 issue 的网址，用 {title} 和 {body} 标出标题和正文的位置"
        " / the address of a repository on GitHub, GitLab or Gitee; elsewhere the address of a new issue,"
        " with {title} and {body} in it",
    )


class Feedback(Part):
    """Where praise, suggestions and complaints may go besides the brand's own ways of supervision; none by default."""

    phone: Annotated[str, BeforeValidator(_read_phone)] | None = None
    """反馈电话"""
    email: Annotated[str, Field(max_length=254), BeforeValidator(_read_email)] | None = None
    """反馈邮箱"""
    form: Annotated[str, Field(max_length=2000), BeforeValidator(_read_form)] | None = None
    """Address of a form on another website (网上表单), with blanks for the brand."""
    post: Annotated[str, Field(max_length=2000), BeforeValidator(_read_post)] | None = None
    """Address that the form of this site is sent to (接收反馈表的地址)."""
    issue: Annotated[str, Field(max_length=2000), BeforeValidator(_read_issue)] | None = None
    """Repository whose issues take feedback in public (公开留言), or the address of a new one with blanks."""

    @property
    def is_open(self) -> bool:
        """Whether there is any way at all."""
        return any((self.phone, self.email, self.form, self.post, self.issue))

    @property
    def post_origin(self) -> str:
        """Scheme and host of ``post`` as a policy names them (``https://api.example.cn:8443``), or nothing."""
        parts = urlsplit(self.post or "")
        host = (parts.hostname or "").encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
        return f"{parts.scheme.lower()}://{host}{port}" if host else ""

    @property
    def issue_address(self) -> str:
        """The address of a new issue, with blanks for its title and its body; or nothing."""
        found = _REPOSITORY.fullmatch(self.issue or "")
        if not found:
            return self.issue or ""
        host, path = found[1], found[2].removesuffix(".git")
        return f"https://{host}{path}{_ISSUES.get(host, _ISSUES['gitlab'])}"

    def iterate_doubts(self) -> Iterator[tuple[str, str, str]]:
        """What is likely a slip: setting, value, and a msgid that says what is usual."""
        for key, address in (("form", self.form), ("post", self.post)):
            if address and address.lower().startswith("http:"):
                yield f"feedback.{key}", address, N_("what visitors write should travel encrypted, by https://")
