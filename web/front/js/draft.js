// data-draft: after a pause what was typed is sent to where the form's button sends it, and the server says beside the
// button that it was kept; the paper beside it (data-paper) is printed anew. Files wait for the button. A button pressed meanwhile waits for the answer, so that what
// was typed first never comes last.
import { tell, tellSignedOut } from "./notice.js";
import { markChanged, markKept } from "./unsaved.js";
import { say } from "./words.js";

const PAUSE = 5000;

export function draft(form) {
  const place = form.querySelector("[data-draft-says]");
  let timer;
  let isSending = false;
  let pressed = null;

  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(send, PAUSE);
  };

  const send = async () => {
    if (isSending) return wait();
    const typed = new FormData(form);
    for (const field of form.querySelectorAll("input[type=file]")) typed.delete(field.name);
    typed.set("tu-luu", "1");
    isSending = true;
    markKept(form);
    try {
      const answer = await fetch(form.action, { method: "POST", body: typed, redirect: "error" });
      if (answer.ok) {
        place.textContent = await answer.text();
        for (const paper of document.querySelectorAll("iframe[data-paper]")) paper.contentWindow.location.reload();
      }
      tell(place, "draft", answer.ok || answer.status === 401 ? "" : say("not_kept"), true);
      if (!answer.ok) markChanged(form);
      if (answer.status === 401) tellSignedOut(place, "draft");
    } catch {
      markChanged(form);
      tell(place, "draft", say("not_sent"), true);
    }
    isSending = false;
    if (pressed) form.requestSubmit(pressed);
  };

  form.addEventListener("input", (event) => event.target.type !== "file" && wait());
  form.addEventListener("submit", (event) => {
    clearTimeout(timer);
    if (!isSending) return;
    event.preventDefault();
    pressed = event.submitter;
  });
}
