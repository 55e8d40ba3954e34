// @ts-nocheck Its types are not written yet.
// The filters of the page of all roles: they hide and show the cards that are there, keep their state in the address,
// and always offer a way back.

import { setUpCombobox } from "./dom/combobox.js"
import { element } from "./dom/element.js"
import { NONE, fit, inUse, read, write } from "./filter/roles.js"
import { split } from "./search/words.js"

const form = document.querySelector("[data-role-filters]")
const status = document.querySelector("[data-filter-status]")
const message = document.querySelector("[data-filter-message]")
const active = document.querySelector("[data-active-filters]")
const mayFit = document.querySelector("[data-may-fit]")
const mayFitList = mayFit.querySelector("ul")

// What is there: cards with their traits, families with their headings, choices with their names.

const number = (text) => (text === undefined ? null : Number(text))
const cards = [...document.querySelectorAll("[data-filtered] > .rb-card")].map((card) => {
  const { family, seniority, skills, pay, yearsLeast, yearsMost, degreeLeast, degreeMost } = card.dataset
  return { card, home: card.parentElement, traits: { family, seniority, skills: skills.split(" ").filter(Boolean),
    pay: number(pay), years: { least: number(yearsLeast), most: number(yearsMost) },
    degree: { least: number(degreeLeast), most: number(degreeMost) } } }
})
const families = [...document.querySelectorAll("[data-filtered]")].map((list) => ({ list, parts: partsAbove(list) }))

/** The heading of a list, and what stands between. */
function partsAbove(list) {
  const parts = []
  for (let part = list.previousElementSibling; part; part = part.previousElementSibling) {
    parts.push(part)
    if (part.matches("h2")) break
  }
  return parts
}

const selects = [...form.querySelectorAll("select")].map((select) => ({
  select, options: [...select.options].filter(({ value }) => value).map((option) => ({ option, label: option.label })),
}))
const skills = new Map([...form.querySelectorAll("[data-skill-names] option")].map((option) =>
  [option.value, { label: option.label, names: [option.label, ...(option.dataset.aliases ?? "").split(";")].map(wordsOf) }]))
const ranks = new Map([...form.elements.degree.options].map(({ value, dataset }) => [value, Number(dataset.rank)]))
const known = { skills: new Set(skills.keys()) }
for (const { select, options } of selects) known[select.name] = new Set(options.map(({ option }) => option.value))
const labels = new Map(selects.flatMap(({ options }) => options.map(({ option, label }) => [option.value, label])))

function wordsOf(name) {
  return split(name).flatMap(({ whole, parts }) => [whole, ...parts])
}

let filters = NONE
const fitting = (wanted) => cards.filter(({ traits }) => fit(traits, wanted, ranks).verdict === "yes").length

// Showing.

function show(unknown = []) {
  const counts = { yes: 0, no: 0, maybe: 0 }
  for (const { card, home, traits } of cards) {
    const { verdict, unstated, open } = fit(traits, filters, ranks)
    counts[verdict] += 1
    card.querySelector(".rb-unstated")?.remove()
    const doubts = [unstated.length && `Not stated: ${unstated.join(", ")}`, open.length && `Depends: ${open.join(", ")}`]
    if (verdict === "maybe") card.append(element("p", { class: "rb-unstated rb-absent" }, doubts.filter(Boolean).join(". ")))
    // Each in turn to the end of its list: so the order stays, whatever was moved before.
    ;(verdict === "maybe" ? mayFitList : home).append(card)
    card.hidden = verdict === "no"
  }
  for (const { list, parts } of families) {
    const isEmpty = !list.querySelector(":scope > :not([hidden])")
    for (const part of [list, ...parts]) part.hidden = isEmpty
  }
  mayFit.hidden = !counts.maybe
  showChoices()
  showActive()
  showMessage(counts, unknown)
}

/** Beside each choice, how many roles fit with it. */
function showChoices() {
  for (const { select, options } of selects) {
    for (const { option, label } of options) option.label = option.textContent = `${label} (${fitting({ ...filters, [select.name]: option.value })})`
    select.value = filters[select.name]
  }
  for (const name of ["pay", "years"]) {
    const input = form.elements[name]
    if (input && input !== document.activeElement) input.value = filters[name] ?? ""
  }
}

