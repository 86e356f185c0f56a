/* Finding by names, by pinyin and initials, in either script, and by what brands say they do. Loaded when somebody
   searches; the dialog is in search.js, what is read here is made by views/search. */
window.showcaseFind = (root, load) => {
  "use strict";

  const far = 255;
  const few = 3; // Brands that have all of what is looked for: below that, others come near.
  // How near a word is to what was found; the sum over all words orders the brands, the least first.
  const near = { same: 0, start: 1, soundStart: 2, within: 3, soundWithin: 4, inSyllable: 6, agency: 20, area: 22, region: 24, told: 30, served: 40 };
  const variants = new Map();
  const readings = []; // Of each character that has any, by its number.
  const numbers = new Map(); // Characters to numbers, for a list is faster than a map ten thousand times over.
  const brands = [];
  const groups = { agencies: [], areas: [], pages: [] };
  const byKey = { agencies: new Map(), areas: new Map() };
  let total = 0;
  let shards = 1; // Scripts of what brands say, by pairs of characters.
  let perScript = 1; // Brands of which one script has the lines.
  let blocks = 0;

  const folded = new Map();
  const foldChar = (char) => {
    if (!folded.has(char)) {
      const plain = char.normalize("NFKC").toLowerCase();
      const one = Array.from(plain).length === 1 ? plain : char;
      folded.set(char, variants.get(one) ?? one);
    }
    return folded.get(char);
  };
  const fold = (text) => {
    let plain = "";
    for (const char of text) plain += folded.get(char) ?? foldChar(char);
    return plain;
  };
  const numberOf = (char) => numbers.get(char) ?? numbers.set(char, numbers.size).get(char);
  const spell = (plain) => {
    const chars = [];
    for (const char of plain) chars.push(numbers.get(char) ?? numberOf(char));
    return chars;
  };
  const soundOf = (text) => ({ text, folded: fold(text) });

  // --- What is read.

  const take = (block) => {
    if (block.variants !== undefined) {
      for (const group of block.variants.split(" ")) for (const char of group) variants.set(char, [...group][0]);
      for (const [syllable, chars] of Object.entries(block.readings)) {
        for (const char of chars) (readings[numberOf(char)] ??= []).push(syllable);
      }
      ({ total, shards, lines: perScript } = block);
      groups.pages = block.pages.map(([url, title, isNews]) => ({ ...soundOf(title), url, isNews }));
    }
    const own = { agencies: [], areas: [] };
    for (const kind of ["agencies", "areas"]) {
      own[kind] = block[kind].map(([key, name, region = "", short = ""]) => {
        if (!byKey[kind].has(key)) {
          const one = { ...soundOf(name), url: `${kind}/${key}/`, count: 0, region: region && soundOf(region), short: short && soundOf(short) };
          byKey[kind].set(key, one);
          groups[kind].push(one);
        }
        return byKey[kind].get(key);
      });
    }
    const slugs = block.slugs.split("\n");
    if (!block.agency.length) return;
    const plain = fold(block.names).split("\n");
    block.names.split("\n").forEach((text, place) => {
      const agency = own.agencies[block.agency[place]];
      const area = own.areas[block.area[place]];
      agency.count++;
      area.count++;
      brands.push({ text, folded: plain[place], chars: undefined, place: brands.length, slug: slugs[place], agency, area });
    });
  };
  let first;
  const begin = () => (first ??= load(`${root}search/names-0.js`).then(() => {
    take(window.showcaseNames[blocks++]);
  }).catch((error) => {
    first = undefined;
    throw error;
  }));
  // The blocks after the first, each told of; results come with the first already.
  const proceed = async (tell) => {
    while (brands.length < total) {
      const number = blocks;
      await load(`${root}search/names-${number}.js`);
      if (number !== blocks) return;
      take(window.showcaseNames[blocks++]);
      tell();
    }
  };

  // --- How a word sounds: each character by itself, by its pinyin, or by the first letters of it.

  const isLatin = (word) => /[a-z]/.test(word);
  const makeEar = (word) => {
    const letters = Array.from(word, (char) => numbers.get(char));
    const steps = []; // Of a character and a place in the word: the places in the word after it.
    const stepsOf = (char, at) => {
      const row = (steps[char] ??= []);
      if (row[at]) return row[at];
      const found = new Set();
      if (letters[at] === char) found.add(at + 1);
      for (const syllable of readings[char] ?? []) {
        if (word.startsWith(syllable, at)) found.add(at + syllable.length);
        else if (syllable.startsWith(word.slice(at))) found.add(word.length);
        if (syllable[0] === word[at]) found.add(at + (/^[zcs]h/.test(syllable) && word[at + 1] === "h" ? 2 : 1));
      }
      return (row[at] = [...found]);
    };
    const hear = (chars, place, at) => {
      if (at >= word.length) return place;
      if (place === chars.length) return 0;
      for (const next of stepsOf(chars[place], at)) {
        const end = hear(chars, place + 1, next);
        if (end) return end;
      }
      return 0;
    };
    // From within a syllable on, whole syllables alone: "heli" of "zheliban".
    const hearWhole = (chars, place, at) => {
      if (at >= word.length) return true;
      if (place === chars.length) return false;
      return (readings[chars[place]] ?? []).some((syllable) =>
        syllable.startsWith(word.slice(at)) || (word.startsWith(syllable, at) && hearWhole(chars, place + 1, at + syllable.length)));
    };
    const tails = [];
    const tailsOf = (char) => (tails[char] ??= (readings[char] ?? []).flatMap((syllable) => {
      const found = syllable.indexOf(word, 1) > 0 ? [word.length] : [];
      for (let cut = 1; cut < syllable.length; cut++) if (word.startsWith(syllable.slice(cut))) found.push(syllable.length - cut);
      return found;
    }));
    // How near the word is, and where it begins and ends among the characters.
    return (one) => {
      const chars = (one.chars ??= spell(one.folded));
      for (let place = 0; place < chars.length; place++) {
        if (!stepsOf(chars[place], 0).length) continue;
        const end = hear(chars, place, 0);
        if (end) return [place ? near.soundWithin : end === chars.length ? near.start : near.soundStart, place, end];
      }
      for (let place = 0; place < chars.length; place++) {
        for (const at of tailsOf(chars[place])) if (hearWhole(chars, place + 1, at)) return [near.inSyllable, 0, 0];
      }
      return undefined;
    };
  };
  const makeMatch = (word) => {
    const ear = isLatin(word) ? makeEar(word) : () => undefined;
    return (one) => {
      const at = one.folded.indexOf(word);
      if (at >= 0) return at ? near.within : one.folded.length === word.length ? near.same : near.start;
      return ear(one)?.[0] ?? far;
    };
  };
  // How near a word is to every name, agency, area and page: kept, for a search asks again once the words are heard.
  const kept = new Map();
  const compare = (word) => {
    if (kept.get(word)?.count === brands.length) return kept.get(word);
    const match = makeMatch(word);
    const others = new Map();
    for (const one of [...groups.agencies, ...groups.areas, ...groups.pages]) {
      others.set(one, Math.min(match(one), one.short ? match(one.short) : far));
    }
    const regions = new Map();
    for (const { region } of groups.agencies) if (region && !regions.has(region.text)) regions.set(region.text, match(region));
    const compared = { count: brands.length, names: Uint8Array.from(brands, match), others, regions };
    if (kept.size > 20) kept.clear();
    kept.set(word, compared);
    return compared;
  };

  // --- Searching.

  const split = (query) => [...new Set(fold(query).split(/\s+/).filter(Boolean))];
  const pairsOf = (word) => (word.match(/[\p{L}\p{N}]{2,}/gu) ?? []).flatMap((run) => {
    const chars = Array.from(run);
    return chars.slice(1).map((char, place) => chars[place] + char);
  }).slice(0, 16);

  const said = new Map(); // Of each pair that was asked for: the brands that say it, and whether of their services alone.
  const listen = async (pairs) => {
    const wanted = pairs.filter((pair) => !said.has(pair)).map((pair) => {
      const [one, other] = Array.from(pair, (char) => char.codePointAt(0));
      return [pair, (one * 31 + other) % shards];
    });
    await Promise.all([...new Set(wanted.map(([, shard]) => shard))].map((shard) => load(`${root}search/words-${shard}.js`)));
    for (const [pair, shard] of wanted) {
      let number = 0;
      said.set(pair, new Map((window.showcaseWords[shard][pair] ?? []).map((step) => {
        number += step;
        return [number >> 1, number & 1 ? near.served : near.told];
      })));
    }
  };
  const toldOf = (word) => {
    const pairs = pairsOf(word);
    const each = pairs.map((pair) => said.get(pair));
    if (!each.length || each.some((one) => !one?.size)) return new Map();
    each.sort((a, b) => a.size - b.size);
    const found = new Map();
    for (const [place, how] of each[0]) {
      let most = how;
      for (const one of each) most = Math.max(most, one.get(place) ?? far);
      if (most < far) found.set(place, most);
    }
    return found;
  };

  // They stand in listing order already: sorting ten thousand takes longer than finding them.
  const order = (found) => {
    const steps = new Map();
    for (const one of found) steps.has(one.near) ? steps.get(one.near).push(one) : steps.set(one.near, [one]);
    return [...steps].sort(([a], [b]) => a - b).flatMap(([, one]) => one);
  };
  const rank = (words) => {
    const tests = words.map((word) => {
      const { names, others, regions } = compare(word);
      const told = toldOf(word);
      const besides = new Map(); // Of an agency or an area: how near it brings its brands.
      for (const one of groups.agencies) {
        const isRegion = one.region && regions.get(one.region.text) < near.inSyllable;
        besides.set(one, others.get(one) < near.inSyllable ? near.agency : isRegion ? near.region : far);
      }
      for (const one of groups.areas) besides.set(one, others.get(one) < near.inSyllable ? near.area : far);
      return (brand) => names[brand.place] < far ? names[brand.place]
        : Math.min(besides.get(brand.agency), besides.get(brand.area), told.get(brand.place) ?? far);
    });
    const found = [];
    for (const brand of brands) {
      let sum = 0;
      let worst = 0;
      for (const test of tests) {
        worst = Math.max(worst, test(brand));
        if (worst === far) break;
        sum += test(brand);
      }
      if (worst < far) found.push({ brand, near: sum, isNeed: worst >= near.served });
    }
    return order(found);
  };
  // Where hardly anything has all of it: brands that have parts of it, of two characters each; the fewer have a part, the
  // more it says. Words of asking say nothing, and letters are no words yet.
  const asking = "我要 我想 怎么 怎样 如何 哪里 哪儿 什么 可以 需要 没有 一下 请问";
  const approach = (words, exact) => {
    const empty = split(asking);
    const pairs = [...new Set(words.flatMap(pairsOf))].filter((pair) => !empty.includes(pair) && !/[a-z]/.test(pair));
    const has = (one, pair) => one?.folded?.includes(pair);
    const scores = new Float64Array(brands.length);
    const hows = new Uint8Array(brands.length);
    for (const pair of pairs) {
      const besides = new Set([...groups.agencies, ...groups.areas].filter((one) => has(one, pair) || has(one.region, pair)));
      const told = said.get(pair) ?? new Map();
      const held = [];
      for (const brand of brands) {
        const how = has(brand, pair) || besides.has(brand.agency) || besides.has(brand.area) ? near.agency : told.get(brand.place);
        if (how) held.push([brand.place, how]);
      }
      for (const [place, how] of held) {
        scores[place] += Math.log((brands.length + 1) / held.length);
        hows[place] = Math.max(hows[place], how);
      }
    }
    for (const { brand } of exact) scores[brand.place] = 0;
    const best = scores.reduce((most, one) => Math.max(most, one), 0);
    return brands.filter(({ place }) => scores[place] && scores[place] * 2 >= best)
      .sort((a, b) => scores[b.place] - scores[a.place] || hows[a.place] - hows[b.place]).slice(0, 40)
      .map((brand) => ({ brand, isNeed: hows[brand.place] >= near.served }));
  };
  const pick = (kind, words) => {
    const compared = words.map((word) => compare(word).others);
    return groups[kind].map((one) => [compared.reduce((sum, others) => sum + others.get(one), 0), one])
      .filter(([sum]) => sum < near.inSyllable).sort(([a], [b]) => a - b).map(([, one]) => one);
  };

  /** What is known at once; complete once the words have been heard. */
  const search = (query) => {
    const words = split(query).slice(0, 8);
    const found = words.length ? rank(words) : [];
    const isHeard = words.flatMap(pairsOf).every((pair) => said.has(pair));
    const isFew = found.length < few && !(found[0]?.near < near.agency);
    return {
      words, found, isHeard, close: isHeard && isFew ? approach(words, found) : [],
      agencies: pick("agencies", words), areas: pick("areas", words), pages: pick("pages", words),
    };
  };
  const hear = (query) => listen(split(query).slice(0, 8).flatMap(pairsOf));

  /** Slogan, colour, summary, service items and tags of a brand, if they were fetched. */
  const linesOf = ({ place }) => window.showcaseLines?.[Math.floor(place / perScript)]?.[place % perScript];
  const fetchLines = (wanted) => Promise.all([...new Set(wanted.map(({ place }) => Math.floor(place / perScript)))]
    .map((number) => load(`${root}search/lines-${number}.js`)));

  /** The parts of a text, each with whether it was looked for. */
  const mark = (text, words) => {
    const chars = Array.from(text);
    const whole = fold(text);
    const isHit = new Array(chars.length).fill(false);
    const hit = (from, to) => isHit.fill(true, from, to);
    const placeOf = (at) => Array.from(whole.slice(0, at)).length;
    for (const word of words) {
      const length = Array.from(word).length;
      let at = whole.indexOf(word);
      if (at >= 0) for (; at >= 0; at = whole.indexOf(word, at + word.length)) hit(placeOf(at), placeOf(at) + length);
      else if (isLatin(word)) {
        const [, from, to] = makeEar(word)({ folded: whole }) ?? [];
        hit(from ?? 0, to ?? 0);
      } else for (const pair of pairsOf(word)) {
        for (at = whole.indexOf(pair); at >= 0; at = whole.indexOf(pair, at + 1)) hit(placeOf(at), placeOf(at) + 2);
      }
    }
    const parts = [];
    chars.forEach((char, place) => {
      const last = parts.at(-1);
      if (last && last[1] === isHit[place]) last[0] += char;
      else parts.push([char, isHit[place]]);
    });
    return parts;
  };

  return { begin, proceed, search, hear, linesOf, fetchLines, mark };
};
