/* The elder mode (长辈版): its switch in the header, its bar of tools, reading aloud. Its state are classes of <html>: "elder",
   the step of the type, such as "size-1", and the colours, such as "tone-dark". partials/javascripts/base.html puts them
   there before anything is painted. */
(() => {
  "use strict";

  const KEY = "showcase.elder";
  const LARGEST = 3;
  const TONES = { light: "白底黑字", dark: "黑底白字", amber: "黑底黄字" };
  const root = document.documentElement;
  const state = root.classList;
  const read = (prefix) => [...state].find((name) => name.startsWith(prefix))?.slice(prefix.length);
  const isOn = () => state.contains("elder");
  const switcher = document.querySelector(".elder-switch");

  let isKept = true;
  const keep = () => {
    try {
      localStorage.setItem(KEY, [...state].filter((name) => /^(elder$|size-|tone-)/.test(name)).join(" "));
    } catch {
      isKept = false; // Where nothing may be remembered, links carry the mode from page to page.
    }
  };
  const write = (prefix, value) => {
    for (const name of [...state]) if (name.startsWith(prefix)) state.remove(name);
    state.add(prefix + value);
    keep();
  };
  const withMode = (url, mode) => {
    const address = new URL(url);
    address.searchParams.delete("elder");
    if (mode) address.searchParams.set("elder", mode);
    return address.href;
  };

  const forget = () => {
    try {
      history.replaceState(history.state, "", withMode(location));
    } catch {
      // A page opened as a file may not change its address.
    }
  };

  const { make } = window.showcase;
  const makeButton = (text, click) => {
    const button = make("button", { type: "button" }, text);
    button.addEventListener("click", click);
    return button;
  };
  const label = (button, short, long) => {
    button.replaceChildren(short, make("span", { class: "elder-bar__long" }, long));
  };

  // --- Reading aloud, passage by passage. To pause is to be silent and to begin the passage anew: the browsers of some
  // telephones take a paused voice for an ended one. Only voices of the device: others send what they read to somebody.

  const speech = window.speechSynthesis;
  const findVoice = () => {
    const voices = speech?.getVoices().filter((one) => /^(zh|cmn)/i.test(one.lang) && one.localService !== false) ?? [];
    return voices.find((one) => /cn|hans/i.test(one.lang)) ?? voices[0];
  };
  const SILENT = "nav, form, button, select, svg, script, style, noscript, [aria-hidden=true], .tools, .leave, .visually-hidden";
  let passages = [];
  let place = -1;
  let spoken; // What is being said; held, since Chromium forgets to end what nobody holds.
  let marked;

  const gatherPassages = () => {
    const found = [];
    const walker = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
    for (let node; (node = walker.nextNode());) {
      const words = node.data.replace(/\s+/g, " ");
      let block = node.parentElement;
      if (!words.trim() || block.closest(SILENT) || !block.checkVisibility?.({ visibilityProperty: true })) continue;
      while (getComputedStyle(block).display.startsWith("inline")) block = block.parentElement;
      if (found.at(-1)?.block === block) found.at(-1).words += words;
      else found.push({ block, words });
    }
    // Long ones by sentences: some voices fall silent in the middle of a long text.
    return found.flatMap(({ block, words }) => words.trim().match(/.{1,80}[。！？；]?|.+?$/gs).map((part) => ({ block, words: part })));
  };
  const mark = (block) => {
    marked?.classList.remove("reading");
    marked = block;
    block?.classList.add("reading");
    const box = block?.getBoundingClientRect();
    if (box && (box.top < 0 || box.bottom > innerHeight * .85)) block.scrollIntoView({ block: "center" });
  };
  const silence = () => {
    spoken = undefined;
    speech?.cancel();
  };
  const stop = () => {
    silence();
    mark();
    place = -1;
    draw();
  };
  const say = () => {
    const passage = passages[place];
    if (!passage) return stop();
    mark(passage.block);
    const words = new SpeechSynthesisUtterance(passage.words);
    words.voice = findVoice();
    words.lang = words.voice?.lang ?? "zh-CN";
    words.rate = .9;
    words.onend = words.onerror = (event) => {
      if (words !== spoken) return; // It was silenced.
      if (event.type === "error") return stop();
      place += 1;
      say();
    };
    spoken = words;
    speech.speak(words);
  };
  const readAloud = () => {
    if (spoken) silence();
    else {
      if (place < 0) {
        passages = gatherPassages();
        place = Math.max(0, passages.findIndex(({ block }) => block.getBoundingClientRect().bottom > 0));
      }
      say();
    }
    draw();
  };

  // --- The bar.

  const zoom = (step) => {
    const size = Number(read("size-") ?? 0);
    write("size-", Math.min(LARGEST, Math.max(0, size + step)));
    draw();
  };
  const recolour = () => {
    const names = Object.keys(TONES);
    write("tone-", names[(names.indexOf(toneNow()) + 1) % names.length]);
    draw();
    said.textContent = TONES[toneNow()];
  };
  const toneNow = () => read("tone-") ?? (document.body.dataset.mdColorScheme === "slate" ? "dark" : "light");

  const smaller = makeButton("", () => zoom(-1));
  const larger = makeButton("", () => zoom(1));
  const tone = makeButton("", recolour);
  const aloud = makeButton("", readAloud);
  const end = makeButton("停止", stop);
  const leave = makeButton("", () => turn(false));
  const said = make("p", { class: "visually-hidden", role: "status" });
  const bar = make("section", { class: "elder-bar", "aria-label": "长辈版工具" }, smaller, larger, tone, aloud, end, leave, said);
  label(smaller, "A−", "小字");
  label(larger, "A+", "大字");
  label(leave, "退出", "长辈版");

  const draw = () => {
    const size = Number(read("size-") ?? 0);
    smaller.setAttribute("aria-disabled", size === 0);
    larger.setAttribute("aria-disabled", size === LARGEST);
    label(tone, "配色", `：${TONES[toneNow()]}`);
    const isReading = place >= 0;
    aloud.textContent = spoken ? "暂停" : isReading ? "继续" : "朗读";
    aloud.hidden = !isReading && !findVoice();
    end.hidden = !isReading;
    bar.classList.toggle("elder-bar--reading", isReading);
  };
  const turn = (on) => {
    state.toggle("elder", on);
    keep();
    forget();
    if (!on) stop();
    show();
    scrollTo(0, 0);
    switcher?.focus({ preventScroll: true });
  };
  const show = () => {
    if (!isOn()) return bar.remove();
    draw();
    document.body.append(bar);
  };

  switcher?.addEventListener("click", () => turn(!isOn()));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape" && place >= 0) stop(); });
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!isKept && isOn() && link?.origin === location.origin && !link.hash) link.href = withMode(link.href, "1");
  });
  addEventListener("pagehide", silence);
  if (speech) speech.onvoiceschanged = () => draw();
  if (/[?&]elder=/.test(location.search)) {
    keep();
    if (isKept) forget();
  }
  show();
})();
