// data-follow: the index at the side marks the part that is being read.
export function follow(index) {
  const links = [...index.querySelectorAll('a[href^="#"]')];
  const mark = () => {
    let at = 0;
    links.forEach((link, i) => {
      const part = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (part && part.getBoundingClientRect().top < window.innerHeight * 0.3) at = i;
    });
    const end = window.innerHeight + window.scrollY >= document.documentElement.scrollHeight - 2;
    if (end && window.scrollY > 0) at = links.length - 1;
    links.forEach((link, i) => (i === at ? link.setAttribute("aria-current", "true") : link.removeAttribute("aria-current")));
  };
  document.addEventListener("scroll", mark, { passive: true });
  mark();
}
