// Marks, in the contents, the section that is being read: the last whose heading has passed the top third.

// Contents that are longer than the screen scroll in their own box; the page does not move.
/** @param {HTMLElement} link */
function keepInSight(link) {
  const box = link.closest(".rb-toc")
  if (!box) return
  const over = link.offsetTop + link.offsetHeight - (box.scrollTop + box.clientHeight)
  if (over > 0) box.scrollTop += over
  if (link.offsetTop < box.scrollTop) box.scrollTop = link.offsetTop
}

/** @param {HTMLAnchorElement[]} links */
export function followReader(links) {
  const sections = links
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .flatMap(({ link, heading }) => (heading ? [{ link, heading }] : []))
  let waiting = false
  const mark = () => {
    waiting = false
    const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3)
    const current = passed.at(-1)
    for (const section of sections) {
      if (section === current) section.link.setAttribute("aria-current", "true")
      else section.link.removeAttribute("aria-current")
    }
    if (current) keepInSight(current.link)
  }
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark)
    waiting = true
  }, { passive: true })
  mark()
}
