"""What is said to programs that visit: ``robots.txt``, and ``llms.txt`` (https://llmstxt.org)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from showcase.views.open_data.files import CATALOGUE, LISTS
from showcase.views.site import Site

_SHOWN: dict[int, str] = str.maketrans({"[": "\\[", "]": "\\]", "\n": " "})


def render_robots(site_url: str, *, indexing: bool = True) -> bytes:
    """``robots.txt``: everything may be visited; where the sitemap is, if the site knows its address.

    Without ``indexing`` every page says ``noindex``, which nobody reads who may not visit it. It is led to none.
    """
    sitemap = f"\nSitemap: {site_url}sitemap.xml\n" if site_url and indexing else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def render_llms(site: Site) -> bytes:
    """``llms.txt``: what the site is and where what is, in short Markdown; brands by way of lists, not one by one."""
    _, settings, vocabulary = site.words.text, site.settings, site.catalogue.vocabulary
    told = str(site.docs.home.get("description") or "")
    count = _("{count} brands", count=len(site.catalogue.listed))
    parts = [f"# {settings.site_name}\n", f"> {told.translate(_SHOWN)}\n" if told else "", f"{count}\n"]
    parts += _section(site, _("Open data"), [(_(file.told), f"data/{file.name}", "") for file in (*LISTS, CATALOGUE)])
    areas = (
        (site.words.local(vocabulary.categories[key].name), f"areas/{key}/", len(entries))
        for key, entries in site.catalogue.by_category.items()
    )
    parts += _section(
        site, _("Service areas"), [(name, url, _("{count} brands", count=number)) for name, url, number in areas]
    )
    ways = [(_("All brands"), "brands/", ""), (_("Agencies"), "agencies/", ""), (_("Site map"), "sitemap/", "")]
    pages = [(page.title, page.url, page.description) for page in site.docs.pages if not page.date]
    parts += _section(site, _("Other pages"), [*ways, *pages])
    return "\n".join(part for part in parts if part).encode()


def _section(site: Site, title: str, links: Sequence[tuple[str, str, str]]) -> Iterable[str]:
    """A heading and its links: name, address below the root, note."""
    base = site.settings.site_url
    lines = [
        f"- [{name.translate(_SHOWN)}]({base}{url}){f': {note.translate(_SHOWN)}' if note else ''}\n"
        for name, url, note in links
    ]
    return [f"## {title}\n", "".join(lines)] if lines else []
