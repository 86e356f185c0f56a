/* The dialog of the search: opens by click, by / and by Ctrl-K. Without script its openers are links and forms that lead
   to the listing. What is found comes from find.js, which is loaded when it opens, and the names with the first letter. */
(() => {
  "use strict";

  const { said, load, make } = window.showcase;
  const opener = document.querySelector("a[data-search]");
  if (!opener || !window.HTMLDialogElement) return;
  const root = new URL("../../", document.currentScript.src).href;
  const folder = (path) => root + path + (location.protocol === "file:" ? "index.html" : "");
  // Hits, or a name that was written out: the full text, which weighs more than all else, is then fetched for those alone
  // who ask.
  const enough = 8;
  const isEnough = ({ found }) => found.length >= enough || found[0]?.near === 0;
  const few = { brands: enough, needs: 5, nearby: 5, agencies: 3, areas: 3, pages: 3, text: 5 };
  const step = 20;
  const worth = 5; // Brands from which on it is worth narrowing.

  let finder;
  const begin = async () => {
    await load(root + said.find);
    finder ??= window.showcaseFind(root, load);
    await finder.begin();
  };

  // --- The dialog.

  const box = make("input", {
    type: "text", class: "search__box", role: "combobox", "aria-expanded": "false", "aria-controls": "search-hits", "aria-autocomplete": "list",
    "aria-label": said.label, placeholder: said.hint, autocomplete: "off", autocapitalize: "off", spellcheck: "false", enterkeyhint: "search", maxlength: "80",
  });
  const close = make("button", { type: "button", class: "search__close", "aria-label": said.close }, make("i", { class: "glyph-x" }));
  const told = make("p", { class: "search__said", role: "status" });
  const chips = make("div", { class: "search__chips", role: "group", "aria-label": said.narrow });
  const list = make("div", { class: "search__hits", id: "search-hits", role: "listbox", "aria-label": said.label });
  const note = make("p", { class: "search__note" });
  const ways = [["brands/", said.all], ["areas/", said.areas], ["agencies/", said.agencies]];
  const dialog = make("dialog", { class: "search", "aria-label": said.label },
    make("div", { class: "search__in" },
      make("div", { class: "search__head" }, make("i", { class: "glyph glyph--find" }), box, close),
      make("div", { class: "search__all" }, told, chips, list, note),
      make("div", { class: "search__foot" },
        make("p", {}, said.keys), ...ways.map(([path, word]) => make("a", { href: folder(path) }, word)))));

  const show = (query = "") => {
    if (!dialog.isConnected) document.body.append(dialog);
    if (!dialog.open) dialog.showModal();
    box.value = query;
    box.focus();
    load(root + said.find).catch(() => {});
    run();
  };
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    box.value = "";
    run();
    const address = new URL(location);
    if (!address.searchParams.has("q")) return;
    address.searchParams.delete("q");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      // Opened as a file, where a browser may refuse to write another query.
    }
  });

  // --- Asking. Every letter is a new turn; answers to an earlier one are left.

  let turn = 0;
  let result; // Of the names tier.
  let text; // Of the full text: a reply, or what went wrong.
  let limits;
  let chosen;
  let narrowed; // Of the result, what is left of it by what was chosen.
  let active; // The address or the place of the option that was gone to; the first where none was.
  let waiting;
  let asked;
  let isAsked; // Whether the full text was.
  let isNewest; // Whether what it has is to begin with the newest.

  const run = async () => {
    const mine = ++turn;
    const query = box.value.trim();
    clearTimeout(waiting);
    asked?.abort();
    [result, narrowed, text, active, isAsked, isNewest] = [];
    limits = { ...few };
    chosen = { area: new Set(), region: new Set() };
    if (!query) {
      draw();
      return;
    }
    if (!finder) told.textContent = said.loading;
    try {
      await begin();
    } catch {
      if (mine !== turn) return;
      draw();
      told.textContent = said.failed;
      return;
    }
    if (mine !== turn) return;
    const answer = () => {
      if (mine !== turn) return;
      [result, narrowed] = [finder.search(query)];
      drawWithLines(mine);
    };
    answer();
    await finder.hear(query).catch(() => {});
    answer();
    if (mine === turn && !isEnough(result)) askText(mine, query);
    await finder.proceed(answer).catch(() => {});
  };
  const drawWithLines = (mine) => {
    draw();
    const wanted = narrow().flatMap(([name, found]) => found.slice(0, limits[name])).map(({ brand }) => brand);
    if (wanted.every(finder.linesOf)) return;
    finder.fetchLines(wanted).catch(() => {}).then(() => { if (mine === turn) draw(); });
  };
  // A browser fetches nothing beside a page that was opened as a file, and the full text needs that.
  const fullText = () => location.protocol === "file:" ? "" : opener.dataset.fulltext;
  const askText = (mine, query) => {
    if (!fullText()) return;
    isAsked = true;
    clearTimeout(waiting);
    asked?.abort();
    waiting = setTimeout(async () => {
      asked = new AbortController();
      const { signal } = asked;
      const filters = Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.size).map(([facet, values]) => [facet, [...values]]));
      try {
        await load(new URL(fullText(), location.href).href);
        const results = await window.showcaseFullText.search(query, { filters, limit: isNewest ? step : few.text, newest: isNewest, signal });
        if (mine === turn && !signal.aborted) text = { results };
      } catch {
        if (mine === turn && !signal.aborted) text = { failed: true, results: [] };
      }
      if (mine === turn && !signal.aborted) draw();
    }, 200);
  };

  // --- Drawing.

  const isKept = ({ brand }, besides) =>
    (besides === "area" || !chosen.area.size || chosen.area.has(brand.area.text)) &&
    (besides === "region" || !chosen.region.size || chosen.region.has(brand.agency.region?.text));
  const narrow = () => {
    if (narrowed) return narrowed;
    const [kept, close] = ["found", "close"].map((kind) => (result?.[kind] ?? []).filter((one) => isKept(one)));
    return (narrowed = [
      ["brands", kept.filter((one) => !one.isNeed), drawBrand], ["needs", kept.filter((one) => one.isNeed), drawNeed],
      ["nearby", close, (one) => (one.isNeed ? drawNeed : drawBrand)(one)],
    ]);
  };

  const marked = (parts) => parts.map(([word, isHit]) => isHit ? make("mark", {}, word) : word);
  const mark = (word) => marked(finder.mark(word, result.words));
  const hits = (word) => finder.mark(word, result.words).filter(([, isHit]) => isHit).reduce((sum, [one]) => sum + one.length, 0);
  const excerpt = (long) => {
    const parts = finder.mark(long, result.words);
    if (parts.length > 1 && !parts[0][1] && parts[0][0].length > 24) parts[0] = [`…${parts[0][0].slice(-16).replace(/^\w+/, "")}`, false];
    return marked(parts);
  };
  const option = (href, title, by, line, color) => {
    const node = make("a", { role: "option", class: "hit", href, tabindex: "-1", "aria-selected": "false" },
      make("b", {}, ...title), make("span", { class: "hit__by" }, ...by), ...(line ? [make("span", { class: "hit__line" }, ...line)] : []));
    if (color) node.style.setProperty("--b", color);
    return node;
  };
  const best = (texts) => texts.reduce((most, one) => hits(one) > hits(most) ? one : most, texts[0]);
  const drawBrand = ({ brand }) => {
    const [slogan = "", color, summary = "", items = [], tags = []] = finder.linesOf(brand) ?? [];
    const isNamed = hits(brand.text) || hits(brand.agency.text);
    const line = isNamed ? slogan : best([slogan, tags.filter(hits).join(" · "), ...items, summary]);
    return option(folder(`brands/${brand.slug}/`), mark(brand.text), [...mark(brand.agency.text), " · ", ...mark(brand.area.text)], excerpt(line), color);
  };
  const drawNeed = ({ brand }) => {
    const lines = finder.linesOf(brand);
    if (!lines) return [];
    const [, color, summary, items] = lines;
    const [name, more = ""] = best([summary, ...items]) === summary ? [] : best(items).split(/：(.*)/s);
    return option(folder(`brands/${brand.slug}/`), mark(name ?? brand.text), name ? [brand.text, " · ", brand.agency.text] : [brand.agency.text, " · ", brand.area.text],
      excerpt(name ? more : summary), color);
  };
  const drawGroup = (one) => option(folder(one.url), mark(one.text), [one.region?.text, said.count.replace("#", one.count)].filter(Boolean).join(" · "));
  const drawPage = (one) => option(folder(one.url), mark(one.text), one.isNews ? [said.news] : []);
  const drawText = (one) => option(one.href, [one.title], [one.agency, one.area].filter(Boolean).join(" · "), marked(one.excerpt));

  const newest = make("div", { role: "option", class: "chip" }, said.newest);
  newest.addEventListener("click", () => {
    isNewest = !isNewest;
    active = newest;
    askText(turn, box.value.trim());
    draw();
  });
  const drawSection = ([name, found, drawOne]) => {
    const canTurn = name === "text" && (isNewest || found.length > 1);
    if (!found.length && !canTurn) return [];
    const shown = found.slice(0, limits[name]).flatMap(drawOne);
    if (found.length > limits[name]) {
      const more = make("div", { role: "option", class: "hit hit--more", "aria-selected": "false" }, said.more.replace("#", found.length - limits[name]));
      more.addEventListener("click", () => {
        active = options().indexOf(more);
        limits[name] += step;
        drawWithLines(turn);
      });
      shown.push(more);
    }
    if (canTurn) shown.push(newest);
    const label = make("div", { class: "search__kind", id: `search-${name}` }, said[name]);
    return [make("div", { role: "group", "aria-labelledby": label.id }, label, ...shown)];
  };
  const offerText = () => {
    const offer = make("div", { role: "option", class: "hit hit--more", "aria-selected": "false" }, said.textToo);
    offer.addEventListener("click", () => {
      active = options().indexOf(offer);
      askText(turn, box.value.trim());
      draw();
    });
    return offer;
  };
  const draw = () => {
    const sections = [...narrow()];
    const known = new Set(sections.flatMap(([name, found]) => found.slice(0, limits[name])).map(({ brand }) => folder(`brands/${brand.slug}/`)));
    for (const one of result?.pages ?? []) known.add(folder(one.url));
    const words = (text?.results ?? []).map((one) => ({ ...one, href: new URL(one.url, root).href })).filter(({ href }) => !known.has(href)).slice(0, few.text);
    const isNarrow = chosen.area.size || chosen.region.size;
    if (result && !isNarrow) sections.push(["agencies", result.agencies, drawGroup], ["areas", result.areas, drawGroup], ["pages", result.pages, drawPage]);
    sections.push(["text", words, drawText]);
    newest.setAttribute("aria-checked", !!isNewest);
    list.replaceChildren(...sections.flatMap(drawSection));
    if (fullText() && result?.isHeard && isEnough(result) && !isAsked) list.append(offerText());
    note.textContent = text?.failed ? said.textFailed : "";
    options().forEach((one, place) => { one.id = `search-${place}`; });
    go(typeof active === "number" ? active : options().findIndex((one) => one === active || (one.href && one.href === active)));
    drawChips();
    const count = sections.reduce((sum, [, found]) => sum + found.length, 0);
    const isDone = result?.isHeard && (!fullText() || text);
    told.textContent = !result ? "" : count ? (count === result.close.length ? said.near : said.found).replace("#", count) : isDone ? said.none : said.loading;
    box.setAttribute("aria-expanded", count > 0);
  };
  const drawChips = () => {
    const found = result ? [...result.found, ...result.close] : [];
    const focused = chips.contains(document.activeElement) && document.activeElement.dataset.chip;
    const rows = [["area", ({ area }) => area.text], ["region", ({ agency }) => agency.region?.text]].map(([facet, read]) => {
      const counts = new Map();
      for (const one of found) {
        const value = read(one.brand);
        if (value && isKept(one, facet)) counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      if ((counts.size < 2 || found.length < worth) && !chosen[facet].size) return [];
      return [...counts].sort(([, a], [, b]) => b - a).filter(([value], place) => place < 6 || chosen[facet].has(value)).map(([value, count]) => {
        const isOn = chosen[facet].has(value);
        const chip = make("button", { type: "button", class: "chip", "aria-pressed": isOn, "data-chip": `${facet}=${value}` }, value, make("small", {}, count));
        chip.addEventListener("click", () => {
          isOn ? chosen[facet].delete(value) : chosen[facet].add(value);
          [text, narrowed] = [];
          drawWithLines(turn);
          if (isAsked) askText(turn, box.value.trim());
        });
        return chip;
      });
    });
    chips.replaceChildren(...rows.flat());
    chips.hidden = !chips.children.length;
    chips.parentElement.tabIndex = chips.hidden ? 0 : -1; // It scrolls, and without chips nothing in it takes the focus.
    if (focused) (chips.querySelector(`[data-chip="${CSS.escape(focused)}"]`) ?? box).focus();
  };

  list.addEventListener("mousedown", (event) => event.preventDefault()); // The letters go on being written in the box.

  // --- Going through what was found.

  const options = () => [...list.querySelectorAll("[role=option]")];
  const go = (place) => {
    const all = options();
    const at = all.length ? (Math.max(place, 0)) % all.length : -1;
    all.forEach((one, other) => one.setAttribute("aria-selected", other === at));
    if (at < 0) box.removeAttribute("aria-activedescendant");
    else box.setAttribute("aria-activedescendant", all[at].id);
    return all[at];
  };
  const move = (by) => {
    const all = options();
    const now = all.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const one = go((now + by + all.length) % (all.length || 1));
    active = one === newest ? one : one?.href;
    one?.scrollIntoView({ block: "nearest" });
  };

  let composing = false;
  box.addEventListener("compositionstart", () => { composing = true; });
  box.addEventListener("compositionend", () => {
    composing = false;
    run();
  });
  box.addEventListener("input", (event) => { if (!composing && !event.isComposing) run(); });
  box.addEventListener("keydown", (event) => {
    if (composing || event.isComposing || event.keyCode === 229) return;
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by) {
      event.preventDefault();
      move(by);
    } else if (event.key === "Enter") {
      event.preventDefault();
      list.querySelector("[aria-selected=true]")?.click();
    }
  });

  // --- What opens it.

  const isWriting = (node) => node.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(node.tagName);
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    const isSlash = event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWriting(event.target);
    if (!isChord && !isSlash) return;
    if (document.querySelector("dialog[open]:not(.search)")) return;
    event.preventDefault();
    if (dialog.open) box.focus();
    else show();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const query = link !== opener && link.closest(".hero__tries") && new URL(link.href).searchParams.get("q");
    if (link !== opener && !query) return;
    event.preventDefault();
    show(query || "");
  });
  opener.setAttribute("role", "button");
  opener.setAttribute("aria-haspopup", "dialog");
  opener.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    show();
  });
  for (const form of document.querySelectorAll("form.bigfind")) {
    const button = make("button", { type: "button", class: "bigfind bigfind--opens", "aria-haspopup": "dialog" },
      make("span", { class: "bigfind__hint" }, form.elements.q.placeholder),
      make("span", { class: "bigfind__go" }, ...form.querySelector("button").childNodes));
    button.addEventListener("click", () => show());
    form.replaceWith(button);
  }
  const query = new URLSearchParams(location.search).get("q");
  if (query) show(query);
})();
