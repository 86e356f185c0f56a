/* Narrowing a listing in place. The address holds the state; without script the panel's links lead to pages that exist. */
(() => {
  "use strict";

  const panel = document.getElementById("facets");
  const tools = document.querySelector(".tools");
  if (!panel || !tools) return;
  const { root, own } = panel.dataset;
  const [ownFacet, ownKey] = own.split("=");
  const groups = panel.querySelector(".facets__all");
  const done = panel.querySelector(".facets__done button");
  const said = tools.querySelector(".tools__said");
  const order = tools.querySelector("select");
  const applied = document.querySelector(".applied");
  const all = document.querySelector("[data-all]");
  const grid = all.querySelector(".grid");
  const cards = [...grid.children];
  const pages = all.querySelector(".pages");
  const more = new Set(); // Facets of which every value is shown.
  let data;
  let columns; // Of each facet, what each brand has: a list of places among its values.

  const { make, load: loadScript } = window.showcase;
  const load = async () => {
    if (data) return;
    await loadScript(panel.dataset.facets);
    const given = window.showcaseFacets;
    columns = given.facets.map(([, , , , column]) => column.map((cell) => Array.isArray(cell) ? cell : cell < 0 ? [] : [cell]));
    data = given;
  };

  // --- In the elder mode, where nothing may pop up, the panel opens as a part of the page.

  const opener = tools.querySelector(".tools__open");
  const [html, place] = [document.documentElement, document.createComment("")];
  panel.before(place);
  const isHere = () => panel.matches(".facets--here");
  const showHere = (isShown) => {
    panel.popover = isShown ? null : "auto";
    panel.classList.toggle("facets--here", isShown);
    isShown ? tools.after(panel) : place.after(panel);
    opener.setAttribute("aria-expanded", isShown);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[popovertarget=facets]");
    if (!button || !html.matches(".elder")) return;
    event.preventDefault();
    showHere(button === opener && !isHere());
    for (const one of groups.children) one.open = one === groups.firstElementChild || one.querySelector("[aria-current]");
    if (!data) draw();
    opener.scrollIntoView();
    opener.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && isHere()) opener.click(); });
  new MutationObserver(() => { if (isHere() && !html.matches(".elder")) showHere(false); })
    .observe(html, { attributeFilter: ["class"] });

  // --- What the address says, and the address of what is wished.

  const readState = () => {
    const given = new URLSearchParams(location.search);
    const chosen = new Map();
    for (const [name, , , values] of data.facets) {
      const known = new Set(values.map(([key]) => key));
      const keys = given.getAll(name).filter((key) => known.has(key));
      if (name === ownFacet) keys.unshift(ownKey);
      if (keys.length) chosen.set(name, new Set(keys));
    }
    const sort = ["newest", "name", "since"].find((one) => one === given.get("sort")) ?? "";
    return { chosen, sort, page: Math.max(1, parseInt(given.get("page"), 10) || 1) };
  };
  const isAsked = () => {
    const given = new URLSearchParams(location.search);
    return [...given.keys()].some((name) => name !== "q");
  };
  const folder = (path) => root + path + (location.protocol === "file:" ? "index.html" : "");
  const addressOf = ({ chosen, sort = "", page = 1 }) => {
    const pairs = [...chosen].flatMap(([name, keys]) => [...keys].map((key) => [name, key]));
    const stays = !ownFacet || (chosen.get(ownFacet)?.size === 1 && chosen.get(ownFacet).has(ownKey));
    if (!stays && pairs.length === 1 && !sort) {
      const [name, key] = pairs[0];
      return folder(`${data.facets.find(([facet]) => facet === name)[2]}${key}/`);
    }
    const query = new URLSearchParams(stays ? pairs.filter(([name]) => name !== ownFacet) : pairs);
    if (sort) query.set("sort", sort);
    if (page > 1) query.set("page", page);
    const path = stays ? location.pathname : folder("brands/");
    return query.size || `${query}` ? `${path}?${query}` : path;
  };
  const toggle = ({ chosen, sort }, name, key) => {
    const next = new Map([...chosen].map(([facet, keys]) => [facet, new Set(keys)]));
    const keys = next.get(name) ?? new Set();
    keys.has(key) ? keys.delete(key) : keys.add(key);
    keys.size ? next.set(name, keys) : next.delete(name);
    return { chosen: next, sort };
  };

  // --- Which brands, and how many of each value.

  const narrow = ({ chosen }) => {
    const wanted = data.facets.map(([name, , , values]) => {
      const keys = chosen.get(name);
      return keys && new Set(values.flatMap(([key], place) => keys.has(key) ? [place] : []));
    });
    const counts = data.facets.map(([, , , values]) => new Uint32Array(values.length));
    const found = [];
    for (let brand = 0; brand < data.total; brand++) {
      const missed = [];
      wanted.forEach((places, facet) => {
        if (places && !columns[facet][brand].some((place) => places.has(place))) missed.push(facet);
      });
      // Values of one facet are alternatives: what a brand lacks in that facet alone does not take it from its counts.
      if (missed.length > 1) continue;
      if (!missed.length) found.push(brand);
      for (const facet of missed.length ? missed : counts.keys()) {
        for (const place of columns[facet][brand]) counts[facet][place]++;
      }
    }
    return { found, counts };
  };
  const sortFound = (found, sort) => {
    if (sort === "name") {
      const there = new Set(found);
      return data.byName.filter((brand) => there.has(brand));
    }
    if (sort === "newest") {
      const newest = [];
      data.featured.forEach((place, brand) => { newest[place] = brand; });
      let brand = data.featured.length;
      for (let place = 0; place < data.total; place++) newest[place] ??= brand++;
      const there = new Set(found);
      return newest.filter((one) => there.has(one));
    }
    if (sort === "since") {
      const years = data.facets.findIndex(([name]) => name === "year");
      const yearOf = (brand) => Number(data.facets[years][3][columns[years][brand][0]]?.[0] ?? 9999);
      return [...found].sort((a, b) => yearOf(a) - yearOf(b));
    }
    return found;
  };

  // --- Drawing.

  const drawGroups = (state, counts) => {
    const fresh = !groups.children.length;
    data.facets.forEach(([name, label, , values], facet) => {
      const keys = state.chosen.get(name);
      const isLeft = ([key], place) => keys?.has(key) || counts[facet][place] > 0;
      let group = groups.querySelector(`[data-facet="${name}"]`);
      if (!group) {
        if (!values.some(isLeft)) return;
        group = make("details", { class: "facet", "data-facet": name }, make("summary", {}, label), make("ul"));
        groups.append(group);
      }
      // Nothing moves under the pointer: what an open list shows stays there, though nothing be left of it.
      const list = group.lastElementChild;
      const before = new Set([...list.querySelectorAll("[data-value]")].map((link) => link.dataset.value));
      const stays = before.size && (group.open || !values.some(isLeft));
      let room = more.has(name) ? values.length : stays ? 0 : 12;
      let rest = 0;
      const items = values.flatMap((one, place) => {
        const [key, word] = one;
        const value = `${name}=${key}`;
        const isChosen = keys?.has(key);
        const left = isLeft(one, place);
        if (!(left && room-- > 0) && !isChosen && !(stays && before.has(value))) {
          rest += left;
          return [];
        }
        return [make("li", {}, make("a", {
          href: addressOf(toggle(state, name, key)), "data-value": value, "aria-current": isChosen || undefined, "aria-disabled": !left || undefined,
        }, make("b", {}, word), make("span", {}, counts[facet][place])))];
      });
      if (rest || (stays && !more.has(name) && list.querySelector(".facet__rest"))) {
        const button = make("button", { type: "button", class: "facet__rest" }, data.said.more.replace("#", rest));
        button.disabled = !rest;
        button.addEventListener("click", () => {
          more.add(name);
          drawGroups(state, counts);
          [...list.querySelectorAll("[data-value]")].find((link) => !before.has(link.dataset.value)).focus();
        });
        items.push(make("li", {}, button));
      }
      list.replaceChildren(...items);
      if (keys || (fresh && facet < (isHere() ? 1 : 2))) group.open = true;
    });
  };
  const drawApplied = (state) => {
    const chips = data.facets.flatMap(([name, , , values]) => values
      .filter(([key]) => state.chosen.get(name)?.has(key) && !(name === ownFacet && key === ownKey))
      .map(([key, word]) => make("li", {}, make("a", {
        href: addressOf(toggle(state, name, key)), "aria-label": data.said.drop.replace("#", word),
      }, word, make("i", { class: "glyph-x" })))));
    if (chips.length > 1) {
      const kept = new Map(ownFacet ? [[ownFacet, new Set([ownKey])]] : []);
      chips.push(make("li", {}, make("a", { class: "applied__clear", href: addressOf({ chosen: kept, sort: state.sort }) }, data.said.clear)));
    }
    applied.replaceChildren(...chips);
    applied.hidden = !chips.length;
  };
  const drawCard = ([slug, name, slogan, color, seal, isDraft], brand) => {
    const labels = (facet) => {
      const place = data.facets.findIndex(([one]) => one === facet);
      return columns[place][brand].map((value) => data.facets[place][3][value][1]);
    };
    const chips = [...labels("area"), ...labels("level")].map((word) => make("span", {}, word));
    if (isDraft) chips.push(make("span", { class: "chip--flag" }, data.said.draft));
    const card = make("article", { class: "card card--plain" },
      make("i", { class: `stamp stamp--${[...seal].length}`, "data-seal": seal }),
      make("div", { class: "card__in" },
        make("h3", {}, make("a", { href: folder(`brands/${slug}/`) }, name)),
        make("p", { class: "card__slogan" }, slogan),
        make("p", { class: "card__by" }, ...labels("agency")),
        make("p", { class: "chips" }, ...chips)));
    card.style.setProperty("--b", color);
    return card;
  };
  const drawPages = (state, number, count) => {
    const nav = make("nav", { class: "pages", "aria-label": data.said.pages });
    const link = (to, text, more) => make("a", { href: addressOf({ ...state, page: to }), ...more }, text);
    if (number > 1) nav.append(link(number - 1, data.said.previous, { class: "pages__step", rel: "prev" }));
    let last = 0;
    for (const one of new Set([1, number - 1, number, number + 1, count])) {
      if (one < 1 || one > count) continue;
      if (one - last > 1) nav.append(make("span", { class: "pages__gap", "aria-hidden": "true" }, "…"));
      nav.append(link(one, one, {
        "aria-label": data.said.page.replace("{number}", one), "aria-current": one === number ? "page" : undefined,
      }));
      last = one;
    }
    if (number < count) nav.append(link(number + 1, data.said.next, { class: "pages__step", rel: "next" }));
    return nav;
  };
  const restore = () => {
    grid.replaceChildren(...cards);
    all.querySelectorAll(".pages").forEach((one) => one.remove());
    if (pages) all.append(pages);
  };
  const drawFound = async (state, found) => {
    if (!pages) {
      // Every brand of this listing stands on this page already, in listing order.
      const whole = narrow({ chosen: new Map(ownFacet ? [[ownFacet, new Set([ownKey])]] : []) }).found;
      const cardOf = new Map(whole.map((brand, place) => [brand, cards[place]]));
      grid.replaceChildren(...found.flatMap((brand) => cardOf.get(brand) ?? []));
      return;
    }
    const count = Math.max(1, Math.ceil(found.length / data.size));
    const number = Math.min(state.page, count);
    const shown = found.slice((number - 1) * data.size, number * data.size);
    const chunks = new Set(shown.map((brand) => Math.floor(brand / data.chunk)));
    await Promise.all([...chunks].map((chunk) => loadScript(panel.dataset.facets.replace(".js", `-${chunk}.js`))));
    grid.replaceChildren(...shown.map((brand) =>
      drawCard(window.showcaseCards[Math.floor(brand / data.chunk)][brand % data.chunk], brand)));
    all.querySelectorAll(".pages").forEach((one) => one.remove());
    if (count > 1) all.append(drawPages(state, number, count));
  };

  let turn = 0;
  const draw = async () => {
    const mine = ++turn;
    try {
      await load();
      const state = readState();
      const { found, counts } = narrow(state);
      const sorted = sortFound(found, state.sort);
      const focused = document.activeElement?.dataset?.value;
      const inApplied = applied.contains(document.activeElement);
      drawGroups(state, counts);
      drawApplied(state);
      if (focused) (groups.querySelector(`[data-value="${CSS.escape(focused)}"]`) ?? groups.querySelector("summary"))?.focus();
      if (inApplied) (applied.querySelector("a") ?? order).focus();
      order.value = state.sort;
      done.textContent = data.said.close.replace("#", found.length);
      if (isAsked()) {
        said.textContent = found.length ? data.said.found.replace("#", found.length) : data.said.none;
        await drawFound(state, sorted);
        if (mine !== turn && !isAsked()) restore();
      } else {
        said.textContent = "";
        restore();
      }
    } catch {
      said.textContent = tools.dataset.failed;
    }
  };
  const go = (address) => {
    const before = location.href;
    try {
      history.pushState(null, "", address);
    } catch {
      location.assign(address); // Opened as a file, where a browser may refuse to write another query.
      return;
    }
    if (location.href !== before) draw();
  };

  const follow = async (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const isOption = panel.contains(link) && link.dataset.value;
    const isMade = applied.contains(link) || (data && link.closest(".pages") && link.closest(".pages") !== pages);
    if (!isOption && !isMade) return;
    event.preventDefault();
    if (link.matches("[aria-disabled]")) return;
    let { href } = link;
    // Without data the page of the value is there all the same.
    if (isOption) href = await load().then(() => addressOf(toggle(readState(), ...isOption.split("="))), () => href);
    if (new URL(href, location).pathname !== location.pathname) {
      location.assign(href);
      return;
    }
    go(href);
    // A page that grows short would be pulled down, and the panel with it where it sticks.
    if (!isHere() && tools.getBoundingClientRect().top < panel.getBoundingClientRect().top) tools.scrollIntoView();
    if (link.closest(".pages")) order.focus({ preventScroll: true });
  };
  document.addEventListener("click", follow);
  order.addEventListener("change", async () => {
    const sort = order.value;
    try {
      await load();
    } catch {
      said.textContent = tools.dataset.failed;
      return;
    }
    go(addressOf({ ...readState(), sort, page: 1 }));
  });
  const prepare = () => load().catch(() => {});
  for (const kind of ["pointerenter", "focusin"]) panel.addEventListener(kind, prepare, { once: true });
  panel.addEventListener("toggle", () => { if (!data) draw(); });
  addEventListener("popstate", () => { if (data || isAsked()) draw(); });
  if (isAsked()) {
    // What is to go is not shown first, and nothing below it jumps.
    all.style.visibility = "hidden";
    all.style.minHeight = "100vh";
    draw().finally(() => { all.style.visibility = ""; });
  }
})();
