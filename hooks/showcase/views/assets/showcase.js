/* The site's own script: sharing, the page's own navigation, finding a brand by name. Pages work without it. */
(() => {
  "use strict";

  // Material's script takes every alternate for another language and would fetch a sitemap beside it.
  const alternates = [...document.querySelectorAll("link[rel=alternate]")];
  for (const link of alternates) link.rel = "alternate data";
  addEventListener("load", () => { for (const link of alternates) link.rel = "alternate"; });

  const share = document.querySelector("[data-share]");
  if (share && (navigator.share || navigator.clipboard)) {
    share.hidden = false;
    share.addEventListener("click", async () => {
      const page = { title: document.title, url: location.href };
      try {
        if (navigator.share) await navigator.share(page);
        else {
          await navigator.clipboard.writeText(page.url);
          share.lastChild.data = share.dataset.share;
        }
      } catch (error) {
        if (error.name !== "AbortError") prompt(page.title, page.url);
      }
    });
  }

  const menu = document.querySelector(".menu-button");
  menu?.addEventListener("keydown", (event) => {
    if (event.key !== " ") return; // Material's own script answers Enter.
    event.preventDefault();
    menu.click();
  });

  const bringIntoStrip = (strip, item) => {
    strip.scrollTo({ left: item.offsetLeft - (strip.clientWidth - item.offsetWidth) / 2 });
  };
  const links = new Map([...document.querySelectorAll(".inpage a")].map((a) => [a.hash.slice(1), a]));
  if (links.size && "IntersectionObserver" in window) {
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

  const form = document.querySelector("form[data-names]");
  if (!form) return;
  const box = form.elements.q;
  const found = document.querySelector("[data-found]");
  const all = document.querySelector("[data-all]");
  const said = found.querySelector(".results__said");
  const hits = found.querySelector(".hits");
  let names;

  const load = () => (names ??= fetch(form.dataset.names).then((reply) => {
    if (!reply.ok) throw new Error(reply.statusText);
    return reply.json();
  }).catch((error) => { names = undefined; throw error; }));

  const rank = (row, word) => {
    const [, name, slogan, agency, area, pinyin, initials, , words] = row;
    const at = name.toLowerCase().indexOf(word);
    if (at >= 0) return at ? 2 : 1;
    const latin = /^[a-z0-9]{2,}$/.test(word);
    if (latin && initials.includes(word)) return 3;
    if (latin && pinyin.includes(word)) return 4;
    const field = [area, agency, slogan, words].findIndex((text) => text.toLowerCase().includes(word));
    return field < 0 ? 0 : field + 5;
  };

  const score = (row, parts) => {
    let sum = 0;
    for (const part of parts) {
      const one = rank(row, part);
      if (!one) return 0;
      sum += one;
    }
    return sum;
  };

  const marked = (text, parts) => {
    const node = document.createElement("span");
    const part = parts.find((word) => text.toLowerCase().includes(word));
    const at = part ? text.toLowerCase().indexOf(part) : -1;
    if (at < 0) node.textContent = text;
    else {
      const hit = document.createElement("mark");
      hit.textContent = text.slice(at, at + part.length);
      node.append(text.slice(0, at), hit, text.slice(at + part.length));
    }
    return node;
  };

  const line = (row, parts) => {
    const [slug, name, slogan, agency, area, , , color] = row;
    const item = document.createElement("li");
    item.style.setProperty("--b", color);
    const a = document.createElement("a");
    a.href = form.dataset.names.replace("names.json", `${slug}/`);
    const title = document.createElement("b");
    title.append(marked(name, parts));
    const by = document.createElement("span");
    by.className = "soft";
    by.append(marked(agency, parts), " · ", marked(area, parts));
    a.append(title, marked(slogan, parts), by);
    item.append(a);
    return item;
  };

  const show = async () => {
    const parts = box.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = box.value;
    found.hidden = !parts.length;
    all.hidden = Boolean(parts.length);
    if (!parts.length) return;
    try {
      const names = await load();
      const matching = (weigh) => names.map((row) => [weigh(row), row]).filter(([sum]) => sum)
        .sort(([a], [b]) => a - b).slice(0, 60);
      let rows = matching((row) => score(row, parts));
      const pairs = parts.flatMap((part) => [...part].slice(1).map((last, index) => [...part][index] + last));
      if (!rows.length) rows = matching((row) => {
        const found = pairs.filter((pair) => rank(row, pair)).length;
        return found * 2 > pairs.length ? 100 - found : 0;
      });
      if (wanted !== box.value) return;
      said.textContent = (rows.length ? form.dataset.some : form.dataset.none).replace("#", rows.length);
      hits.replaceChildren(...rows.map(([, row]) => line(row, parts)));
    } catch {
      said.textContent = form.dataset.failed;
      hits.replaceChildren();
      all.hidden = false;
    }
  };

  const remember = () => {
    const address = new URL(location);
    if (box.value.trim()) address.searchParams.set("q", box.value.trim());
    else address.searchParams.delete("q");
    history.replaceState(history.state, "", address);
  };

  let composing = false;
  box.addEventListener("compositionstart", () => { composing = true; });
  box.addEventListener("compositionend", () => { composing = false; show(); });
  box.addEventListener("input", () => { if (!composing) show(); });
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); show(); });
  box.value = new URLSearchParams(location.search).get("q") ?? "";
  if (box.value) show();
})();
