// data-price="address": the figures of a table are priced by the server while they are typed. Only figures are
// put in place; what is being typed stays as it is. Where they cannot be priced the table says so.
import { tell, tellSignedOut } from "./notice.js";
import { say } from "./words.js";

export function price(table) {
  const form = table.closest("form");
  if (!form) return;
  const place = table.querySelector(".cost-totals") || table;
  let timer;
  let turn = 0;

  const ask = async () => {
    const mine = ++turn;
    try {
      const answer = await fetch(table.dataset.price, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const text = await answer.text();
      if (mine !== turn) return;
      const priced = new DOMParser().parseFromString(text, "text/html");
      const isPriced = answer.ok && priced.querySelector("[data-figure]");
      if (isPriced) put(priced);
      if (isPriced) tell(place, "price", "");
      else if (answer.ok || answer.status === 401) tellSignedOut(place, "price");
      else tell(place, "price", say("not_priced"), true);
    } catch {
      if (mine === turn) tell(place, "price", say("not_priced"), true);
    }
  };

  const put = (priced) => {
    for (const figure of priced.querySelectorAll("[data-figure]")) {
      const here = table.querySelector(`[data-figure="${CSS.escape(figure.dataset.figure)}"]`);
      if (here && here.innerHTML !== figure.innerHTML) here.replaceChildren(...figure.childNodes);
    }
    for (const cell of priced.querySelectorAll("input.cost-input")) {
      const here = form.elements.namedItem(cell.name);
      if (!(here instanceof HTMLElement)) continue;
      if (cell.hasAttribute("aria-invalid")) here.setAttribute("aria-invalid", "true");
      else here.removeAttribute("aria-invalid");
      here.title = cell.title;
    }
  };

  table.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
}
