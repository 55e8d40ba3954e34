// "Which role does my posting describe?": the form, and what it shows. Its data is loaded at the first use, so that the
// page stays light. The text stays on the page.

import { address, element } from "./dom/element.js"
import { load } from "./dom/load.js"
import { createMatcher } from "./posting/match.js"

const STRENGTHS = { strong: "Strong match", partial: "Partial match", weak: "Weak match" }
const MOST_LISTED = 10
/** Fewer recognised terms than that say little. */
const FEW = 3

const form = document.getElementById("posting")
const field = document.getElementById("posting-text")
const status = document.getElementById("posting-status")
const results = document.getElementById("posting-results")

let matcher
async function getMatcher() {
  await load("assets/posting-data.js")
  matcher ??= createMatcher(window.rolebookPosting)
  return matcher
}

// Words. All text goes in as text, that of the posting too.

const count = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

function yearsOf([low, high]) {
  if (high === null) return `${count(low, "year")} or more`
  if (low === 0) return `up to ${count(high, "year")}`
  return low === high ? count(low, "year") : `${low} to ${count(high, "year")}`
}

function listed(skills, data) {
  const names = skills.slice(0, MOST_LISTED).map((skill) => data.skills[skill]).join(", ")
  return skills.length > MOST_LISTED ? `${names}, and ${skills.length - MOST_LISTED} more` : names
}

function reasons({ asked, fit, role, data }) {
  const { parts } = fit
  const lines = []
  const title = asked.titles[fit.role]
  if (title) lines.push(`The title: “${title[1]}”${title[0] < 80 ? ", further down in the text" : ""}.`)
  if (fit.shared.length) {
    const all = role.required.length + role.preferred.length
    lines.push(`${fit.shared.length} of the role’s ${count(all, "skill")}: ${listed(fit.shared, data)}.`)
  }
  if (parts.years === 100) lines.push(`The years of experience: ${yearsOf(asked.years[0])}.`)
  if (parts.leadingYears === 100) lines.push(`The years of leading people: ${yearsOf(asked.leadingYears[0])}.`)
  if (parts.degree === 100) lines.push(`The degree: ${data.degrees[asked.degree]}.`)
  if (parts.leads === 100) lines.push(`Leading people: “${asked.leads}”.`)
  return lines
}

function missing({ asked, fit, role, data }) {
  const lines = []
  if (fit.leftOut.length) lines.push(`Skills: ${listed(fit.leftOut, data)}.`)
  if (role.years && !asked.years) lines.push(`Years of experience; usual are ${role.yearsShown}.`)
  if (role.leadingYears && !asked.leadingYears) lines.push(`Years of leading people; usual are ${role.leadingYearsShown}.`)
  if (role.degree !== null && asked.degree === null && asked.preferred === null) {
    lines.push(`A degree; usual is: ${data.degrees[role.degree]}.`)
  }
  if (role.leads && !asked.leads) lines.push("Leading people.")
  return lines
}

function compareYears(what, asked, usual, shown) {
  if (!asked || !usual) return null
  const [low, high] = asked[0]
  if (usual[1] !== null && low > usual[1]) return { beyond: `${what}: ${yearsOf(asked[0])}, where ${shown} are usual.` }
  if (high !== null && high < usual[0]) return { less: `${what}: ${yearsOf(asked[0])}, where ${shown} are usual.` }
  return null
}

function differences({ asked, fit, role, data }) {
  const years = [
    compareYears("Years of experience", asked.years, role.years, role.yearsShown),
    compareYears("Years of leading people", asked.leadingYears, role.leadingYears, role.leadingYearsShown),
  ].filter(Boolean)
  const beyond = years.map((one) => one.beyond)
  const less = years.map((one) => one.less)
  if (fit.beyond.length) beyond.unshift(`Skills: ${listed(fit.beyond, data)}.`)
  if (asked.degree !== null && role.degree !== null && asked.degree !== role.degree) {
    const line = `Degree: ${data.degrees[asked.degree]}, where the usual one is: ${data.degrees[role.degree]}.`
    if (asked.degree > role.degree) beyond.push(line)
    else less.push(line)
  }
  if (asked.leads && !role.leads) beyond.push(`Leading people: “${asked.leads}”.`)
  return { beyond: beyond.filter(Boolean), less: less.filter(Boolean) }
}

// Showing.

