/* A picture of a brand to save and hand on: WeChat shows its own card to pages with a signing server alone. It is drawn when it is
   asked for, with the fonts of the visitor's machine; this script is loaded then. */
window.showcasePicture = (() => {
  "use strict";

  const [WIDTH, HEIGHT, EDGE, COVER] = [900, 1200, 72, 400];
  const { make, said } = window.showcase;
  const find = (selector) => document.querySelector(selector);
  const read = (selector) => find(selector)?.innerText.trim().replace(/\s+/g, " ") ?? "";

  /** A drawing of the page as a picture; nothing where the browser makes none of it. */
  const load = (src) => new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = src;
  });
  const STYLED = ["fill", "stroke", "stroke-opacity", "font-family", "font-weight", "letter-spacing", "text-anchor"];
  /** The same with a drawing of the page; `styled` are the parts of it that have their looks from the stylesheet. */
  const loadDrawing = (drawing, width, height, styled) => {
    const copy = drawing.cloneNode(true);
    if (styled) {
      const copies = copy.querySelectorAll(styled);
      drawing.querySelectorAll(styled).forEach((part, place) => {
        const looks = getComputedStyle(part);
        for (const name of STYLED) copies[place].setAttribute(name, looks.getPropertyValue(name));
      });
    }
    copy.setAttribute("width", width);
    copy.setAttribute("height", height);
    return load(`data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(copy))}`);
  };
  const loadFace = () => {
    const seal = find(".mast__face .seal");
    const logo = find(".mast__face .logo");
    // A picture from a disk would keep the browser from giving out what it was drawn into.
    return seal ? loadDrawing(seal, 220, 220, ".rim, text") : logo && location.protocol !== "file:" ? load(logo.currentSrc || logo.src) : undefined;
  };

  const wrap = (pen, text, width, most) => {
    const lines = [""];
    for (const part of text.match(/[\x21-\x7e]+|./gu) ?? []) {
      if (pen.measureText(lines.at(-1) + part).width > width && !/^[，。、；：！？）」』”]$/.test(part)) lines.push("");
      lines[lines.length - 1] += part;
    }
    if (lines.length > most) lines[most - 1] = `${lines[most - 1].slice(0, -1)}…`;
    return lines.slice(0, most);
  };
  const write = (pen, text, top, { font, color, lead, most, width = WIDTH - 2 * EDGE }) => {
    pen.font = font;
    pen.fillStyle = color;
    for (const line of wrap(pen, text, width, most)) {
      pen.fillText(line.trim(), EDGE, top + lead * .75);
      top += lead;
    }
    return top;
  };
  const round = (pen, left, top, side, radius, color) => {
    pen.beginPath();
    pen.roundRect(left, top, side, side, radius);
    pen.fillStyle = color;
    pen.fill();
  };

  const draw = async () => {
    const canvas = make("canvas", { width: WIDTH, height: HEIGHT });
    const pen = canvas.getContext("2d");
    const style = getComputedStyle(find("article.brand"));
    const [song, hei] = ["--song", "--hei"].map((name) => getComputedStyle(document.documentElement).getPropertyValue(name));
    const [cover, seal, deep] = ["--c", "--s", "--bd"].map((name) => style.getPropertyValue(name).trim());
    const code = find("#supervision .qr");
    const [scene, face, square] = await Promise.all([
      loadDrawing(find(".mast .cover"), 1200, 420), loadFace(), code && loadDrawing(code, 200, 200),
    ]);
    pen.fillStyle = "#faf8f4";
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    pen.fillStyle = cover;
    pen.fillRect(0, 0, WIDTH, COVER);
    if (scene) pen.drawImage(scene, 1200 - WIDTH * 420 / COVER, 0, WIDTH * 420 / COVER, 420, 0, 0, WIDTH, COVER);
    round(pen, EDGE - 12, COVER - 132, 244, 40, "#faf8f4");
    if (find(".mast__face .logo") && face) {
      const size = Math.min(196 / face.width, 196 / face.height);
      const [wide, high] = [face.width * size, face.height * size];
      round(pen, EDGE, COVER - 120, 220, 32, "#fff");
      pen.drawImage(face, EDGE + (220 - wide) / 2, COVER - 120 + (220 - high) / 2, wide, high);
    } else {
      round(pen, EDGE, COVER - 120, 220, 32, seal);
      if (face) pen.drawImage(face, EDGE, COVER - 120, 220, 220);
    }
    let size = 76;
    do pen.font = `700 ${size -= 4}px ${song}`; while (size > 48 && pen.measureText(read(".mast h1")).width > WIDTH - 2 * EDGE);
    let top = write(pen, read(".mast h1"), COVER + 132, { font: pen.font, color: "#1c2230", lead: size + 20, most: 2 });
    top = write(pen, read(".mast__slogan"), top + 4, { font: `500 38px ${song}`, color: deep, lead: 58, most: 2 });
    top = write(pen, read(".mast__by"), top + 6, { font: `400 26px ${hei}`, color: "#566072", lead: 42, most: 2 });
    write(pen, read(".brand .summary"), top + 22, { font: `400 28px ${hei}`, color: "#1c2230", lead: 46, most: Math.max(1, Math.floor((900 - top) / 46)) });
    const foot = HEIGHT - EDGE - 190;
    pen.fillStyle = "#e4dfd5";
    pen.fillRect(EDGE, foot - 24, WIDTH - 2 * EDGE, 2);
    if (square) {
      round(pen, WIDTH - EDGE - 190, foot + 14, 190, 12, "#fff");
      pen.drawImage(square, WIDTH - EDGE - 180, foot + 24, 170, 170);
    }
    top = write(pen, read(".mark"), foot + 44, { font: `700 34px ${song}`, color: "#1c2230", lead: 52, most: 1, width: 520 });
    const told = square ? read("#supervision figcaption") : location.protocol === "file:" ? "" : location.host;
    write(pen, told, top, { font: `400 24px ${hei}`, color: "#566072", lead: 40, most: 2, width: 520 });
    return canvas;
  };

  const showIn = (tag, address) => {
    const name = `${read(".mast h1")}.png`;
    const done = make(tag === "dialog" ? "form" : "p", { class: "leave__acts", method: tag === "dialog" ? "dialog" : undefined },
      make("a", { href: address, download: name }, said.download));
    if (tag === "dialog") done.append(make("button", {}, said.close));
    const picture = make("img", { src: address, width: WIDTH, height: HEIGHT, alt: said.pictureOf.replace("#", read(".mast h1")) });
    return make(tag, { class: "leave leave--picture", "aria-labelledby": "picture-head" },
      make("h2", { id: "picture-head", tabindex: "-1" }, said.picture), make("p", {}, said.hold), picture, done);
  };

  /** Shows the picture: in a dialog, or in the elder mode, where nothing may pop up, as a part of the page. */
  return async (opener) => {
    const address = (await draw()).toDataURL("image/png");
    document.querySelector(".leave--picture")?.remove();
    if (document.documentElement.classList.contains("elder") || !window.HTMLDialogElement) {
      const part = showIn("div", address);
      find(".mast").after(part);
      part.querySelector("h2").focus();
      return;
    }
    const dialog = showIn("dialog", address);
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => {
      dialog.remove();
      opener.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };
})();
