// The page works without any of this. Each module is one behaviour, bound by a data- attribute.
import "htmx.org";
import { slash } from "./slash.js";
import { suggest } from "./suggest.js";
import { follow } from "./follow.js";
import { unsaved } from "./unsaved.js";
import { grid } from "./grid.js";
import { price } from "./price.js";

for (const behaviour of [slash, suggest, follow, unsaved, grid, price]) behaviour(document);
document.addEventListener("htmx:load", (event) => {
  for (const behaviour of [suggest, grid, price]) behaviour(event.detail.elt);
});
