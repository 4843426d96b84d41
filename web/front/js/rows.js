// Buttons that add a row, take one out or fill some in send the form by htmx and put it back as the server answers
// (data-hx-post at the button, the rest at the form). Here the reader's place is kept: the page stands where it
// stood, what was unfolded stays so, and the cursor goes into the first field of what is new, else to the row beside
// the one that went, else to the button.
import { tell, tellSignedOut } from "./notice.js";
import { hasChanges, markChanged } from "./unsaved.js";
import { say } from "./words.js";

const ROW = "[data-row], .row-edit, .edit-row";
const FIELD = "input:not([type=hidden]), textarea, select";

export function rows() {
  let place = null;

  document.addEventListener("htmx:beforeRequest", (event) => {
    const { elt, target } = event.detail;
    const form = elt.closest("form");
    if (hasChanges(target, form)) {
      event.preventDefault(); // what is typed in another form of the piece would be lost: the browser asks
      return sendAsPage(elt);
    }
    place = remember(elt, target);
    form.inert = true; // nothing is typed or pressed into a form that is about to be replaced
  });

  document.addEventListener("htmx:beforeSwap", (event) => {
    const { target, xhr, requestConfig } = event.detail;
    const answer = new DOMParser().parseFromString(xhr.responseText, "text/html");
    const isSignIn = xhr.status === 401 || new URL(xhr.responseURL).pathname === "/dang-nhap";
    event.detail.shouldSwap = !isSignIn && !!answer.getElementById(target.id);
    event.detail.isError = false;
    if (event.detail.shouldSwap) return tell(target, "rows", "");
    place = null;
    if (xhr.status === 401) sendAsPage(requestConfig.elt); // the sign-in page keeps what was typed
    else if (isSignIn) tellSignedOut(target, "rows");
    else tell(target, "rows", say("not_sent"), true);
  });

  document.addEventListener("htmx:sendError", (event) => {
    place = null;
    tell(event.detail.target, "rows", say("not_sent"), true);
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    const form = event.detail.elt.closest("form");
    if (!form) return;
    form.inert = false;
    if (form.isConnected) event.detail.elt.focus();
  });

  document.addEventListener("htmx:afterSettle", (event) => {
    if (place) restore(place, document.getElementById(event.detail.target.id));
    place = null;
  });
}

// sendAsPage sends a form as it is sent without htmx.
function sendAsPage(button) {
  button.form.inert = false;
  button.form.requestSubmit(button);
}

function remember(button, target) {
  const row = button.closest(ROW);
  const list = row ? row.parentElement.closest("[id]") : null;
  const next = row && row.nextElementSibling;
  return {
    changed: button.closest("form[data-unsaved]") !== null,
    names: new Set([...target.querySelectorAll(FIELD)].map((field) => field.name)),
    button: [button.name, button.value],
    list: list && list.id,
    row: row && [...list.querySelectorAll(ROW)].indexOf(row) - (next && next.matches(ROW) ? 0 : 1),
    open: [...target.querySelectorAll("details[open]")].map(foldName),
    top: window.scrollY,
  };
}

function restore(place, piece) {
  for (const fold of piece.querySelectorAll("details")) {
    if (place.open.includes(foldName(fold))) fold.open = true;
  }
  const to = wanted(place, piece);
  if (place.changed) markChanged(piece.matches("form") ? piece : to && to.form);
  window.scrollTo({ top: place.top, behavior: "instant" });
  const first = piece.querySelector(".error-summary") || to;
  if (!first) return;
  first.focus({ preventScroll: true });
  first.scrollIntoView({ block: "nearest" });
}

function wanted(place, piece) {
  const [name, value] = place.button;
  const same = [...piece.querySelectorAll("button")].find((button) => button.name === name && button.value === value);
  if (place.row === null) {
    const names = place.names;
    const fresh = [...piece.querySelectorAll(FIELD)].find((field) => !names.has(field.name));
    return fresh || same;
  }
  const list = document.getElementById(place.list);
  const rows = list ? [...list.querySelectorAll(ROW)] : [];
  const beside = rows[Math.max(place.row, 0)];
  if (beside) return beside.querySelector(FIELD);
  return list && list.querySelector("button[value^=add], button[name=them]");
}

const foldName = (fold) => fold.querySelector("summary").textContent;
