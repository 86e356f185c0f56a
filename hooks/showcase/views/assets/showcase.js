/* The site's own script: sharing, the page's own navigation. Pages work without it. */
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src).href;

  // Material's script takes every alternate for another language and would fetch a sitemap beside it.
  const alternates = [...document.querySelectorAll("link[rel=alternate]")];
  for (const link of alternates) link.rel = "alternate data";
  addEventListener("load", () => { for (const link of alternates) link.rel = "alternate"; });

  const { load, make, said } = window.showcase;
  const share = document.querySelector("[data-share]");
  if (share) {
    share.hidden = false;
    const field = make("input", { readonly: "", value: location.href });
    share.addEventListener("click", async () => {
      try {
        if (navigator.share) await navigator.share({ title: document.title, url: location.href });
        else {
          await navigator.clipboard.writeText(location.href);
          share.lastChild.data = share.dataset.share;
        }
      } catch (error) {
        if (error.name === "AbortError") return;
        share.parentElement.after(make("p", { class: "shared" }, make("label", {}, said.address, field)));
        field.select();
      }
    });
  }

  // Not there for a brand that is none any more, or none yet: a picture goes far from the words that say so.
  const save = document.querySelector("[data-picture]");
  if (save) {
    save.hidden = false;
    save.addEventListener("click", async () => {
      save.textContent = said.drawing;
      try {
        await load(root + said.draw);
        await window.showcasePicture(save);
        save.textContent = said.picture;
      } catch {
        save.textContent = said.pictureFailed;
      }
    });
  }

  // The open drawer holds the focus: what is behind it is inert.
  const drawer = document.getElementById("__drawer");
  const [menu, close] = document.querySelectorAll("label [role=button]");
  drawer.addEventListener("change", () => {
    for (const one of document.querySelectorAll(".skip, .md-header, .md-container, .elder-bar")) one.inert = drawer.checked;
    menu.setAttribute("aria-expanded", drawer.checked);
    (drawer.checked ? close : menu).focus();
  });
  document.addEventListener("keydown", (event) => {
    const isPressed = event.target.matches("label [role]") && /^( |Enter)$/.test(event.key);
    if (isPressed) event.preventDefault();
    if (isPressed || (event.key === "Escape" && drawer.checked)) drawer.click();
  });
  // In a window that has grown there are tabs in its place.
  addEventListener("resize", () => { if (drawer.checked && !close.offsetParent) drawer.click(); });

  // Material's script keeps the scheme, and marks none as chosen.
  const scheme = document.getElementsByName("__palette")[__md_get("__palette")?.index ?? 0];
  if (scheme) scheme.checked = true;

  // Material wraps wide tables when the page stands; whoever has only a keyboard scrolls what can be focused.
  addEventListener("load", () => {
    for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) {
      new ResizeObserver(() => {
        wrap.scrollWidth > wrap.clientWidth ? wrap.setAttribute("tabindex", "0") : wrap.removeAttribute("tabindex");
      }).observe(wrap);
    }
  });

  const bringIntoStrip = (strip, item) => {
    // Moved under a pressed finger, it would let the release fall on another link: no click comes of that.
    if (strip.matches(":active")) return;
    strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2 });
  };
  const links = new Map([...document.querySelectorAll(".inpage a")].map((a) => [a.hash.slice(1), a]));
  if (links.size) {
    const seen = new Set();
    const mark = () => {
      const first = [...links.keys()].find((id) => seen.has(id));
      for (const [id, a] of links) {
        if (id === first) {
          if (!a.hasAttribute("aria-current")) bringIntoStrip(a.closest(".inpage"), a);
          a.setAttribute("aria-current", "true");
        } else a.removeAttribute("aria-current");
      }
    };
    const watcher = new IntersectionObserver((entries) => {
      for (const entry of entries) entry.isIntersecting ? seen.add(entry.target.id) : seen.delete(entry.target.id);
      mark();
    }, { rootMargin: "-30% 0px -60% 0px" });
    for (const id of links.keys()) {
      const section = document.getElementById(id);
      if (section) watcher.observe(section);
    }
  }
})();
