"use strict";
// The page works without this script. It stands in the head, so that the chosen theme applies to the first paint.
(() => {
  const root = document.documentElement;
  const key = "actfig-theme";
  const dark = "(prefers-color-scheme: dark)";
  const read = () => {
    try {
      const stored = localStorage.getItem(key);
      return stored === "light" || stored === "dark" ? stored : "system";
    } catch {
      return "system";
    }
  };
  let theme = read();

  // The media queries of pictures follow the system. They are replaced while another theme is chosen.
  const queries = new WeakMap();
  const adapt = (source, theme) => {
    const query = queries.get(source) ?? source.media;
    if (!query.includes(dark)) return;
    queries.set(source, query);
    const media = theme === "system" ? query : theme === "dark" ? query.replace(dark, "all") : "not all";
    if (source.media !== media) source.media = media;
  };
  const show = (theme) => {
    if (theme === "system") delete root.dataset.theme;
    else root.dataset.theme = theme;
    for (const source of document.querySelectorAll("source")) adapt(source, theme);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes) if (node.nodeName === "SOURCE") adapt(node, theme);
  });
  root.classList.add("scripted");
  show(theme);
  if (theme !== "system") observer.observe(root, { childList: true, subtree: true });

  addEventListener("DOMContentLoaded", () => {
    observer.disconnect();
    show(theme);
    const find = (selector, within = document) => within.querySelector(selector);
    const element = (name, properties = {}, ...children) => {
      const made = Object.assign(document.createElement(name), properties);
      made.append(...children);
      return made;
    };

    // MARK: Theme
    const radios = [...document.querySelectorAll(".themes input")];
    const check = () => radios.forEach((radio) => { radio.checked = radio.value === theme; });
    check();
    for (const radio of radios) {
      radio.addEventListener("change", () => {
        theme = radio.value;
        show(theme);
        try {
          if (theme === "system") localStorage.removeItem(key);
          else localStorage.setItem(key, theme);
        } catch { /* The choice lasts as long as the page. */ }
      });
    }
    addEventListener("storage", () => { theme = read(); show(theme); check(); });
    addEventListener("beforeprint", () => show("light"));
    addEventListener("afterprint", () => show(theme));

    // MARK: Contents and filter
    const contents = find(".bar details");
    if (contents) {
      const close = () => { contents.open = false; };
      contents.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
      contents.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !contents.open) return;
        close();
        find("summary", contents).focus();
      });
      contents.addEventListener("focusout", (event) => {
        if (event.relatedTarget && !contents.contains(event.relatedTarget)) close();
      });
      document.addEventListener("click", (event) => { if (!contents.contains(event.target)) close(); });
    }
    const cards = [...document.querySelectorAll("article")];
    const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const field = find(".filter input");
    if (field) {
      const status = find("[role=status]");
      const links = new Map([...document.querySelectorAll(".bar li")].map((item) => [find("a", item).hash.slice(1), item]));
      const texts = new Map(cards.map((card) =>
        [card, fold(card.id + " " + find(".picture", card).getAttribute("href") + " " + find("figcaption", card).textContent)]));
      const filter = () => {
        const words = fold(field.value).split(/\s+/).filter(Boolean);
        let count = 0;
        for (const card of cards) {
          card.hidden = !words.every((word) => texts.get(card).includes(word));
          if (links.has(card.id)) links.get(card.id).hidden = card.hidden;
          if (!card.hidden) count += 1;
        }
        status.textContent = !words.length ? "" : count ? count + " of " + cards.length : "No figure matches";
        // The list of figures begins below the bar, also if it has become shorter than the place that was in view.
        const top = find("main").getBoundingClientRect().top - find(".bar").offsetHeight;
        if (top < 0) scrollBy({ top, behavior: "instant" });
      };
      field.addEventListener("input", filter);
      // A browser may restore the word of an earlier visit.
      if (field.value) filter();
    }

    // MARK: Recipes
    document.addEventListener("toggle", (event) => {
      const code = event.target.open && find("pre", event.target);
      if (!code || find("button", event.target)) return;
      const id = event.target.closest("article").id;
      const name = id.startsWith("f-") ? id.slice(2) : "figure";
      const copy = element("button", { type: "button", textContent: "Copy" });
      copy.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(code.textContent);
          copy.textContent = "Copied";
        } catch {
          getSelection().selectAllChildren(code);
          copy.textContent = document.execCommand("copy") ? "Copied" : "Selected";
        }
        setTimeout(() => { copy.textContent = "Copy"; }, 2000);
      });
      const save = element("button", { type: "button", textContent: "Download" });
      save.addEventListener("click", () => {
        const address = URL.createObjectURL(new Blob([code.textContent + "\n"], { type: "application/json" }));
        element("a", { href: address, download: name + ".json" }).click();
        setTimeout(() => URL.revokeObjectURL(address), 10000);
      });
      if (code.previousElementSibling.nodeName !== "H3") code.before(element("div", { className: "actions" }));
      code.previousElementSibling.append(copy, save);
    }, true);

    // MARK: Enlarged figures
    const heading = element("h2", { id: "enlarged", dir: "auto" });
    const image = element("img");
    const link = element("a", { textContent: "Open the file" });
    const button = (text, action) => {
      const made = element("button", { type: "button", textContent: text });
      made.addEventListener("click", action);
      return made;
    };
    const closing = button("Close", () => dialog.close());
    closing.autofocus = true;
    let shown;
    const area = element("div", { tabIndex: 0 }, image);
    const dialog = element("dialog", {}, element("div", {}, heading, button("Previous", () => turn(-1)),
      button("Next", () => turn(1)), link, closing), area);
    dialog.setAttribute("aria-labelledby", heading.id);
    const enlarge = (card) => {
      shown = card;
      const picture = find("picture", card) ?? find(".picture", card);
      const original = find("img", picture);
      const chosen = [...picture.querySelectorAll("source")].find((source) => matchMedia(source.media).matches) ?? original;
      const [address, size = "1x"] =
        (chosen.getAttribute("srcset") || original.getAttribute("src")).split(", ").at(-1).split(" ");
      const width = Number(chosen.getAttribute("width"));
      const height = Number(chosen.getAttribute("height"));
      const pixels = parseFloat(size) * (size.endsWith("w") ? 1 : width);
      heading.textContent = find("h2", card).firstChild.textContent;
      area.className = ["light-only", "dark-only"].filter((name) => find(".picture", card).classList.contains(name)).join(" ");
      // The figure fills the window where it has the pixels; a figure that is far wider than the window is scrolled instead.
      const fitting = Math.min(area.clientWidth - 32, pixels, Math.max(width, (area.clientHeight - 32) * width / height));
      image.width = fitting < 0.6 * width ? width : fitting;
      image.height = Math.round(image.width * height / width);
      image.alt = original.alt;
      image.src = link.href = address;
      area.scrollTo(0, 0);
    };
    const turn = (step) => {
      const visible = cards.filter((card) => !card.hidden);
      enlarge(visible[(visible.indexOf(shown) + step + visible.length) % visible.length]);
    };
    find("main").addEventListener("click", (event) => {
      const picture = event.target.closest(".picture");
      if (!picture || event.metaKey || event.ctrlKey || event.shiftKey || !dialog.showModal) return;
      event.preventDefault();
      if (!dialog.parentNode) document.body.append(dialog);
      dialog.showModal();
      enlarge(picture.closest("article"));
    });
  });
})();
