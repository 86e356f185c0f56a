/* A site that is opened from a disk has no server to find the page of a folder: links and forms name it themselves. */
(() => {
  "use strict";

  if (location.protocol !== "file:") return;
  const complete = (address) => {
    const url = new URL(address, location.href);
    if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
    return url.href;
  };
  const mend = (event) => {
    const link = event.target.closest?.("a[href]");
    if (link && complete(link.href) !== link.href) link.href = complete(link.href);
  };
  for (const kind of ["pointerdown", "focusin", "click"]) document.addEventListener(kind, mend, true);
  document.addEventListener("submit", ({ target }) => { target.action = complete(target.action); }, true);
})();
