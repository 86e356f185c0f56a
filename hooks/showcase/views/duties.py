"""What the website of a Chinese public body has to carry (政府网站应标明的内容), as far as the settings tell it."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote

from showcase.language import load_translations
from showcase.model.settings import Settings


class Duty(NamedTuple):
    """One thing at the foot of every page."""

    text: str
    href: str = ""
    """Where it leads; empty for words alone."""
    here: bool = False
    """Whether the script adds the address of the page that the visitor is on."""


def list_facts(settings: Settings) -> list[str]:
    """Who is responsible, a line each: 主办单位、承办单位、联系方式、网站标识码."""
    _ = load_translations("site", settings.locale).gettext
    told = {
        _("Organizer: {name}"): settings.organizer,
        _("Operator: {name}"): settings.operator,
        _("Contact: {name}"): settings.contact,
        _("Site code: {name}"): settings.site_code,
    }
    return [text.format(name=value) for text, value in told.items() if value]


def list_duties(settings: Settings) -> list[Duty]:
    """Records and marks with their official links: ICP备案, 公安备案, 党政机关, 我为政府网站找错."""
    _ = load_translations("site", settings.locale).gettext
    duties = []
    if settings.icp:
        duties.append(Duty(settings.icp, "https://beian.miit.gov.cn/"))
    if settings.police:
        code = settings.police_code
        href = f"https://beian.mps.gov.cn/#/query/webSearch?code={code}" if code else ""
        duties.append(Duty(settings.police, href))
    if settings.party_mark:
        href = f"https://bszs.conac.cn/sitename?method=show&id={settings.party_mark}"
        duties.append(Duty(_("Party and government body"), href))
    if settings.site_code:
        code, page = (quote(text, safe="") for text in (settings.site_code, settings.site_url))
        href = f"https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code={code}&url={page}"
        duties.append(Duty(_("Report a fault of this government website"), href, here=True))
    return duties


def list_site_metadata(settings: Settings) -> dict[str, str]:
    """What the head of every page says of the site: SiteName, SiteDomain, SiteIDCode."""
    told = {
        "SiteName": settings.host_site or settings.site_name,
        "SiteDomain": settings.site_domain,
        "SiteIDCode": settings.site_code,
    }
    return {name: value for name, value in told.items() if value}
