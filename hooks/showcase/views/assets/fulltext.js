/* Full-text search: finds words of all pages by Pagefind, which is fetched when it is first asked. Its worker is spoken to
   directly: the script that does so for it weighs as much again as the worker. */
window.showcaseFullText = (() => {
  "use strict";

  const root = new URL("../../", document.currentScript.src);
  const RUN = /\p{Script=Han}+|[^\s\p{P}\p{S}\p{Script=Han}]+/gu;
  const LONGEST = 6; // Words of the index are seldom longer.

  // --- The worker: a message is answered by another of the same number.

  let worker;
  let last = 0;
  const waiting = new Map();
  const known = new Map(); // Words, each with whether the index has it.
  const ask = (method, ...args) => new Promise((resolve, reject) => {
    waiting.set(++last, [resolve, reject]);
    worker.postMessage({ id: last, method, args });
  });
  const stop = () => {
    worker?.terminate();
    worker = undefined;
    known.clear();
    for (const [, reject] of waiting.values()) reject(new Error("stopped"));
    waiting.clear();
  };
  const start = async () => {
    if (worker) return;
    // A browser fetches nothing beside a page that was opened as a file.
    if (root.protocol === "file:") throw new Error("no full-text search without a server");
    worker = new Worker(new URL("pagefind/pagefind-worker.js", root));
    worker.addEventListener("message", ({ data: { id, result, error } }) => {
      const [resolve, reject] = waiting.get(id);
      waiting.delete(id);
      error ? reject(new Error(error)) : resolve(result);
    });
    worker.addEventListener("error", stop);
    await ask("init", {
      basePath: new URL("pagefind/", root).pathname, baseUrl: root.pathname, excerptLength: 24,
      language: document.documentElement.lang.toLowerCase(),
    });
  };

  // Whether the index has a word. Narrowed to the few pages that are no brands, since only the count before that is
  // read, and matches are costly.
  const has = (word) => {
    if (!known.has(word)) {
      const asked = ask("search", `"${word}"`, { filters: { kind: ["page"] } });
      known.set(word, asked.then((found) => found.unfilteredResultCount > 0));
    }
    return known.get(word);
  };

  // The words of a text as the index parts them: always the longest that it has. What it has not is left in one piece,
  // of which Pagefind takes the words that begin so.
  const part = async (text, signal) => {
    const words = [];
    for (const [run] of text.matchAll(RUN)) {
      if (!/\p{Script=Han}/u.test(run)) {
        words.push(run.toLowerCase());
        continue;
      }
      let rest = "";
      for (let from = 0; from < run.length;) {
        let to = Math.min(run.length, from + LONGEST);
        while (to > from + 1 && !(await has(run.slice(from, to)))) to -= 1;
        signal?.throwIfAborted();
        if (to > from + 1) {
          words.push(...(rest ? [rest] : []), run.slice(from, to));
          rest = "";
        } else rest += run[from];
        from = to;
      }
      if (rest) words.push(rest);
    }
    return words;
  };

  // Excerpts are text: what Pagefind marks becomes parts, and nothing of it is read as HTML.
  const cut = (excerpt) => {
    const parts = [];
    let isMarked = false;
    for (const piece of excerpt.split(/(<\/?mark>)/)) {
      if (/^<\/?mark>$/.test(piece)) isMarked = piece === "<mark>";
      else if (piece) {
        const text = piece.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) | (?=[\u3000-\u9fff\uff00-\uffef])/g, "")
          .replaceAll("&lt;", "<").replaceAll("&gt;", ">");
        const before = parts.at(-1);
        if (before?.[1] === isMarked) before[0] += text;
        else parts.push([text, isMarked]);
      }
    }
    return parts;
  };
  const describe = ({ raw_url: url, meta: { title }, excerpt, filters: { kind = ["brand"], area = [], agency = [] } }) =>
    ({ url: new URL(url, root).pathname, title, kind: kind[0], area: area[0], agency: agency[0], excerpt: cut(excerpt) });

  // For a word that the index has not, Pagefind also takes shorter ones: a page has to hold what was typed. Those that
  // hold it in one piece come first, unless there is another order.
  const squeeze = (text) => text.replace(/\s+/g, "").toLowerCase();
  const settle = (pages, query, strange, newest) => {
    const texts = new Map(pages.map((page) => [page, squeeze(`${page.meta.title} ${page.content}`)]));
    const kept = pages.filter((page) => strange.every((word) => texts.get(page).includes(word)));
    const isWhole = (page) => newest || texts.get(page).includes(squeeze(query));
    return [...kept.filter(isWhole), ...kept.filter((page) => !isWhole(page))];
  };

  const find = async (query, { filters = {}, limit = 8, newest, signal } = {}) => {
    await start();
    signal?.throwIfAborted();
    const words = await part(query, signal);
    if (!words.length) return [];
    const options = { filters: Object.fromEntries(Object.entries(filters).map(([facet, any]) => [facet, { any }])) };
    const strange = [];
    for (const word of words) if (word.length > 1 && !(await has(word))) strange.push(word);
    let found = await ask("search", words.join(" "), options);
    // Single characters are what is left between words; a page need not hold them so.
    const whole = words.filter((word) => word.length > 1);
    if (!found.unfilteredResultCount && whole.length && whole.length < words.length) {
      found = await ask("search", whole.join(" "), options);
    }
    signal?.throwIfAborted();
    // What pages are named by tells their order. Where a word is strange, only the best hold what was typed.
    const order = (results) => newest ? results.sort((one, other) => one.id < other.id ? -1 : 1) : results;
    const chosen = order((strange.length ? found.results : order(found.results)).slice(0, limit));
    const pages = await Promise.all(chosen.map(({ data }) => ask("getData", data)));
    signal?.throwIfAborted();
    return settle(pages, query, strange, newest).map(describe);
  };
  /** Pages, the best first, or the newest; `filters` says of facets what they are to have, a list of values each. */
  const search = (query, options) => find(query, options).catch((error) => {
    if (error.name !== "AbortError") stop(); // Whoever asks again begins anew.
    throw error;
  });

  return { search };
})();
