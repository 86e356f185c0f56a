/* What the other scripts share: making elements, and loading scripts when they are needed. */
window.showcase.make = (tag, attributes = {}, ...children) => {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) node.setAttribute(name, value);
  node.append(...children);
  return node;
};
window.showcase.load = (() => {
  const loading = new Map();
  /** Loads a script once, from a server or a folder; one that failed may be tried again. */
  return (src) => {
    if (!loading.has(src)) {
      loading.set(src, new Promise((resolve, reject) => {
        const script = window.showcase.make("script", { src });
        script.addEventListener("load", resolve);
        script.addEventListener("error", () => {
          loading.delete(src);
          script.remove();
          reject(new Error(src));
        });
        document.head.append(script);
      }));
    }
    return loading.get(src);
  };
})();
