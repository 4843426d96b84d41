// What has to be put right in a refused form takes the focus (without script its autofocus does); its links put
// the cursor into the field that they name, unfolding what hides it.
export function summary(box) {
  box.focus();
  box.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!field || !field.matches("input, textarea, select")) return;
    event.preventDefault();
    for (let hidden = field.closest("details"); hidden; hidden = hidden.parentElement.closest("details")) hidden.open = true;
    (document.querySelector(`label[for="${CSS.escape(field.id)}"]`) || field).scrollIntoView({ block: "center" });
    field.focus({ preventScroll: true });
  });
}
