// <padu-search>: a search box of the catalogue, on anybody's page.
//
//   library   codes of the libraries to search, with spaces between; without it all of them
//   lang      the language it speaks; else that of the page around it
//   results   "here" shows results below the box; else they open in the catalogue
//   size      how many of them at a time
//   label     what stands above the box
//
// It keeps nothing, asks the catalogue alone, and makes no markup from text, so that it runs under any
// Content-Security-Policy that lets scripts and connections go to the catalogue, with trusted types too.
//
// What is sent has its words, its style sheet and no comments: web/pages/widget_script.py.

const CATALOGUE = new URL(".", import.meta.url);
const WORDS = {} /* words */;
const SHEET = new CSSStyleSheet();
SHEET.replaceSync("" /* style */);

// Milliseconds: after the last letter, and until a catalogue that says nothing counts as one that can't.
const PAUSE = 180;
const PATIENCE = 15000;

const el = (name, attributes, ...children) => {
  const element = document.createElement(name);
  for (const each in attributes) element.setAttribute(each, attributes[each]);
  element.append(...children);
  return element;
};

const draw = (host) => {
  const given = (name) => host.getAttribute(name) ?? "";
  const wanted = host.closest("[lang]")?.lang.split("-")[0];
  const lang = WORDS[wanted] ? wanted : Object.keys(WORDS)[0];
  const [LABEL, HINT, SEARCH, OFFERED, WAIT, FOUND, NONE, THERE, EVERYWHERE, DOWN, ...KINDS] = WORDS[lang];
  const libraries = given("library").split(/[\s,]+/).filter(Boolean);
  // What it is called by itself is all libraries.
  const label = given("label") || (libraries[0] ? SEARCH : LABEL);
  // In the catalogue's digits: Safari has others in Arabic.
  const number = (value) => value.toLocaleString(lang + "-u-nu-latn");
  const asked = {};
  let waiting, active;

  // https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ with a list that completes nothing by itself.
  const input = el("input", {
    id: "q",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": "offers",
    "aria-expanded": false,
    autocomplete: "off",
    enterkeyhint: "search",
    spellcheck: false,
    dir: "auto",
    placeholder: HINT,
  });
  const offers = el("ul", { id: "offers", role: "listbox", "aria-label": label, hidden: "" });
  const form = el(
    "form",
    { role: "search", "aria-label": label },
    el("label", { for: "q" }, label),
    el("div", { class: "row" }, el("div", { class: "box" }, input, offers), el("button", {}, SEARCH)),
  );
  const offered = el("p", { role: "status", class: "quiet" });
  const status = el("p", { role: "status" });
  const results = el("div");

  const link = (text, path, pairs) => {
    const address = new URL(path, CATALOGUE);
    address.search = new URLSearchParams([...pairs, ["lang", lang]]);
    return el("a", { href: address, dir: "auto" }, text);
  };
  const scoped = (pairs) => [...pairs, ...libraries.map((code) => ["f.library", code])];

  // What the catalogue says; nothing when it was asked again meanwhile, or when it can't, which the reader is told.
  const ask = async (path, pairs, more) => {
    asked[path]?.abort();
    const mine = (asked[path] = new AbortController());
    const timer = setTimeout(() => mine.abort(), PATIENCE);
    try {
      const { href } = link("", "api/v1/" + path, [...pairs, ...more]);
      const answer = await fetch(href, { signal: mine.signal, credentials: "omit" });
      if (answer.ok) return await answer.json();
    } catch {
      // No connection, no permission, no JSON: all one to the reader.
    } finally {
      clearTimeout(timer);
    }
    if (asked[path] === mine) status.replaceChildren(DOWN, " ", link(THERE, "search", pairs));
  };

  const choose = (option) => {
    active?.removeAttribute("aria-selected");
    active = option;
    active?.setAttribute("aria-selected", true);
    active?.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", active?.id ?? "");
  };
  const offer = (options) => {
    choose();
    offers.replaceChildren(...options);
    offers.hidden = !options.length;
    offered.textContent = options.length ? OFFERED + number(options.length) : "";
    input.setAttribute("aria-expanded", !offers.hidden);
  };
  const close = () => {
    clearTimeout(waiting);
    asked.suggest?.abort();
    delete asked.suggest;
    offer([]);
  };
  const suggest = async () => {
    const answer = await ask("suggest", scoped([["q", input.value]]), [["size", 8]]);
    if (!answer) return;
    // It can again.
    if (status.firstElementChild) status.textContent = "";
    offer(
      answer.suggestions.map(({ kind, text, url }, at) => {
        const told = el("small", {}, KINDS[["title", "author", "subject"].indexOf(kind)]);
        const option = el("li", { id: "o" + at, role: "option" }, el("bdi", {}, text), " ", told);
        option.onclick = () => {
          input.value = text;
          go([...new URL(url).searchParams]);
        };
        return option;
      }),
    );
  };

  const hit = ({ id, title, original_title: original, authors, published, libraries: owners, library_count }) => {
    const shown = owners.filter(({ code }) => !libraries.length || libraries.includes(code));
    const others = library_count - shown.length;
    const about = [authors.slice(0, 3).join("; "), published].filter(Boolean).join(" · ");
    const places = shown.flatMap(({ name, call_number }, at) => [
      at ? " · " : "",
      el("bdi", {}, name),
      " ",
      el("bdi", {}, call_number),
    ]);
    return el(
      "li",
      {},
      link(title, "record/" + id, libraries.map((code) => ["home", code])),
      original ? el("p", {}, el("bdi", {}, original)) : "",
      el("p", {}, el("bdi", {}, about)),
      el("p", {}, ...places, others ? ` (+${number(others)})` : ""),
    );
  };
  const find = async (pairs) => {
    results.replaceChildren();
    status.textContent = WAIT;
    const wanted = scoped(pairs);
    const answer = await ask("search", wanted, [
      ["size", given("size") || 5],
      ["facets", 0],
    ]);
    if (!answer) return;
    const { total, hits, notes } = answer;
    status.textContent = [total ? FOUND + number(total) : NONE, ...notes].join(" ");
    if (total) results.append(el("ol", { role: "list" }, ...hits.map(hit)), link(THERE, "search", wanted));
    else if (libraries.length) results.append(link(EVERYWHERE, "search", pairs));
  };
  const go = (pairs) => {
    close();
    if (given("results") === "here") find(pairs);
    else location.assign(link("", "search", scoped(pairs)).href);
  };

  form.onsubmit = (event) => {
    event.preventDefault();
    go([["q", input.value]]);
  };
  input.oninput = () => {
    clearTimeout(waiting);
    if (input.value.trim().length < 2) close();
    else waiting = setTimeout(suggest, PAUSE);
  };
  input.onkeydown = (event) => {
    const { key } = event;
    if (event.isComposing || offers.hidden) return;
    if (key === "ArrowDown") choose(active ? active.nextSibling : offers.firstChild);
    else if (key === "ArrowUp") choose(active ? active.previousSibling : offers.lastChild);
    else if (key === "Enter" && active) active.click();
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
  };
  input.onblur = close;
  offers.onpointerdown = (event) => event.preventDefault();
  return el("div", { class: "padu", lang, dir: lang === "ar" ? "rtl" : "ltr" }, form, offered, status, results);
};

class PaduSearch extends HTMLElement {
  static observedAttributes = ["library", "lang", "label"];

  constructor() {
    super();
    this.attachShadow({ mode: "open" }).adoptedStyleSheets = [SHEET];
  }

  connectedCallback() {
    this.shadowRoot.replaceChildren(draw(this));
  }

  attributeChangedCallback() {
    this.connectedCallback();
  }
}

customElements.get("padu-search") ?? customElements.define("padu-search", PaduSearch);