/** Where the site is published, for a link that works in a posting; null when a copy on disk does not know. */
function hostedAddress(path) {
  const canonical = document.querySelector("link[rel=canonical]")?.href
  if (canonical) return new URL(path, new URL(`${document.body.dataset.rolebookBase}/`, canonical)).href
  return location.protocol === "file:" ? null : address(path)
}

function copyButton(hosted, title) {
  const button = element("button", { type: "button", class: "rb-button rb-button--quiet" },
    "Copy link", element("span", { class: "rb-visually-hidden" }, ` to ${title}`))
  const told = element("span", { class: "rb-copied", role: "status" })
  button.addEventListener("click", async () => {
    told.textContent = ""
    try {
      await navigator.clipboard.writeText(hosted)
      told.textContent = "Copied"
    } catch {
      // A browser may refuse the clipboard: then the address is there to be copied by hand.
      told.replaceWith(element("code", {}, hosted))
    }
  })
  return [button, told]
}

function block(heading, lines) {
  if (!lines.length) return []
  return [element("h4", {}, heading), element("ul", {}, ...lines.map((line) => element("li", {}, line)))]
}

function card(fit, asked, data, isFirst) {
  const role = data.roles[fit.role]
  const given = { asked, fit, role, data }
  const { beyond, less } = differences(given)
  const hosted = hostedAddress(role.path)
  const link = element("a", { href: address(role.path) }, element("bdi", {}, role.title))
  const heading = element("h3", {}, link, " ", element("span", { class: `rb-badge rb-posting-${fit.strength}` }, STRENGTHS[fit.strength]))
  const more = [
    ...block("Why it fits", reasons(given)),
    ...block("Your posting does not mention", missing(given)),
    ...block("Beyond this role", beyond),
    ...block("Less than is usual", less),
  ]
  const body = isFirst ? more : [element("details", { class: "rb-details" }, element("summary", {}, "Why, and what differs",
    element("span", { class: "rb-visually-hidden" }, `: ${role.title}`)), element("div", {}, ...more))]
  const tools = hosted ? [element("p", { class: "rb-posting-copy" }, ...copyButton(hosted, role.title))] : []
  return element("li", { class: "rb-panel" }, heading, ...tools, ...body)
}

function termsIn(asked) {
  const others = [asked.years, asked.leadingYears, asked.leads, asked.degree, asked.preferred]
  return Object.keys(asked.titles).length + asked.skills.length + others.filter((one) => one !== null).length
}

function summary({ asked, fits }, data) {
  const terms = termsIn(asked)
  const said = []
  if (!terms) said.push("Could not recognise any English terms of this catalogue in the text.")
  else if (!fits.length) said.push("No role fits well.")
  else {
    const [{ role, strength }] = fits
    const best = `${data.roles[role].title} (${STRENGTHS[strength].toLowerCase()})`
    said.push(strength === "weak" ? `No role fits well. The nearest: ${best}.` : `The best fit: ${best}.`)
  }
  if (terms && terms < FEW) said.push("Only few terms were recognised; English terms are.")
  if (asked.cut) said.push("The text is long: only its first 50,000 characters were read.")
  return said.join(" ")
}

function recognised(asked, data) {
  if (!asked.skills.length) return []
  return [element("p", {}, `Skills recognised in your text: ${asked.skills.map((skill) => data.skills[skill]).join(", ")}.`)]
}

async function show() {
  const source = field.value
  results.replaceChildren()
  if (!source.trim()) {
    status.textContent = "Paste the text of a posting first."
    field.focus()
    return
  }
  status.textContent = "Reading …"
  try {
    const match = await getMatcher()
    if (source !== field.value) return
    const data = window.rolebookPosting
    const found = match(source)
    status.textContent = summary(found, data)
    if (found.fits.length) {
      if (!hostedAddress("")) results.append(element("p", {}, "This copy does not know its public address, so links cannot be copied from it."))
      results.append(element("ol", { class: "rb-posting-fits" }, ...found.fits.map((fit, place) => card(fit, found.asked, data, place === 0))))
    } else {
      results.append(...recognised(found.asked, data))
    }
  } catch {
    status.textContent = "The data for this did not load. Reload the page and try again."
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault()
  show()
})
form.addEventListener("reset", () => {
  results.replaceChildren()
  status.textContent = ""
  field.focus()
})
document.getElementById("posting-needs-script").hidden = true
form.hidden = false
