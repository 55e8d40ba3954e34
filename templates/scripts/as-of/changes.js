// Says above a page what changed since the day of its link (?as-of=2026-11-21), and where an old address led
// (?from=old-slug). It reads the list of changes that the page holds; without JavaScript that list is the answer.

import { inWords, since } from "./since.js"

/**
 * @param {HTMLElement} list
 * @param {string} label
 * @param {string} text
 * @param {{row: HTMLElement}[]} listed
 */
function note(list, label, text, listed) {
  const box = document.createElement("aside")
  box.className = "rb-message"
  box.setAttribute("aria-label", label)
  const line = document.createElement("p")
  const strong = document.createElement("strong")
  strong.textContent = text
  line.append(strong)
  box.append(line)
  if (listed.length) {
    const ul = document.createElement("ul")
    for (const { row } of listed.slice(0, 10)) {
      const copy = /** @type {HTMLElement} */ (row.cloneNode(true))
      if (list.querySelector("h2")) copy.prepend(`${inWords(row.dataset.on ?? "")}: `)
      ul.append(copy)
    }
    box.append(ul)
    if (listed.length > 10) {
      const more = document.createElement("p")
      more.textContent = `And ${listed.length - 10} more: see the list of changes.`
      box.append(more)
    }
  }
  document.querySelector(".rb-content").prepend(box)
}

/** @param {HTMLElement} list of changes */
export function tellChanges(list) {
  const query = new URLSearchParams(location.search)
  const rows = [...list.querySelectorAll("li")]
  const changes = rows.map((row) => ({ on: row.dataset.on || "", former: row.dataset.former || "", row }))
  const asked = query.get("as-of")
  if (asked !== null) {
    const found = since(asked, changes, new Date().toISOString().slice(0, 10), list.dataset.history ?? "")
    note(list, "Changes since the day of the link", found.text, found.changes)
  }
  const led = query.get("from") && changes.filter((change) => change.former === query.get("from"))
  if (led && led.length) {
    const title = document.querySelector("h1").textContent.trim()
    note(list, "Why you are here", `You followed a link to an older role, which is now ${title}.`, led)
  }
}
