// Shows in the page what is wrong with the sources, and loads the page anew when it has changed. What it is told of
// is the text of editors: it is only ever set as text, never as markup.
(() => {
  const script = document.currentScript;
  const folder = new URL(".", script.src);
  const shown = script.dataset.version;
  const CLOSED = "preview-closed";

  const make = (tag, kind, ...children) => {
    const node = document.createElement(tag);
    if (kind) node.className = kind;
    node.append(...children.filter((child) => child !== ""));
    return node;
  };

  const host = make("showcase-preview");
  const root = host.attachShadow({ mode: "open" });
  const style = make("link");
  style.rel = "stylesheet";
  style.href = new URL("overlay.css", folder);
  const title = make("h2");
  const close = make("button", "close");
  const body = make("div", "body");
  const panel = make("section", "panel", make("header", "", title, close), body);
  const reopen = make("button", "note");
  const note = make("p", "note");
  const said = make("p", "said");
  const status = make("p", "status");
  title.id = "title";
  body.tabIndex = 0;
  body.setAttribute("role", "group");
  body.setAttribute("aria-labelledby", "title");
  panel.setAttribute("aria-labelledby", "title");
  note.setAttribute("role", "status");
  status.setAttribute("role", "status");
  said.setAttribute("role", "alert");
  close.type = reopen.type = "button";
  panel.hidden = reopen.hidden = note.hidden = true;
  root.append(style, said, panel, reopen, note);
  document.body.append(host);

  let state = { words: {}, problem: null, building: false };
  let waiting = 0;
  let renewing = false;

  const remember = (text) => {
    try {
      if (text === undefined) return sessionStorage.getItem(CLOSED);
      sessionStorage.setItem(CLOSED, text);
    } catch {
      // A browser that keeps nothing shows the panel on every page.
    }
    return null;
  };

  function dress() {
    const chosen = document.body.dataset.mdColorScheme;
    const dark = chosen ? chosen === "slate" : matchMedia("(prefers-color-scheme: dark)").matches;
    host.dataset.scheme = dark ? "dark" : "light";
  }

  function drawFault(fault) {
    const item = make("li", "", make("p", "message", fault.message, " ", make("code", "", fault.code)));
    item.append(make("p", "place", fault.place));
    if (fault.source) {
      const [before, meant, after] = fault.source;
      item.append(make("pre", "", before, make("mark", "", meant || " "), after));
    }
    const notes = fault.notes.map(([name, text]) => make("div", "", make("dt", "", name), make("dd", "", text)));
    if (notes.length) item.append(make("dl", "", ...notes));
    return item;
  }

  function drawProblem(problem) {
    title.textContent = problem.title;
    body.replaceChildren(status);
    if (problem.why) body.append(make("pre", "", problem.why));
    if (problem.faults.length) body.append(make("ol", "", ...problem.faults.map(drawFault)));
    if (problem.more) body.append(make("p", "", problem.more));
    body.scrollTop = 0;
  }

  // The panel covers the corner where the note is, and what it says may have been mended.
  function tell(text) {
    note.textContent = text;
    note.hidden = !text || !panel.hidden;
    status.textContent = text || state.problem?.text || "";
  }

  // A build that is over in a moment is not worth a word.
  function tellLater(text, after) {
    clearTimeout(waiting);
    waiting = text ? setTimeout(() => tell(text), after) : 0;
    if (!text) tell("");
  }

  // The server may be starting anew at this moment: a page that is asked for then never comes, and asks no more.
  function renew() {
    if (renewing) return;
    renewing = true;
    const again = () => { renewing = false; setTimeout(renew, 300); };
    fetch(location.href, { method: "HEAD" }).then(() => location.reload(), again);
  }

  function show(next) {
    if (!next.building && next.version !== shown) {
      renew();
      return;
    }
    const before = JSON.stringify(state.problem);
    const now = JSON.stringify(next.problem);
    state = next;
    dress();
    host.lang = next.words.lang;
    close.textContent = next.words.close;
    reopen.textContent = next.words.open;
    tellLater(next.building ? next.words[next.problem ? "changed" : "building"] : "", 600);
    if (now === before) return;
    if (next.problem) drawProblem(next.problem);
    const closed = next.problem && remember() === now;
    panel.hidden = !next.problem || closed;
    reopen.hidden = !closed;
    tell("");
    said.textContent = next.problem && !closed ? next.problem.title : "";
    if (!next.problem) remember("");
  }

  function shut() {
    remember(JSON.stringify(state.problem));
    panel.hidden = true;
    reopen.hidden = false;
    tell(note.textContent);
    said.textContent = "";
    reopen.focus();
  }

  close.addEventListener("click", shut);
  reopen.addEventListener("click", () => {
    remember("");
    panel.hidden = false;
    reopen.hidden = true;
    tell(note.textContent);
    close.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !panel.hidden) shut();
  });
  new MutationObserver(dress).observe(document.body, { attributeFilter: ["data-md-color-scheme"] });

  // A browser opens six connections to a host, and no more: a page that nobody sees gives its own back.
  let stream = null;
  let retry = 0;

  function leave() {
    clearTimeout(retry);
    stream?.close();
    stream = null;
  }

  function listen() {
    if (stream || document.visibilityState === "hidden") return;
    const own = new EventSource(new URL("events", folder));
    stream = own;
    own.onmessage = (event) => show(JSON.parse(event.data));
    own.onerror = () => {
      if (state.words.lost && !waiting) tellLater(state.words.lost, 2500);
      if (own.readyState !== EventSource.CLOSED) return;
      leave();
      retry = setTimeout(listen, 1000);
    };
  }

  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : listen()));
  addEventListener("pagehide", leave);
  addEventListener("pageshow", listen);
  listen();
})();
