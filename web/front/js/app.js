// The page works without any of this. Each module is one behaviour, bound by an attribute to the elements that
// carry it: once when the page has come, and again for each piece of it that htmx brings (htmx.js is loaded by
// the pages with such pieces alone).
import { bind } from "./bind.js";
import { draft } from "./draft.js";
import { follow } from "./follow.js";
import { grid } from "./grid.js";
import { once } from "./once.js";
import { pick } from "./pick.js";
import { price } from "./price.js";
import { rows } from "./rows.js";
import { slash } from "./slash.js";
import { suggest } from "./suggest.js";
import { summary } from "./summary.js";
import { unsaved } from "./unsaved.js";

const behaviours = {
  "[data-slash]": slash,
  "input[data-suggest]": suggest,
  "[data-follow]": follow,
  "form[data-draft]": draft,
  "form[data-unsaved]": unsaved,
  "[data-grid]": grid,
  "[data-pick]": pick,
  "[data-price]": price,
  "form[method=post]": once,
  ".error-summary": summary,
};

function start(root) {
  for (const [selector, behaviour] of Object.entries(behaviours)) bind(root, selector, behaviour);
}

start(document);
rows();
document.addEventListener("htmx:load", (event) => start(event.detail.elt));
