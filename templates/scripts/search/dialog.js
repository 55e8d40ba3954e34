// @ts-nocheck Its types are not written yet.
// What the search dialog does once it is open: it shows what is found, and moves the selection. Nothing is remembered.

import { word } from "../dom/config.js"
import { address, element } from "../dom/element.js"

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

const input = document.getElementById("search-input")
const status = document.getElementById("search-status")
const results = document.getElementById("search-results")

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
  const shown = groups.map((one) => group(one.kind, one.results, one.total))
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

/**
 * Listens to the reader.
 * @param {(query: string) => {total: number, groups: object[], nearest: object[]}} search
 * @returns {() => void} answers what the field holds
 */
export function setUpDialog(search) {
  let isWaiting = false
  function answer() {
    isWaiting = false
    const query = input.value.trim()
    show(query, query ? search(query) : { total: 0, groups: [], nearest: [] })
  }

  input.addEventListener("keydown", onKey)
  // A press on a result leaves the focus in the field: after a result was opened in another tab, the arrows still work.
  results.addEventListener("mousedown", (event) => event.preventDefault())
  results.addEventListener("click", (event) => {
    const opensElsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
    if (event.target.closest("a") && !opensElsewhere) results.closest("dialog").close()
  })
  return () => {
    if (!isWaiting) requestAnimationFrame(answer)
    isWaiting = true
  }
}
