// The search dialog. The library, the index and the ranking are scripts that are loaded when a reader first opens it:
// pages stay light, and scripts work from disk, where fetching data is refused. Nothing is remembered.

import { word } from "../dom/config.js"
import { address, element } from "../dom/element.js"
import { load } from "../dom/load.js"

const HEADINGS = {
  role: "Roles",
  comparison: "Comparisons",
  skill: "Skills",
  section: "In the text of roles",
  page: "Pages",
  nearest: "Did you mean",
  all: "Or look through",
}
const CONTEXTS = { name: "Also called: ", term: "Skills and degrees: ", text: "" }
const ALL_ROLES = { url: "roles/", title: [{ text: "All roles", hit: false }], context: null }

const dialog = document.getElementById("search")
const input = document.getElementById("search-input")
const status = document.getElementById("search-status")
const results = document.getElementById("search-results")

let engine
async function getEngine() {
  // SEARCH_SCRIPT is put in by scripts/rolebook/exports/assets.py: the hashed name of search.js.
  await Promise.all([load(SEARCH_SCRIPT), load("assets/search-index.js")])
  engine ??= window.rolebookCreateSearch(window.rolebookSearch)
  return engine
}

// Showing. Everything from the index goes in as text, so that a title may hold any character.

/** Hits in <mark>, and the whole kept apart from the direction of the text around it. */
function marked(pieces) {
  return element("bdi", {}, ...pieces.map(({ text, hit }) => (hit ? element("mark", {}, text) : text)))
}

// The option is the link itself: an option's contents mean nothing to a screen reader, and a link opens in a new tab.
function option({ url, title, context }) {
  const attributes = { class: "rb-result", role: "option", "aria-selected": "false", tabindex: "-1", href: address(url) }
  const link = element("a", attributes, element("span", { class: "rb-result-title" }, marked(title)))
  if (context) link.append(" ", element("span", { class: "rb-result-context" }, CONTEXTS[context.from], marked(context.pieces)))
  return link
}

function group(kind, found, total) {
  const id = `search-${kind}`
  const count = total > found.length ? `${found.length} of ${total}` : ""
  return element("div", { class: "rb-result-group", role: "group", "aria-labelledby": id },
    element("div", { class: "rb-result-heading", id }, HEADINGS[kind], count && element("span", {}, ` ${count}`)),
    ...found.map(option))
}

function statusOf(query, total) {
  if (!query) return ""
  if (!total) return word("search.result.none", query)
  return total === 1 ? word("search.result.one") : word("search.result.other", total)
}

function show(query, { total, groups, nearest }) {
  const shown = groups.map(({ kind, results, total }) => group(kind, results, total))
  if (nearest.length) shown.push(group("nearest", nearest, nearest.length))
  if (query && !total) shown.push(group("all", [ALL_ROLES], 1))
  results.replaceChildren(...shown)
  results.hidden = !shown.length
  results.scrollTop = 0
  input.setAttribute("aria-expanded", String(shown.length > 0))
  for (const [i, link] of options().entries()) link.id = `search-result-${i}`
  status.textContent = statusOf(query, total)
  select(0)
}

// The selection. Focus stays in the field; the selected result is pointed to.

const options = () => [...results.querySelectorAll("[role=option]")]
const selected = () => results.querySelector("[aria-selected=true]")

function select(place) {
  const all = options()
  selected()?.setAttribute("aria-selected", "false")
  const link = all.at(place % (all.length || 1))
  if (!link) return input.removeAttribute("aria-activedescendant")
  link.setAttribute("aria-selected", "true")
  input.setAttribute("aria-activedescendant", link.id)
  const isFirst = link.previousElementSibling?.matches(".rb-result-heading")
  if (isFirst) link.parentElement.firstElementChild.scrollIntoView({ block: "nearest" })
  link.scrollIntoView({ block: "nearest" })
}

function onKey(event) {
  // While an input method composes a word, the arrows and Enter are its own.
  if (event.isComposing) return
  const at = options().indexOf(selected())
  if (event.key === "ArrowDown") select(at + 1)
  else if (event.key === "ArrowUp") select(at - 1)
  else if (event.key === "Enter") follow(event)
  else return
  event.preventDefault()
}

/** As a click would, so that Ctrl or Cmd with Enter opens a new tab. */
function follow({ ctrlKey, metaKey, shiftKey }) {
  selected()?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }))
}

// Asking. Of several keys within one frame only the last is answered.

let isWaiting = false
function ask() {
  if (!isWaiting) requestAnimationFrame(answer)
  isWaiting = true
}

async function answer() {
  isWaiting = false
  try {
    const { search } = await getEngine()
    const query = input.value.trim()
    show(query, query ? search(query) : { total: 0, groups: [], nearest: [] })
  } catch (error) {
    show("", { total: 0, groups: [], nearest: [] })
    status.replaceChildren("Search could not be loaded. ", element("a", { href: address(ALL_ROLES.url) }, "See all roles"))
    throw error // For whoever looks into the console.
  }
}

function open(query = input.value) {
  input.value = query
  if (!dialog.open) {
    dialog.showModal()
    if (!engine) status.textContent = "Loading…"
    ask()
  }
  input.focus()
  input.select()
}

function isTyping(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
}

function onShortcut(event) {
  const { key, ctrlKey, metaKey, altKey, shiftKey, target } = event
  const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping(target)
  const isK = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey
  if (!isSlash && !isK) return
  event.preventDefault()
  open()
}

for (const button of document.querySelectorAll("[data-search-open]")) {
  button.addEventListener("click", () => open())
  button.setAttribute("aria-haspopup", "dialog")
  button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K")
  button.hidden = false
}
document.querySelector("[data-search-close]").addEventListener("click", () => dialog.close())
addEventListener("keydown", onShortcut)
input.addEventListener("input", ask)
input.addEventListener("keydown", onKey)

// A press on a result leaves the focus in the field: after a result was opened in another tab, the arrows still work.
results.addEventListener("mousedown", (event) => event.preventDefault())
results.addEventListener("click", (event) => {
  const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  if (event.target.closest("a") && !opensElsewhere) dialog.close()
})

// A press outside closes; one that only ends outside, after text was selected within, does not.
let isOutside = false
dialog.addEventListener("pointerdown", (event) => { isOutside = event.target === dialog })
dialog.addEventListener("click", (event) => { if (isOutside && event.target === dialog) dialog.close() })

// An address such as "…/?q=pytorch" is a link to a search.
const linked = new URLSearchParams(location.search).get("q")
if (linked !== null) open(linked.slice(0, input.maxLength))
