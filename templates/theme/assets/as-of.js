// Says above a page what changed since the day of its link (?as-of=2026-11-21), and where an old address led
// (?from=old-slug). It reads the list of changes that the page holds; without JavaScript that list is the answer.

(() => {
  "use strict"

  // The day as the page writes it, or null for what is no day of the calendar.
  function parseDay(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
    const day = new Date(`${text}T00:00:00Z`)
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
  }

  const inWords = (day) =>
    new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))

  // changes: list of {on}, newest first. Returns the sentence to show, and the changes to list under it.
  function since(asked, changes, today, what) {
    const day = parseDay(asked)
    const dated = changes.filter((change) => change.on)
    if (!day) {
      return { text: "The link names a day that is not a date such as 2026-11-21. You see the page as it is now.", changes: [] }
    }
    if (day > today) {
      return { text: `The link names ${inWords(day)}, which is still to come. You see the page as it is now.`, changes: [] }
    }
    const later = dated.filter((change) => change.on > day)
    if (!later.length) return { text: `Nothing has changed in ${what} since ${inWords(day)}.`, changes: [] }
    const count = later.length === 1 ? "One change" : `${later.length} changes`
    const verb = later.length === 1 ? "has" : "have"
    if (later.length === dated.length) {
      return { text: `The link names ${inWords(day)}, before this was first published. ${count} since:`, changes: later }
    }
    return { text: `${count} ${verb} been made to ${what} since ${inWords(day)}. You see the page as it is now.`, changes: later }
  }

  if (typeof module === "object" && module.exports) {
    module.exports = { parseDay, since }
    return
  }

  const list = document.querySelector("[data-history]")
  if (!list) return
  const query = new URLSearchParams(location.search)
  const rows = [...list.querySelectorAll("li")]
  const changes = rows.map((row) => ({ on: row.dataset.on || "", former: row.dataset.former || "", row }))

  function note(label, text, listed) {
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
        const copy = row.cloneNode(true)
        if (list.querySelector("h2")) copy.prepend(`${inWords(row.dataset.on)}: `)
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

  if (query.has("as-of")) {
    const found = since(query.get("as-of"), changes, new Date().toISOString().slice(0, 10), list.dataset.history)
    note("Changes since the day of the link", found.text, found.changes)
  }
  const led = query.get("from") && changes.filter((change) => change.former === query.get("from"))
  if (led && led.length) {
    const title = document.querySelector("h1").textContent.trim()
    note("Why you are here", `You followed a link to an older role, which is now ${title}.`, led)
  }
})()
