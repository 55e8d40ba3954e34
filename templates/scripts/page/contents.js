// Marks, in the contents, the section that is being read: the last whose heading has passed the top third.
export function followReader(links) {
  const sections = links
    .map((link) => ({ link, heading: document.getElementById(decodeURIComponent(link.hash.slice(1))) }))
    .filter(({ heading }) => heading)
  let waiting = false
  const mark = () => {
    waiting = false
    const passed = sections.filter(({ heading }) => heading.getBoundingClientRect().top < innerHeight / 3)
    const current = passed.at(-1)
    for (const section of sections) {
      if (section === current) section.link.setAttribute("aria-current", "true")
      else section.link.removeAttribute("aria-current")
    }
  }
  addEventListener("scroll", () => {
    if (!waiting) requestAnimationFrame(mark)
    waiting = true
  }, { passive: true })
  mark()
}
