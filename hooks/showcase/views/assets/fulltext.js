/* Full-text search: finds words of all pages by Pagefind, which is fetched when it is first asked. */
(() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src);
  const RUN = /\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu;
  /* Words of the index are seldom longer. */
  const LONGEST = 6;
  const ORDERS = { newest: { since: "desc" }, oldest: { since: "asc" } };

  let starting = null;
  const known = new Map();

  async function load() {
    /* A browser fetches nothing beside a page that was opened as a file. */
    if (root.protocol === "file:") throw new Error("no full-text search without a server");
    const { createInstance } = await import(new URL("pagefind/pagefind.js", root));
    return createInstance({
      basePath: new URL("pagefind/", root).pathname, baseUrl: root.pathname, excerptLength: 24,
    });
  }

  function start() {
    starting ??= load().catch((error) => { starting = null; throw error; });
    return starting;
  }

  /* Whether the index has a word. Narrowed to the few pages that are no brands, since only the count before that is
     read, and matches are costly. */
  function has(engine, word) {
    if (!known.has(word)) {
      const asked = engine.search(`"${word}"`, { filters: { kind: ["page"] } });
      known.set(word, asked.then((found) => found.unfilteredResultCount > 0, (error) => { known.delete(word); throw error; }));
    }
    return known.get(word);
  }

  /* The words of a text as the index parts them: always the longest that it has. What it has not is left in one piece,
     of which Pagefind takes the words that begin so. */
  async function part(engine, text, signal) {
    const words = [];
    for (const [run] of text.matchAll(RUN)) {
      if (!/\p{Script=Han}/u.test(run)) {
        words.push(run.toLowerCase());
        continue;
      }
      let rest = "";
      for (let start = 0; start < run.length;) {
        let end = Math.min(run.length, start + LONGEST);
        while (end > start + 1 && !(await has(engine, run.slice(start, end)))) end -= 1;
        signal?.throwIfAborted();
        if (end > start + 1) {
          words.push(...(rest ? [rest] : []), run.slice(start, end));
          rest = "";
        } else {
          rest += run[start];
        }
        start = end;
      }
      if (rest) words.push(rest);
    }
    return words;
  }

  function narrow({ kind = [], ...facets }) {
    /* Asked for, so that it is counted by. */
    const asked = { area: [], ...Object.fromEntries(Object.entries(facets).map(([facet, values]) => [facet, { any: values }])) };
    if (!kind.length) return asked;
    const others = ["page", "news"].filter((one) => !kind.includes(one));
    if (!kind.includes("brand")) return { ...asked, kind: { any: kind } };
    return others.length ? { ...asked, not: { kind: { any: others } } } : asked;
  }

  /* Excerpts are text: what Pagefind marks becomes parts, and nothing of it is read as HTML. */
  function cut(excerpt) {
    const parts = [];
    let marked = false;
    for (const piece of excerpt.split(/(<\/?mark>)/)) {
      if (piece === "<mark>" || piece === "</mark>") {
        marked = piece === "<mark>";
      } else if (piece) {
        const text = piece.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])/g, "")
          .replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        const last = parts.at(-1);
        if (last && last[1] === marked) last[0] += text;
        else parts.push([text, marked]);
      }
    }
    return parts;
  }

  function describe(page) {
    const { kind = ["brand"], area, agency } = page.filters;
    return {
      url: new URL(page.raw_url, root).pathname, title: page.meta.title, kind: kind[0], excerpt: cut(page.excerpt),
      ...(area && { area: area[0] }), ...(agency && { agency: agency[0] }),
    };
  }

  const squeeze = (text) => text.replace(/\s+/g, "").toLowerCase();

  /* For a word that the index has not, Pagefind also takes shorter ones: a page has to hold what was typed. Those that
     hold it in one piece come first, unless there is another order. */
  function settle(pages, query, strange, sort) {
    const texts = new Map(pages.map((page) => [page, squeeze(`${page.meta.title} ${page.content}`)]));
    const kept = pages.filter((page) => strange.every((word) => texts.get(page).includes(word)));
    const whole = (page) => texts.get(page).includes(squeeze(query));
    return sort ? kept : [...kept.filter(whole), ...kept.filter((page) => !whole(page))];
  }

  async function search(query, { filters = {}, limit = 8, sort, signal } = {}) {
    const engine = await start();
    signal?.throwIfAborted();
    const words = await part(engine, query, signal);
    if (!words.length) return { total: 0, results: [], filters: {} };
    const options = { filters: narrow(filters), sort: ORDERS[sort] ?? {} };
    const strange = [];
    for (const word of words) if (word.length > 1 && !(await has(engine, word))) strange.push(word);
    let found = await engine.search(words.join(" "), options);
    /* Single characters are what is left between words; a page need not hold them so. */
    const whole = words.filter((word) => word.length > 1);
    if (!found.unfilteredResultCount && whole.length && whole.length < words.length) {
      found = await engine.search(whole.join(" "), options);
    }
    signal?.throwIfAborted();
    const pages = await Promise.all(found.results.slice(0, limit).map((one) => one.data()));
    signal?.throwIfAborted();
    const counted = Object.entries(found.filters).filter(([facet]) => facet !== "kind").map(([facet, values]) => [
      facet, Object.fromEntries(Object.entries(values).filter(([, count]) => count)),
    ]);
    const results = settle(pages, query, strange, sort).map(describe);
    const total = results.length < pages.length ? results.length : found.results.length;
    return { total, results, filters: total ? Object.fromEntries(counted) : {} };
  }

  window.showcaseFullText = { search };
})();
