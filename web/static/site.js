// What pages gain where there is JavaScript: suggestions while typing, years by dragging, Escape where it is expected.
// Every page is whole without it.

const box = document.querySelector("[data-suggestions]");
if (box) suggest(box);
recall(document.querySelector("[data-recent]"));
for (const drawing of document.querySelectorAll(".years svg")) drag(drawing);

// The page for want of a connection stands at the address that wasn't reached. It is fetched on a reader's second page.
if (box) box.value ||= new URLSearchParams(location.search).get("q");
if (document.referrer.startsWith(location.origin))
  navigator.serviceWorker
    ?.register(new URL(`../worker.js?lang=${document.documentElement.lang}`, import.meta.url))
    // Forbidden, or no connection: there is just no such page then.
    .catch(() => {});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector(".choices[open]");
  if (open) {
    open.open = false;
    open.firstElementChild.focus();
  } else if (location.hash === "#narrow") location.hash = "#results";
});
addEventListener("click", (event) => {
  for (const open of document.querySelectorAll(".choices[open]")) if (!open.contains(event.target)) open.open = false;
});

// https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ with a list that completes nothing by itself.
function suggest(input) {
  const list = document.createElement("ul");
  list.className = "suggested";
  list.id = "suggested";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0].textContent);
  input.after(list);
  const state = { role: "combobox", "aria-autocomplete": "list", "aria-controls": list.id, "aria-expanded": "false" };
  for (const name in state) input.setAttribute(name, state[name]);
  let waiting, asking, active;

  const choose = (option) => {
    active?.removeAttribute("aria-selected");
    active = option;
    if (option) {
      option.setAttribute("aria-selected", "true");
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const show = (html) => {
    choose();
    list.innerHTML = html;
    list.hidden = !list.firstElementChild;
    input.setAttribute("aria-expanded", String(!list.hidden));
  };
  const ask = async () => {
    asking?.abort();
    asking = new AbortController();
    const address = new URL(input.dataset.suggestions, location);
    address.searchParams.set("q", input.value);
    address.searchParams.set("in", input.form.elements.in.value);
    // The facets' ticks belong to the form: what it would search, and not what was searched last.
    for (const library of new FormData(input.form).getAll("f.library")) address.searchParams.append("f.library", library);
    try {
      const answer = await fetch(address, { signal: asking.signal });
      if (answer.ok) show(await answer.text());
    } catch {
      // Aborted by the next letter, or no connection: the form works all the same.
    }
  };
  const close = () => {
    clearTimeout(waiting);
    asking?.abort();
    show("");
  };
  // Nothing is offered any more while the next page is on its way, nor to who comes back from it.
  const take = ({ dataset }) => {
    close();
    location.assign(dataset.href);
  };
  input.form.addEventListener("submit", close);
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    if (input.value.trim().length < 2) close();
    else waiting = setTimeout(ask, 180);
  });
  input.addEventListener("keydown", (event) => {
    // While letters are being chosen, as Japanese ones are, arrows and Enter are the input method's.
    if (event.isComposing || list.hidden) return;
    const { key } = event;
    if (key === "ArrowDown") choose(active ? active.nextElementSibling : list.firstElementChild);
    else if (key === "ArrowUp") choose(active ? active.previousElementSibling : list.lastElementChild);
    else if (key === "Enter" && active) take(active);
    else if (key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("li");
    if (option) take(option);
  });
  input.addEventListener("blur", close);
}

// Dragging fills in the two fields beside the drawing; Apply sends them, as if they had been typed.
function drag(drawing) {
  const first = Number(drawing.dataset.first);
  const last = Number(drawing.dataset.last);
  const fields = drawing.parentElement.querySelectorAll("input");
  let start = null;
  const year = (event) => {
    const { left, width } = drawing.getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - left) / width));
    return Math.min(last, first + Math.floor(part * (last - first + 1)));
  };
  const range = document.createElementNS(drawing.namespaceURI, "rect");
  range.setAttribute("height", "100%");
  drawing.append(range);
  const fill = (from, to) => {
    const decades = (years) => Math.floor(years / 10) - first / 10;
    range.setAttribute("x", 10 * decades(Math.min(from, to)) - 1);
    range.setAttribute("width", 10 * (1 + Math.abs(decades(to) - decades(from))));
    [fields[0].value, fields[1].value] = [Math.min(from, to), Math.max(from, to)];
    for (const field of fields) field.classList.add("changed");
  };
  drawing.addEventListener("pointerdown", (event) => {
    start = year(event);
    drawing.setPointerCapture(event.pointerId);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (start !== null) fill(start, year(event));
  });
  drawing.addEventListener("pointerup", (event) => {
    const end = year(event);
    // A click means its decade.
    const decade = Math.floor(start / 10) * 10;
    if (start === end) fill(decade, decade + 9);
    else fill(start, end);
    start = null;
  });
  drawing.addEventListener("pointercancel", () => (start = null));
}

// A reader's last searches stay in the browser: no page and no server is told of them.
function recall(shown) {
  const key = "padu.searches";
  const heading = document.querySelector(".results h1");
  try {
    let searches = JSON.parse(localStorage.getItem(key)) ?? [];
    if (heading && location.search && !/[?&]page=/.test(location.search)) {
      const limits = [...document.querySelectorAll(".constraints bdi")].map((each) => each.textContent);
      const address = location.pathname + location.search;
      searches = searches.filter((each) => each.address !== address);
      searches.unshift({ address, text: [heading.textContent, ...limits].join(" · ") });
      localStorage.setItem(key, JSON.stringify(searches.slice(0, 20)));
    }
    if (!shown || !searches.length) return;
    const list = document.createElement("ol");
    list.append(...searches.map(item));
    shown.querySelector("p").after(list);
    shown.querySelector("button").addEventListener("click", () => {
      localStorage.removeItem(key);
      shown.remove();
      document.querySelector("main").focus();
    });
    shown.hidden = false;
  } catch {
    // No storage, or not what was put there.
  }
}

function item({ address, text }) {
  const link = Object.assign(document.createElement("a"), { href: address, textContent: text, dir: "auto" });
  const line = document.createElement("li");
  line.append(link);
  return line;
}
