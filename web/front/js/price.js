// data-price="address": the figures of a cost table are priced by the server while they are typed. Only
// figures are put in place; what is being typed stays as it is.
export function price(root) {
  const tables = root.matches?.("[data-price]") ? [root] : root.querySelectorAll("[data-price]");
  for (const table of tables) bind(table);
}

function bind(table) {
  const form = table.closest("form");
  if (!form) return;
  let timer;
  let turn = 0;

  const ask = async () => {
    const mine = ++turn;
    try {
      const answer = await fetch(table.dataset.price, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (!answer.ok || mine !== turn) return;
      put(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch {
      // Without a line the figures stay as they were; saving prices them again.
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
