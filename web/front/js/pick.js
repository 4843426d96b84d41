// data-pick at the two links that tick all or none of the boxes of a list: where there is a script they do so on the
// page, so that nothing typed is lost; what is ticked is unfolded. A box with data-apart is ticked one by one. Without
// a script they lead to the page ticked so.
export function pick(links) {
  const form = links.closest("form") || document;
  links.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    event.preventDefault();
    const all = link === links.querySelector("a");
    for (const box of form.querySelectorAll(`input[type=checkbox][name="${links.dataset.pick}"]`)) {
      if (all && "apart" in box.dataset) continue;
      box.checked = all;
      for (let fold = box.closest("details"); all && fold; fold = fold.parentElement.closest("details")) fold.open = true;
    }
    links.dispatchEvent(new Event("input", { bubbles: true }));
    links.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
