"""Ways to tell the site what one thinks of a brand (认可、支持、监督), as settings name them, and their page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from urllib.parse import quote, urlencode

from showcase.language import N_
from showcase.views.frame import FEEDBACK
from showcase.views.linked_data import describe_column
from showcase.views.reach import Action, call_href, host_of
from showcase.views.site import Site

URL: Final = f"{FEEDBACK}/"
"""Address of the page below the root of the site."""
KINDS: Final = {"praise": N_("Praise"), "suggestion": N_("Suggestion"), "complaint": N_("Complaint")}
"""What the form tells; the keys are what is sent."""


def list_ways(site: Site, name: str, slug: str, root: str) -> list[Action]:
    """The ways to write of a brand, each with its name and address filled in."""
    given = site.settings.feedback
    if not given.is_open:
        return []
    _ = site.words.text
    url = f"{site.settings.site_url}brands/{slug}/"
    title = _("On the service brand {name}", name=name)
    blanks = {"name": name, "slug": slug, "url": url, "title": title}
    blanks["body"] = _("Brand: {name}\nPage: {url}\n\n", name=name, url=url)
    ways = list(_iterate_reached(site, blanks))
    if given.post:
        query = urlencode({"brand": name, "page": slug})
        ways.insert(0, Action(_("Write here"), f"{root}{URL}?{query}", "document"))
    return ways


def _iterate_reached(site: Site, blanks: dict[str, str]) -> Iterator[Action]:
    """The ways that lead away from the pages of this site."""
    _, given = site.words.text, site.settings.feedback
    if given.phone:
        yield Action(given.phone, call_href(given.phone), "phone")
    if given.email:
        letter = urlencode({"subject": blanks["title"], "body": blanks["body"]}, quote_via=quote)
        yield Action(given.email, f"mailto:{given.email}?{letter}", "email")
    if given.form:
        yield Action(_("Form on {host}", host=host_of(given.form)), _fill(given.form, blanks), "web", outside=True)
    if given.issue:
        address = given.issue_address
        yield Action(
            _("Tell it openly on {host}", host=host_of(address)), _fill(address, blanks), "suggest", outside=True
        )


def _fill(address: str, blanks: dict[str, str]) -> str:
    for key, value in blanks.items():
        address = address.replace(f"{{{key}}}", quote(value, safe=""))
    return address


def render_feedback(site: Site) -> bytes:
    """The page: the ways that the settings name, for the site as a whole, and the form if it has an address."""
    _, settings = site.words.text, site.settings
    title = _("Feedback")
    blanks = dict.fromkeys(("name", "slug"), "") | {"url": settings.site_url}
    blanks |= {"title": _("On {name}", name=settings.site_name), "body": ""}
    written = {page.source for page in site.docs.pages}
    return site.pour(
        URL,
        "feedback.html",
        title=title,
        description=_("Praise, suggest, complain: where to tell it, and who reads it."),
        head=describe_column(site, URL, title),
        ways=list(_iterate_reached(site, blanks)),
        kinds=KINDS,
        post=settings.feedback.post,
        has_privacy="privacy.md" in written,
    )