function nameOf({ name, value }) {
  if (name === "pay") return `Pay at least ${value.toLocaleString("en")}`
  if (name === "years") return `Experience at most ${value} ${value === 1 ? "year" : "years"}`
  if (name === "degree") return `Degree at most: ${labels.get(value)}`
  return name === "skills" ? skills.get(value).label : labels.get(value)
}

function showActive() {
  const used = inUse(filters)
  active.hidden = !used.length
  active.replaceChildren(...used.map((one) => {
    const drop = element("button", { class: "rb-drop", type: "button", "aria-label": `Remove filter ${nameOf(one)}` })
    drop.addEventListener("click", () => {
      go(one.without)
      const next = active.querySelector("button") ?? form.elements.family
      next.focus()
    })
    return element("li", {}, element("span", { class: "rb-chip" }, nameOf(one), drop))
  }), ...(used.length > 1 ? [element("li", {}, clearAll())] : []))
}

function clearAll() {
  const clear = element("button", { class: "rb-button rb-button--quiet", type: "button" }, "Clear all")
  clear.addEventListener("click", () => {
    go(NONE)
    form.elements.family.focus()
  })
  return clear
}

function showMessage({ yes, maybe }, unknown) {
  const used = inUse(filters)
  const more = maybe ? ` ${maybe} more may fit.` : ""
  status.textContent = used.length ? `${yes} of ${cards.length} ${cards.length === 1 ? "role fits" : "roles fit"}.${more}` : `${cards.length} roles.`
  message.replaceChildren()
  if (unknown.length) {
    message.append(element("p", { class: "rb-message" }, `Left out, because there is no such choice: ${unknown.join(", ")}.`))
  }
  if (yes || !used.length) return
  const helpful = used.map((one) => ({ one, count: fitting(one.without) })).filter(({ count }) => count)
  const ways = helpful.map(({ one, count }) => {
    const way = element("button", { class: "rb-button rb-button--quiet", type: "button" },
      `${nameOf(one)}: then ${count} ${count === 1 ? "fits" : "fit"}`)
    way.addEventListener("click", () => {
      go(one.without)
      form.elements.family.focus()
    })
    return way
  })
  message.append(element("div", { class: "rb-message" },
    element("p", {}, maybe ? "No role is sure to fit. Below are those that may." : "No role fits.", " Remove:"),
    element("p", { class: "rb-toolbar" }, ...ways, clearAll())))
}

// Asking.

/** @param {boolean} isTyping so that each key in a number is not a step to go back over */
function go(next, isTyping = false) {
  filters = next
  const url = `${location.pathname}${write(filters)}${location.hash}`
  if (isTyping) history.replaceState(null, "", url)
  else if (write(filters) !== location.search) history.pushState(null, "", url)
  show()
}

function readAddress() {
  const asked = read(location.search, known)
  filters = asked.filters
  if (!form.elements.pay) filters.pay = null
  show(asked.unknown)
}

form.addEventListener("input", ({ target }) => {
  const { name, value } = target
  if (target.matches("select")) go({ ...filters, [name]: value })
  else if (target.matches("[type=number]")) go({ ...filters, [name]: /^\d{1,9}$/.test(value) ? Number(value) : null }, true)
})
form.addEventListener("submit", (event) => event.preventDefault())

const combobox = form.querySelector(".rb-picker")
setUpCombobox(combobox, (query) => {
  const wanted = split(query).map(({ whole }) => whole)
  const counts = new Map()
  for (const { traits } of cards) {
    if (fit(traits, filters, ranks).verdict === "yes") for (const id of traits.skills) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return [...skills]
    .filter(([id, { names }]) => !filters.skills.includes(id)
      && names.some((words) => wanted.every((word) => words.some((other) => other.startsWith(word)))))
    .map(([id, { label }]) => ({ id, label, detail: `(${counts.get(id) ?? 0})` }))
}, (id) => go({ ...filters, skills: [...filters.skills, id] }))

addEventListener("popstate", readAddress)
form.hidden = false
readAddress()
