// A form is sent once, however often its button is pressed. Nothing is disabled: the lock falls when the page is
// shown again (the way back), when the browser was told to stay, and after ten seconds without an answer.
const sent = new Set();

export function once(form) {
  form.addEventListener("submit", (event) => {
    if (event.defaultPrevented) return;
    if (sent.has(form)) return event.preventDefault();
    sent.add(form);
    setTimeout(() => sent.delete(form), 10000);
  });
}

window.addEventListener("pageshow", () => sent.clear());
window.addEventListener("beforeunload", (event) => setTimeout(() => event.defaultPrevented && sent.clear()));
