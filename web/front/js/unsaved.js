// data-unsaved: asks before a page is left on which a form was changed and not sent. A form of the page that is
// sent takes only its own changes along: what was typed into another is asked for.
const changed = new Set();

export function unsaved(form) {
  form.addEventListener("input", () => changed.add(form));
  form.addEventListener("submit", () => changed.delete(form));
}

// hasChanges reports whether something below an element was typed and not sent, the form given left out.
export function hasChanges(element, but) {
  return [...changed].some((form) => form !== but && element.contains(form));
}

// markKept is for a form whose changes were kept without leaving the page.
export const markKept = (form) => changed.delete(form);

// markChanged is for a form that came back with what was typed into the one whose place it takes.
export function markChanged(form) {
  if (form && form.matches("[data-unsaved]")) changed.add(form);
}

window.addEventListener("beforeunload", (event) => {
  if (hasChanges(document)) event.preventDefault();
});
