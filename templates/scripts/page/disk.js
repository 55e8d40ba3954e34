// A page that is opened from disk.

// From disk there is no server to turn "roles/" into "roles/index.html". Links are mended where they stand, and
// again at a click, for those that a script has added since.
/** @param {HTMLAnchorElement} link */
function mendLink(link) {
  if (link.protocol === "file:" && link.pathname.endsWith("/")) link.pathname += "index.html"
}

export function setUpLinksFromDisk() {
  document.querySelectorAll("a[href]").forEach(mendLink)
  /** @param {Event} event */
  const mend = (event) => {
    const link = /** @type {?Element} */ (event.target)?.closest?.("a[href]")
    if (link instanceof HTMLAnchorElement) mendLink(link)
  }
  addEventListener("click", mend, true)
  addEventListener("auxclick", mend, true)
}

// From disk, the footer shows where the page is online. The address follows the place and the choices on the page.
export function showOnlineAddress() {
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
