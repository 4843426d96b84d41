// The sentences that scripts say stand in app/text like all others; the page brings those of its language along.
const words = JSON.parse(document.body.dataset.words || "{}");

export function say(key, ...values) {
  return (words[key] || "").replace(/\{(\d)\}/g, (_, n) => values[n]);
}
