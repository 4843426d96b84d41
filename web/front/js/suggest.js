// data-suggest="address": suggestions below a search box while typing. Arrows choose, Enter takes, Escape
// closes, and how many there are is said to who does not see them. A suggestion with a code leads to its
// procedure, one with an address there, any other is searched for.
import { say } from "./words.js";

let count = 0;

export function suggest(box) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `goi-y-${count++}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("suggestions"));
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  box.after(list, said);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) {
    box.setAttribute(name, value);
  }

  let asked = 0;
  let at = -1;
  let timer;

  const close = () => {
    list.hidden = true;
    said.textContent = "";
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };
  const choose = (to) => {
    const items = [...list.children];
    if (items.length === 0) return;
    clearTimeout(timer);
    asked++; // what comes later does not take away what is chosen
    at = (to + items.length) % items.length;
    items.forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    box.setAttribute("aria-activedescendant", items[at].id);
  };
  const take = (item) => {
    const page = item.dataset.href || (item.dataset.code && `/thu-tuc/${encodeURIComponent(item.dataset.code)}`);
    if (page) {
      // the same key press must not send the form as well and lead elsewhere
      box.form.addEventListener("submit", (event) => event.preventDefault(), { once: true });
      window.location.assign(page);
      return;
    }
    box.value = item.dataset.text;
    box.form.requestSubmit();
  };
  const show = (suggestions) => {
    list.replaceChildren(...suggestions.slice(0, 8).map((s, i) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${i}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      item.dataset.text = s.text;
      if (s.code) item.dataset.code = s.code;
      if (s.href) item.dataset.href = s.href;
      item.textContent = s.text;
      if (s.code && s.code !== s.text) {
        const code = document.createElement("span");
        code.className = "code";
        code.textContent = s.code;
        item.append(code);
      } else if (say(`suggest_${s.kind}`)) {
        const kind = document.createElement("span");
        kind.className = "suggestion-kind";
        kind.textContent = say(`suggest_${s.kind}`);
        item.append(kind);
      }
      return item;
    }));
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.hidden = suggestions.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = list.hidden ? say("suggest_none") : say("suggest_count", list.children.length);
  };
  const ask = async () => {
    const query = box.value.trim();
    const turn = ++asked;
    if (query.length < 2) return close();
    try {
      const answer = await fetch(`${box.dataset.suggest}&q=${encodeURIComponent(query)}`);
      if (!answer.ok || turn !== asked) return;
      show((await answer.json()).suggestions || []);
    } catch {
      close();
    }
  };

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 80);
  });
  box.addEventListener("keydown", (event) => {
    if (list.hidden) {
      if (event.key === "ArrowDown") ask();
      return;
    }
    if (event.key === "ArrowDown") choose(at + 1);
    else if (event.key === "ArrowUp") choose(at < 0 ? -1 : at - 1);
    else if (event.key === "Enter" && at >= 0) take(list.children[at]);
    else if (event.key === "Escape") close();
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault();
    const item = event.target.closest("li");
    if (item) take(item);
  });
  box.addEventListener("blur", () => {
    clearTimeout(timer);
    asked++; // an answer that comes later opens nothing
    close();
  });
}
