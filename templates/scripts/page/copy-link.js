// Copies the address of a place on a page. One button for all: it stands behind the link of the place that is
// pointed at or focused, so that the Tab key meets it once and the page holds no more controls than it needs.

import { word } from "../dom/config.js"
import { copy } from "../dom/copy.js"

/**
 * The published address where the page knows it: a link from disk would be of no use to anybody else.
 * @param {HTMLAnchorElement} link
 */
function addressOf(link) {
  const published = document.querySelector("link[rel=canonical]")
  return (published ? published.href : location.href.replace(/[?#].*$/, "")) + link.hash
}

/** @param {HTMLAnchorElement[]} links to places on this page */
export function setUpCopyLink(links) {
  const button = document.createElement("button")
  button.type = "button"
  button.className = "rb-button rb-button--quiet rb-copy-link"
  button.textContent = "Copy link"
  const status = document.createElement("p")
  status.className = "rb-visually-hidden"
  status.setAttribute("role", "status")
  document.querySelector("main").append(status)

  /** @type {?HTMLAnchorElement} */
  let current = null
  /** @param {HTMLAnchorElement} link */
  function show(link) {
    if (link === current && button.isConnected) return
    current = link
    button.textContent = "Copy link"
    button.style.translate = ""
    link.after(button)
    const over = button.getBoundingClientRect().right - document.documentElement.clientWidth + 8
    if (over > 0) button.style.translate = `${-over}px`
  }
  function hide() {
    button.remove()
    current = null
  }

  for (const link of links) {
    link.addEventListener("focus", () => show(link))
    link.addEventListener("pointerenter", () => show(link))
  }
  document.addEventListener("focusin", ({ target }) => {
    if (target !== button && target !== current) hide()
  })
  document.addEventListener("pointerover", ({ target }) => {
    const around = current && current.closest("h2, h3, li, tr, dt")
    if (around && !around.contains(/** @type {Node} */ (target)) && document.activeElement !== button && document.activeElement !== current) hide()
  })
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && button.isConnected) {
      current?.focus({ preventScroll: true })
      button.remove()
    }
  })
  button.addEventListener("click", async () => {
    if (!current) return
    const done = await copy(addressOf(current))
    button.textContent = done ? word("clipboard.copied") : "Not copied"
    status.textContent = done ? "The link is copied." : "The browser did not allow copying. Copy the address of the link instead."
  })
}
