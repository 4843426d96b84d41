// data-unsaved: asks before a page is left whose form was changed and not sent.
export function unsaved(root) {
  for (const form of root.querySelectorAll("form[data-unsaved]")) {
    let changed = false;
    form.addEventListener("input", () => (changed = true));
    form.addEventListener("submit", () => (changed = false));
    window.addEventListener("beforeunload", (event) => {
      if (changed) event.preventDefault();
    });
  }
}
