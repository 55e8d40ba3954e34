// @ts-nocheck Its types are not written yet.
// The picker on the page of comparisons: two to four roles, chosen by name, side by side at once. The choice is in the
// address, so that it can be shared, kept and gone back to.

import { MOST, createFinder, read, write } from "./compare/choice.js"
import { align, and, countSkills } from "./compare/roles.js"
import { layOut } from "./compare/scale.js"
import { sortByColumn } from "./compare/sort-table.js"
import { loadRole, setUp } from "./compare/tools.js"
import { heads, letter, link, payChart, table } from "./compare/view.js"
import { setUpCombobox } from "./dom/combobox.js"
import { element } from "./dom/element.js"

const catalogue = window.rolebookCatalogue

const picker = document.querySelector("[data-compare-picker]")
const part = (name) => picker.querySelector(`[data-${name}]`)
const [chosen, messages, prompt, result, tools, status] =
  ["chosen", "messages", "prompt", "result", "compare-tools", "picked"].map(part)
const box = picker.querySelector(".rb-picker")
const input = box.querySelector("input")
const hint = box.querySelector(".rb-hint")

const titles = new Map(catalogue.roles.map(([slug, title]) => [slug, title]))
const find = createFinder(catalogue)
let slugs = []
const tooled = setUp(tools, result, () => slugs)
tools.hidden = true

function go(next) {
  history.pushState(null, "", `${location.pathname}${write(next)}`)
  show([])
  status.textContent = next.length ? `Comparing ${and(next.map((slug) => titles.get(slug)))}.` : "Nothing is chosen."
}

const add = (slug) => go([...slugs, slug])

function remove(slug) {
  go(slugs.filter((other) => other !== slug))
  // What had the focus is gone: it goes to the next thing of its kind.
  const next = chosen.querySelector("button") ?? input
  next.focus()
}

const button = (text, act, label) => {
  const made = element("button", { class: "rb-button rb-button--quiet", type: "button", "aria-label": label }, text)
  made.addEventListener("click", act)
  return made
}

/** Shows what the address asks for. */
async function show(more) {
  const asked = read(location.search, catalogue)
  slugs = asked.slugs
  chosen.replaceChildren(...slugs.map((slug, side) => {
    const drop = element("button", { class: "rb-drop", type: "button", "aria-label": `Remove ${titles.get(slug)}` })
    drop.addEventListener("click", () => remove(slug))
    return element("li", {}, element("span", { class: `rb-chip rb-${"abcd"[side]}` }, letter(side), element("bdi", {}, titles.get(slug)), drop))
  }))
  chosen.hidden = !slugs.length
  input.disabled = slugs.length === MOST
  messages.replaceChildren(...[...more, ...asked.problems].map(message))
  hint.textContent = slugs.length < MOST ? "Choose two to four." : "Four are chosen. Remove one to add another."
  await draw(slugs)
}

async function draw(wanted) {
  try {
    const roles = await Promise.all(wanted.map(loadRole))
    if (wanted === slugs) fill(roles)
  } catch (error) {
    messages.append(element("p", { class: "rb-message" }, "The data of a role could not be loaded. Load the page again."))
    throw error // For whoever looks into the console.
  }
}

function fill(roles) {
  tools.hidden = roles.length < 2
  result.replaceChildren()
  prompt.replaceChildren(...(roles.length < 2 ? suggestions(roles) : pages(roles)))
  if (roles.length) {
    const groups = align(roles)
    const compared = roles.length > 1
    // What differs is marked only where there is something to differ from.
    if (!compared) groups.forEach(({ rows }) => rows.forEach((row) => Object.assign(row, { mark: "", verdict: "unknown" })))
    result.append(heads(roles), ...[payChart(layOut(roles))].filter(Boolean),
      ...(compared ? [element("p", {}, summary(groups, roles))] : []), table(roles, groups))
  }
  tooled()
}

function summary(groups, roles) {
  const { shared, only } = countSkills(groups, roles)
  const all = { 2: "Both", 3: "All three", 4: "All four" }[roles.length]
  return `${all} name ${shared} ${shared === 1 ? "skill" : "skills"}. `
    + `${and(roles.map(({ title }, side) => `${title} alone names ${only[side]}`))}. `
    + "“Not named” does not mean “not needed”: a source may simply not say it."
}

function suggestions(roles) {
  if (!roles.length) return []
  const near = roles[0].near.filter((slug) => titles.has(slug))
  return [element("p", {}, `Choose one more. Near to ${roles[0].title}:`),
    element("p", { class: "rb-toolbar" }, ...near.map((slug) => button(titles.get(slug), () => add(slug), `Add ${titles.get(slug)}`)))]
}

/** The pages of those pairs that have one. */
function pages(roles) {
  const links = roles.flatMap((one, place) => roles.slice(place + 1).filter((other) => one.pages.includes(other.slug))
    .map((other) => link(`compare/${[one.slug, other.slug].sort().join("-vs-")}/`, `${one.title} and ${other.title}`)))
  if (!links.length) return []
  const said = links.length === 1 ? "The page of this pair, with more: " : "Pages of pairs, with more: "
  return [element("p", { class: "rb-pair-pages" }, said, ...links.flatMap((one, place) => (place ? [" · ", one] : [one])))]
}

function message({ kind, name, to, nearest }) {
  const said = {
    unknown: `No role is called “${name}”.`,
    renamed: `“${name}” is now called ${titles.get(to)}.`,
    merged: `“${name}” is now part of ${titles.get(to)}.`,
    retired: `“${name}” is no longer in this catalogue.`,
    many: `${name} is left out: ${MOST} roles fit side by side.`,
  }[to || ["unknown", "retired", "many"].includes(kind) ? kind : "retired"]
  const offers = slugs.length < MOST ? nearest : []
  return element("div", { class: "rb-message" }, element("p", {}, said, offers.length ? " Nearest:" : ""),
    offers.length > 0 && element("p", { class: "rb-toolbar" },
      ...offers.map((slug) => button(titles.get(slug), () => add(slug), `Compare ${titles.get(slug)}`))))
}

setUpCombobox(box, (query) => find(query, slugs), (slug) => {
  add(slug)
  if (input.disabled) chosen.querySelector("li:last-child button").focus()
})
addEventListener("popstate", () => show([]))
picker.hidden = false
show([])

document.querySelectorAll("table[data-sortable]").forEach(sortByColumn)
