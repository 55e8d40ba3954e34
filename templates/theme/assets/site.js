// What every page does beyond its HTML: the colour switch, tables that can be reached by keyboard when they scroll,
// the contents that follow the reader, and links that work from disk. No dependency; a page is complete without it.

(() => {
  "use strict"

  const root = document.documentElement

  // Colours. The page follows the system until the reader asks for the other scheme; asking for the system's own
  // scheme again forgets the choice, so that the page follows the system as before.
  const system = matchMedia("(prefers-color-scheme: dark)")
  const isDark = () => (root.dataset.scheme || (system.matches ? "dark" : "light")) === "dark"

  function setUpSchemeSwitch(button) {
    const show = () => button.setAttribute("aria-pressed", String(isDark()))
    button.addEventListener("click", () => {
      const wanted = isDark() ? "light" : "dark"
      const chosen = (wanted === "dark") === system.matches ? "" : wanted
      root.dataset.scheme = chosen
      try {
        localStorage.setItem("rolebook.scheme", chosen)
      } catch {
        // A browser may refuse storage to a page from disk: the choice then lasts as long as the page.
      }
      show()
    })
    system.addEventListener("change", show)
    show()
    button.hidden = false
  }

  // A table from Markdown gets the wrapper that ours have.
  function wrapTable(table) {
    const box = document.createElement("div")
    box.className = "rb-scroll"
    box.setAttribute("role", "region")
    box.setAttribute("aria-label", table.caption?.textContent.trim() || "Table")
    table.replaceWith(box)
    box.append(table)
  }

  // A box is a stop for the Tab key only while there is something in it to scroll to.
  function watchScrolling(boxes) {
    const watcher = new ResizeObserver((entries) => {
      for (const { target } of entries) {
        const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight
        if (scrolls) target.tabIndex = 0
        else target.removeAttribute("tabindex")
      }
    })
    boxes.forEach((box) => watcher.observe(box))
  }

  // Marks, in the contents, the section that is being read: the last whose heading has passed the top third.
  function followReader(links) {
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

  // From disk there is no server to turn "roles/" into "roles/index.html". Links are mended where they stand, and
  // again at a click, for those that a script has added since.
  function mendLink(link) {
    if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
  }

  function setUpLinksFromDisk() {
    document.querySelectorAll("a[href]").forEach(mendLink)
    const mend = (event) => {
      const link = event.target.closest?.("a[href]")
      if (link) mendLink(link)
    }
    addEventListener("click", mend, true)
    addEventListener("auxclick", mend, true)
  }

  // From disk, the footer shows where the page is online. The address follows the place and the choices on the page.
  function showOnlineAddress() {
    const link = document.querySelector("[data-address] a")
    if (!link) return
    const online = link.href
    const show = () => {
      link.href = online + location.search + location.hash
      link.textContent = link.href
    }
    addEventListener("hashchange", show)
    addEventListener("popstate", show)
    show()
    link.parentElement.classList.add("rb-address--shown")
  }

  // A figure grows older while its page stays as it was built, so the reader's own clock tells the age as well
  // (scripts/rolebook/wording/notation.py: the year counts from its end, and two years are told).
  function tellAge(meta) {
    const years = new Date().getFullYear() - Number(meta.dataset.year) - 1
    if (years < 2) return
    const stands = meta.nextElementSibling
    const badge = stands?.classList.contains("rb-old") ? stands : document.createElement("span")
    badge.className = "rb-old"
    badge.textContent = `more than ${years} years old`
    if (badge !== stands) meta.after(" ", badge)
  }

  document.querySelectorAll("[data-year]").forEach(tellAge)
  document.querySelectorAll("[data-scheme-switch]").forEach(setUpSchemeSwitch)
  document.querySelectorAll(".rb-content > table").forEach(wrapTable)
  watchScrolling(document.querySelectorAll(".rb-scroll"))

  const contents = [...document.querySelectorAll(".rb-toc--beside a")]
  if (contents.length) followReader(contents)
  if (location.protocol === "file:") {
    showOnlineAddress()
    setUpLinksFromDisk()
  }

  // On paper nothing can be unfolded, so everything is; after it, what was folded is folded again.
  let unfolded = []
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")]
    unfolded.forEach((details) => { details.open = true })
    document.querySelectorAll("[data-address]:empty").forEach((line) => line.append(location.href))
  })
  addEventListener("afterprint", () => unfolded.forEach((details) => { details.open = false }))
})()
