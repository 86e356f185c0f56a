"""A brand: one validated description of a service brand (机关服务品牌)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Final

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from showcase.model.culture import Culture
from showcase.model.evidence import Case, Contact, Designation, Honour, Picture, Result, Review, Source
from showcase.model.identity import Identity
from showcase.model.images import Image
from showcase.model.management import Management
from showcase.model.phases import Phases
from showcase.model.service import ChannelType, Service
from showcase.model.values import ONE_LINE, Flag, InWords, Label, Part, PartialDate, is_device_name

SLUG_PATTERN: Final = r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?"
"""What a slug looks like: lower-case letters, digits and hyphens, 1 to 64 of them, no hyphen at the ends."""


def _refuse_device(slug: str) -> str:
    if is_device_name(slug):
        raise PydanticCustomError("bad-slug", "the name of a device")
    return slug


Slug = Annotated[str, Field(pattern=rf"^{SLUG_PATTERN}$"), AfterValidator(_refuse_device)]


class Status(StrEnum):
    """Whether a brand is shown (发布状态)."""

    PUBLISHED = "published"
    DRAFT = "draft"
    """Built by ``serve`` alone (草稿)."""
    RETIRED = "retired"
    """Keeps a page that says so (已停用)."""


class FrontMatter(Part):
    """What an editor writes above the body. Only the first five are required."""

    name: Annotated[str, Field(min_length=2, max_length=20, pattern=ONE_LINE), InWords]
    """Unique; 2 to 20 characters (品牌名称)."""
    agency: Annotated[str, Field(min_length=1, max_length=64)]
    """A key of the vocabulary's agencies (创建单位)."""
    category: Annotated[str, Field(min_length=1, max_length=64)]
    """A key of the vocabulary's categories (服务领域)."""
    slogan: Annotated[str, Field(min_length=1, max_length=24, pattern=ONE_LINE), InWords]
    """At most 24 characters, best 6 to 12 (品牌口号)."""
    summary: Annotated[str, Field(min_length=20, max_length=160), InWords]
    """One or two sentences, 20 to 160 characters (品牌简介)."""
    status: Status = Status.PUBLISHED
    published: PartialDate | None = None
    """When it was first shown; else the day of the commit that brought the file (发布日期)."""
    level: Annotated[str, Field(min_length=1, max_length=64)] | None = None
    """A key of the vocabulary's levels (级别)."""
    featured: Flag = False
    """Whether the home page puts it forward (重点推介)."""
    since: PartialDate | None = None
    """The day the brand was named (品牌创立时间)."""
    tags: tuple[Label, ...] = ()
    aliases: tuple[Slug, ...] = ()
    """Old slugs whose addresses must keep working (旧地址)."""
    # Without the rules of their fields, which those of a brand hold already: to build them for each takes long.
    identity: Identity = Identity.model_construct()
    service: Service = Service.model_construct()
    management: Management = Management.model_construct()
    culture: Culture = Culture.model_construct()
    phases: Phases = Phases.model_construct()
    designation: Designation | None = None
    reviews: tuple[Review, ...] = ()
    results: tuple[Result, ...] = ()
    honours: tuple[Honour, ...] = ()
    cases: tuple[Case, ...] = ()
    gallery: tuple[Picture, ...] = ()
    contact: Contact = Contact.model_construct()
    sources: tuple[Source, ...] = ()


class Brand(FrontMatter):
    """A brand as the rest of the program knows it: its front matter, and what its folder adds."""

    slug: str
    """Its folder's name: the last part of its address (地址名)."""
    body: str = ""
    """The story, in Markdown (品牌故事)."""
    source: str = ""
    """POSIX path of its Markdown file below the brands folder."""
    images: Mapping[str, Image] = Field(default_factory=dict)
    """Its picture files by name, checked and measured."""
    updated: PartialDate | None = None
    """The day of the last commit that touched it (最近更新)."""

    @property
    def shown_cases(self) -> tuple[Case, ...]:
        """The cases that may be shown: those told with consent."""
        return tuple(case for case in self.cases if case.consent)

    @property
    def logo(self) -> Image | None:
        """The logo's file, where there is one."""
        return self.images.get(self.identity.logo) if self.identity.logo else None

    @property
    def official_address(self) -> str | None:
        """Where the service is on line: the address of the web channel, else of the contact, else of any channel."""
        channels = self.service.channels
        web = next((channel.url for channel in channels if channel.url and channel.type is ChannelType.WEB), None)
        return web or self.contact.website or next((channel.url for channel in channels if channel.url), None)
