// data-grid: the cells of a table move like a spreadsheet's. Arrows and Enter go from cell to cell, a block copied
// from a spreadsheet is pasted over cells, Ctrl+Z takes back what was typed or pasted, step by step. A block longer
// than the table makes rows where the table can have more, else what was left out is said.
import { tell } from "./notice.js";
import { say } from "./words.js";

const cells = (row) => [...row.querySelectorAll("input.cost-input")];

export function grid(table) {
  const undo = []; // steps: the cells with what stood in them, the rows that were made
  let was = ""; // what stood in the cell when the cursor came
  let typed = null; // the cell whose typing is the last step

  const put = (cell, text) => {
    cell.value = text;
    if (cell === document.activeElement) was = text;
    cell.dispatchEvent(new Event("input", { bubbles: true }));
  };

  const takeBack = () => {
    const step = undo.pop();
    typed = null;
    const lost = step.rows.some((row) => row.contains(document.activeElement));
    for (const row of step.rows) row.remove();
    for (const [cell, text] of step.cells) put(cell, text);
    if (lost) step.cells[0][0].focus();
    tell(table, "paste", "");
  };

  table.addEventListener("focusin", (event) => {
    was = event.target.value;
    typed = null;
  });

  table.addEventListener("input", (event) => {
    const cell = event.target;
    if (!event.isTrusted || cell === typed || !cell.matches("input.cost-input")) return;
    undo.push({ cells: [[cell, was]], rows: [] });
    typed = cell;
  });

  table.addEventListener("keydown", (event) => {
    const cell = event.target;
    if (!cell.matches("input.cost-input") || event.altKey || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key !== "z" || undo.length === 0) return;
      event.preventDefault();
      return takeBack();
    }
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
    const lines = text.split(/\r?\n/);
    const rows = rowsFrom(cell);
    const made = [];
    while (rows.length < lines.length) {
      const row = addRow(rows[rows.length - 1]);
      if (!row) break;
      rows.push(row);
      made.push(row);
    }
    const left = cells(rows[0]).indexOf(cell);
    const changes = [];
    rows.slice(0, lines.length).forEach((row, down) => {
      lines[down].split("\t").forEach((value, right) => {
        const target = cells(row)[left + right];
        if (target) changes.push([target, value.trim()]);
      });
    });
    undo.push({ cells: changes.map(([target]) => [target, target.value]), rows: made });
    typed = null;
    for (const [target, value] of changes) put(target, value);
    const over = lines.length - rows.length;
    tell(table, "paste", over > 0 ? say("paste_over", over) : made.length > 0 ? say("paste_rows", made.length) : "", over > 0);
  });
}

function neighbour(cell, down, right) {
  const row = cell.closest("[data-row]");
  const rows = [...row.closest("table").querySelectorAll("[data-row]")];
  const to = rows[rows.indexOf(row) + down];
  return to && cells(to)[cells(row).indexOf(cell) + right];
}

// rowsFrom is the rows of the table from the cell's on.
function rowsFrom(cell) {
  const row = cell.closest("[data-row]");
  const rows = [...row.closest("table").querySelectorAll("[data-row]")];
  return rows.slice(rows.indexOf(row));
}

// addRow makes a row below the last one of a table whose rows are numbered: "after[3].hours" becomes "after[4].hours".
// What is the same in every row of its group stays: the task, the hourly rate, the source.
function addRow(last) {
  const name = cells(last)[0].name.match(/^(.+)\[\d+\]/);
  if (!name || !last.dataset.row) return null;
  const fields = (root) => [...root.querySelectorAll(`[name^="${CSS.escape(name[1])}["]`)];
  const next = 1 + Math.max(...fields(last.closest("table")).map((field) => Number(field.name.match(/\[(\d+)\]/)[1])));
  const row = last.cloneNode(true);
  row.dataset.row = last.dataset.row.replace(/\d+$/, (n) => Number(n) + 1);
  const renamed = (text) => text.replace(name[0], `${name[1]}[${next}]`).replace(last.dataset.row, row.dataset.row);
  for (const element of [row, ...row.querySelectorAll("*")]) {
    for (const attribute of ["id", "name", "value", "aria-label", "data-figure"]) {
      if (element.hasAttribute(attribute)) element.setAttribute(attribute, renamed(element.getAttribute(attribute)));
    }
    if (element.dataset.figure) element.replaceChildren();
    if (element.matches("[aria-invalid]")) element.removeAttribute("aria-invalid");
    if (element.matches("input.cost-input")) element.value = element.name.endsWith(".hourly_rate") ? fields(last).find((f) => f.name.endsWith(".hourly_rate")).value : "";
  }
  for (const choice of row.querySelectorAll("select")) choice.value = fields(last).find((f) => f.matches("select")).value;
  const number = row.querySelector(".cost-no");
  number.firstChild.textContent = row.dataset.row;
  last.after(row);
  if (window.htmx) window.htmx.process(row);
  return row;
}
