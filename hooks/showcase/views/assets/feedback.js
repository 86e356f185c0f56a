/* The form of feedback, filled in with the brand that the visitor comes from; without script it is filled in by hand. */
(() => {
  "use strict";

  const form = document.querySelector("form[data-tell]");
  if (!form) return;
  const given = new URLSearchParams(location.search);
  const { brand, page } = form.elements;
  const [name, slug] = [given.get("brand") ?? "", given.get("page") ?? ""];
  if (!name || !/^[a-z0-9-]{1,64}$/.test(slug)) return;
  brand.value ||= name.slice(0, brand.maxLength);
  const address = new URL(`${form.dataset.tell}${slug}/`, location.href).href;
  const tell = () => { page.value = brand.value === name ? address : ""; };
  brand.addEventListener("input", tell);
  tell();
})();
