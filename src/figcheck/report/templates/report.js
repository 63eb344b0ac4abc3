"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector, root = document) => root.querySelector(selector);

  // ---- looks: the reader's choice, kept where the browser lets a page from disk keep anything
  const theme = one("#theme");
  const root = document.documentElement;
  const dark = () => root.dataset.theme === "dark" || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  try { root.dataset.theme = localStorage.getItem("figcheck-theme") || ""; } catch { /* not kept */ }
  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    try { localStorage.setItem("figcheck-theme", root.dataset.theme); } catch { /* not kept */ }
  });

  // ---- filters: a row or finding is shown where every choice of its form fits
  const text = new WeakMap();
  const words = (item) => {
    if (!text.has(item)) text.set(item, item.textContent.toLowerCase());
    return text.get(item);
  };
  const chosen = (form) => {
    const boxes = all("input[type=checkbox]", form);
    const severities = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const selects = all("select", form).filter((select) => select.value);
    const asked = one("input[type=search]", form).value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    return (item) =>
      (!boxes.length || severities.has(item.dataset.severity)) &&
      selects.every((select) => item.dataset[select.name] === select.value) &&
      (!asked.length || asked.every((word) => words(item).includes(word)));
  };
  const apply = (form) => {
    const items = all("." + form.dataset.for);
    const fits = chosen(form);
    let count = 0;
    for (const item of items) {
      const fit = fits(item);
      item.hidden = !fit;
      count += fit;
    }
    for (const section of all(".severity")) section.hidden = !one(".finding:not([hidden])", section);
    const output = one("output", form);
    output.textContent = output.dataset.say.replace("%1", count).replace("%2", items.length);
    one(`.none[data-for=${form.dataset.for}]`).hidden = count > 0;
  };
  for (const form of all("form.filters")) {
    form.hidden = false;
    let waiting = 0;
    form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(apply, 80, form); });
    form.addEventListener("submit", (event) => event.preventDefault());
    apply(form);
  }

  // ---- the table: sorted by a column, numbers as numbers
  const collator = new Intl.Collator(root.lang, { numeric: true });
  const compare = (a, b) => {
    const numbers = Number(a) - Number(b);
    return a !== "" && b !== "" && !Number.isNaN(numbers) ? numbers : collator.compare(a, b);
  };
  const key = (row, column) => row.cells[column].dataset.key ?? row.cells[column].textContent;
  for (const button of all(".sort")) {
    button.disabled = false;
    button.addEventListener("click", () => {
      const head = button.parentElement;
      const up = head.getAttribute("aria-sort") !== "ascending";
      for (const other of all("[aria-sort]", head.parentElement)) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", up ? "ascending" : "descending");
      const body = head.closest("table").tBodies[0];
      const keyed = [...body.rows].map((row) => [key(row, head.cellIndex), row]);
      keyed.sort((a, b) => (up ? compare(a[0], b[0]) : compare(b[0], a[0])));
      body.append(...keyed.map((pair) => pair[1]));
    });
  }

  // ---- links: what they lead to is opened, and shown even where a filter hides it
  const reveal = () => {
    const target = location.hash.length > 1 && document.getElementById(location.hash.slice(1));
    if (!target) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    for (let item = target; item; item = item.parentElement) item.hidden = false;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) setTimeout(reveal);
  });
  reveal();

  // ---- the question to the reporter
  const copy = async (button) => {
    const asked = one("pre", button.parentElement);
    try { await navigator.clipboard.writeText(asked.textContent); } catch {
      getSelection().selectAllChildren(asked);
      document.execCommand("copy");
    }
    const said = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = said; }, 1500);
  };
  for (const button of all(".copy")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }

  // ---- keys, where nobody is typing
  const current = () => document.activeElement.closest(".finding");
  const step = (by) => {
    const shown = all(".finding:not([hidden])");
    const at = shown.indexOf(current());
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : at + by];
    if (!next) return;
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  };
  const keys = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => one(".filters input[type=search]")?.focus(),
    c: () => {
      const ask = current() && one(".ask", current());
      if (!ask) return;
      ask.open = true;
      copy(one(".copy", ask));
    },
  };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    if (!(event.key in keys)) return;
    event.preventDefault();
    keys[event.key]();
  });

  // ---- paper: all is open
  let closed = [];
  addEventListener("beforeprint", () => { closed = all("details.folio:not([open]), details.settled:not([open])"); for (const folio of closed) folio.open = true; });
  addEventListener("afterprint", () => { for (const folio of closed) folio.open = false; });
})();
