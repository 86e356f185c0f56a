/* A notice before a link leaves the site: a dialog; in the elder mode, where nothing may pop up, a part of the page below the
   link. Without script a link is a link. */
(() => {
  "use strict";

  const NOTICE = `<h2 id="leave-head">即将离开本站</h2><p>您要打开的网页不属于本站，内容由对方负责：</p>
    <p class="leave__host"></p><form method="dialog"><button>留在本站</button><a rel="external noopener">继续访问</a></form>`;
  const hosts = [location.hostname, ...(document.currentScript?.dataset.hosts ?? "").split(" ")].filter(Boolean);
  const isOwn = (host) => hosts.some((own) => host === own || host.endsWith(`.${own}`));
  let close = () => {};

  const write = (tag, link) => {
    const notice = window.showcase.make(tag, { class: "leave", role: tag === "div" ? "group" : undefined, "aria-labelledby": "leave-head" });
    notice.innerHTML = NOTICE;
    notice.querySelector(".leave__host").textContent = link.host;
    notice.querySelector("a").href = link.href;
    return notice;
  };
  const ask = (link) => {
    const dialog = write("dialog", link);
    dialog.querySelector("a").addEventListener("click", () => dialog.close());
    dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
    dialog.addEventListener("close", () => {
      dialog.remove();
      link.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };
  const tell = (link) => {
    const notice = write("div", link);
    close = () => {
      notice.remove();
      close = () => {};
    };
    const stay = (event) => {
      event.preventDefault();
      close();
      link.focus();
    };
    notice.querySelector("form").addEventListener("submit", stay);
    notice.addEventListener("keydown", (event) => { if (event.key === "Escape") stay(event); });
    const part = link.closest("p, h1, h2, h3, li, dd, td, figure") ?? link;
    if (part.matches("li, dd, td, figure")) part.append(notice);
    else part.after(notice);
    notice.querySelector("button").focus();
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || link.closest(".leave") || !/^https?:$/.test(link.protocol)) return;
    if (link.hasAttribute("data-here")) {
      const address = new URL(link.href);
      address.searchParams.set("url", location.href);
      link.href = address;
    }
    if (isOwn(link.hostname)) return;
    const isElder = document.documentElement.classList.contains("elder");
    if (!isElder && !window.HTMLDialogElement) return;
    event.preventDefault();
    close();
    (isElder ? tell : ask)(link);
  });
})();
