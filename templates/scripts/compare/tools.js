// @ts-nocheck Its types are not written yet.
// What a reader does with a comparison: show only what differs, copy, print. On the page of a pair it enhances the
// tables that are there; on the hub picker.js calls it for what the picker shows.

import { copy } from "../dom/copy.js"
import { element } from "../dom/element.js"
import { load } from "../dom/load.js"
import { align, toCsv, toMarkdown } from "./roles.js"

/** Filled by the scripts of roles, each of which is a file of its own. */
window.rolebookRoles = {}

/** The data of one role. */
export async function loadRole(slug) {
  await load(`assets/roles/${encodeURIComponent(slug)}.js`)
  return window.rolebookRoles[slug]
}

/**
 * @param {HTMLElement} tools holds the switch and the buttons
 * @param {HTMLElement} scope holds the tables; each row has its verdict (`data-verdict`)
 * @param {() => string[]} slugs of the roles that are compared now
 * @returns {() => void} to be called when the tables have changed
 */
export function setUp(tools, scope, slugs) {
  const differences = tools.querySelector("[data-only-differences]")
  const status = tools.querySelector("[role=status]")

  function say(text, isDone = false) {
    status.className = isDone ? "rb-copied" : "rb-hint"
    status.textContent = text
  }

  function show() {
    scope.classList.toggle("rb-only-differences", differences.checked)
    const rows = scope.querySelectorAll("tbody tr[data-verdict=same]:not(.rb-group-head), li[data-verdict=same]").length
    if (!differences.checked) say("")
    else if (rows) say(`${rows} ${rows === 1 ? "row is" : "rows are"} the same, and hidden.`)
    else say("No row is known to be the same.")
  }

  async function copyAs(button) {
    const isCsv = button.dataset.copy === "csv"
    try {
      const roles = await Promise.all(slugs().map(loadRole))
      const groups = align(roles).map((group) => ({
        ...group, rows: differences.checked ? group.rows.filter(({ verdict }) => verdict !== "same") : group.rows,
      })).filter(({ rows }) => rows.length)
      const isDone = await copy((isCsv ? toCsv : toMarkdown)(roles, groups))
      say(isDone ? `Copied as ${isCsv ? "CSV" : "Markdown"}.` : "Not copied: the browser refused.", isDone)
    } catch (error) {
      say("Not copied: the data of a role could not be loaded.")
      throw error // For whoever looks into the console.
    }
  }

  differences.addEventListener("change", show)
  for (const button of tools.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copyAs(button))
  tools.querySelector("[data-print]").addEventListener("click", () => print())
  tools.hidden = false
  return show
}

/** Says so under each table in which every row is the same. */
function noteSame(scope) {
  for (const table of scope.querySelectorAll(".rb-compare")) {
    const isSame = [...table.tBodies[0].rows].every((row) => row.dataset.verdict === "same")
    if (isSame) table.after(element("p", { class: "rb-status rb-no-difference" }, "No differences here."))
  }
}

/** On the page of a pair: its tables are there already. */
export function setUpPair(tools) {
  const scope = tools.closest("article")
  noteSame(scope)
  setUp(tools, scope, () => tools.dataset.roles.split(" "))
}
