import { say } from "./words.js";

// tell says a sentence about a subject at the end of an element, in place of what it said about it before; "" takes
// it away. Problems are said at once, other things when the reader of the screen has come to an end.
export function tell(element, about, text, isProblem) {
  let box = element.querySelector(`:scope > [data-about=${about}]`);
  if (!text) return box && box.remove();
  if (!box) {
    box = document.createElement("p");
    box.dataset.about = about;
    element.append(box);
  }
  box.className = "script-notice notice";
  box.setAttribute("role", isProblem ? "alert" : "status");
  box.textContent = text;
  return box;
}

// tellSignedOut says that the session ended while somebody typed, and leads to a new one beside the page.
export function tellSignedOut(element, about) {
  const link = document.createElement("a");
  link.href = "/dang-nhap";
  link.target = "_blank";
  link.textContent = say("sign_in");
  tell(element, about, say("session_ended") + " ", true).append(link);
}
