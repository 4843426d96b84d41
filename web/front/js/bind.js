// Binds a behaviour to every element below root that a selector names, and to root itself. What was bound is
// marked: a page may be walked as often as pieces of it come, each element gets each behaviour once.
const bound = new WeakMap();

export function bind(root, selector, behaviour) {
  const found = [...root.querySelectorAll(selector)];
  if (root.matches && root.matches(selector)) found.unshift(root);
  for (const element of found) {
    const done = bound.get(element) || new Set();
    if (done.has(behaviour)) continue;
    bound.set(element, done.add(behaviour));
    behaviour(element);
  }
}
