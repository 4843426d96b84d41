// data-grid: the cells of a cost table move like a spreadsheet's. Arrows and Enter go from cell to cell, a
// block copied from a spreadsheet is pasted over cells, Ctrl+Z takes a paste back.
export function grid(root) {
  const tables = root.matches?.("[data-grid]") ? [root] : root.querySelectorAll("[data-grid]");
  for (const table of tables) bind(table);
}

const cells = (row) => [...row.querySelectorAll("input.cost-input")];

function neighbour(cell, down, right) {
  const row = cell.closest("[data-row]");
  const rows = [...row.closest("table").querySelectorAll("[data-row]")];
  const y = rows.indexOf(row) + down;
  const x = cells(row).indexOf(cell) + right;
  return rows[y] && cells(rows[y])[x];
}

function put(cell, text) {
  cell.value = text;
  cell.dispatchEvent(new Event("input", { bubbles: true }));
}

function bind(table) {
  const undo = [];

  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("input.cost-input") || event.altKey || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key === "z" && undo.length > 0) {
      for (const [changed, was] of undo.pop()) put(changed, was);
      event.preventDefault();
      return;
    }
    if (event.ctrlKey || event.metaKey) return;
    const start = cell.selectionStart === 0 && cell.selectionEnd === 0;
    const end = cell.selectionStart === cell.value.length;
    const whole = cell.value !== "" && cell.selectionStart === 0 && cell.selectionEnd === cell.value.length;
    let to;
    if (event.key === "ArrowDown" || event.key === "Enter") to = neighbour(cell, event.shiftKey ? -1 : 1, 0);
    else if (event.key === "ArrowUp") to = neighbour(cell, -1, 0);
    else if (event.key === "ArrowLeft" && (start || whole)) to = neighbour(cell, 0, -1);
    else if (event.key === "ArrowRight" && (end || whole)) to = neighbour(cell, 0, 1);
    if (event.key === "Enter") event.preventDefault();
    if (!to) return;
    event.preventDefault();
    to.focus();
    to.select();
  });

  table.addEventListener("paste", (event) => {
    const cell = event.target;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!cell.matches("input.cost-input") || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const changes = [];
    text.split(/\r?\n/).forEach((line, down) => {
      line.split("\t").forEach((value, right) => {
        const target = neighbour(cell, down, right);
        if (target) changes.push([target, target.value, value.trim()]);
      });
    });
    undo.push(changes.map(([target, was]) => [target, was]));
    for (const [target, , value] of changes) put(target, value);
  });
}
