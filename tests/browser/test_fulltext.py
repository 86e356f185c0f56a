"""The full-text search in Chromium, below a host's root: what stands in a story alone is found, as text."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

LISTEN = """
    window.held = [];
    addEventListener("securitypolicyviolation", (e) => held.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
"""
LOAD = """async () => {
    const said = document.querySelector("[data-fulltext]").dataset.fulltext;
    await new Promise((resolve, reject) => {
        document.head.append(Object.assign(document.createElement("script"),
            { src: said, onload: resolve, onerror: reject }));
    });
    const ask = async (query, options) => (await showcaseFullText.search(query, options)).map((one) => ({
        ...one, excerpt: undefined,
        told: one.excerpt.map(([text, isMarked]) => isMarked ? `[${text}]` : text).join("") }));
    const aborted = new AbortController();
    aborted.abort();
    return {
        story: await ask("高龄津贴认证"),
        brand: await ask("社保", { filters: { area: ["社会保障"], region: ["全国", "示例"] }, limit: 2 }),
        news: await ask("服务", { filters: { kind: ["news"] } }),
        best: await ask("服务", { limit: 40 }),
        newest: await ask("服务", { limit: 40, newest: true }),
        few: await ask("服务", { limit: 3, newest: true }),
        strange: await ask("高龄津", { newest: true }),
        nothing: await ask("齉龘靐"),
        blank: await ask("，。"),
        markup: await ask("pre"),
        aborted: await ask("社保", { signal: aborted.signal }).catch((error) => error.name),
        held: window.held,
    };
}"""


def test_a_word_of_a_story_is_found(visit: Callable[..., Page], brands: dict[str, dict[str, Any]]) -> None:
    page = visit("brands/zheliban/", before=LISTEN)
    said = page.evaluate(LOAD)
    (story,) = said["story"]
    assert (story["kind"], story["url"], story["area"]) == ("brand", "/showcase/brands/linlibang/", "社区民生")
    assert "[高龄津贴认证]" in story["told"]
    assert [one["area"] for one in said["brand"]] == ["社会保障"] * 2
    assert [(one["kind"], one["title"][:6]) for one in said["news"]] == [("news", "品牌橱窗上线")]
    days = {
        f"/showcase/brands/{slug}/": str(brand["published"]) for slug, brand in brands.items() if "published" in brand
    }
    found = [one["url"] for one in said["newest"]]
    told = [days[url] for url in found if url in days]
    assert told == sorted(told, reverse=True)
    assert len(set(told)) > 2
    assert "/showcase/about/" in found[-4:], "a page has no day"
    assert found != [one["url"] for one in said["best"]]
    assert sorted(found) == sorted(one["url"] for one in said["best"])
    assert [one["url"] for one in said["few"]] == found[:3]
    assert [one["url"] for one in said["strange"]] == ["/showcase/brands/linlibang/"]
    assert said["nothing"] == said["blank"] == []
    assert said["aborted"] == "AbortError"
    assert said["held"] == []
