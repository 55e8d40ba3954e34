// @ts-nocheck Its types are not written yet.
// "Which role does my posting describe?": the form, and what it shows. Its data is loaded at the first use, so that the
// page stays light. The text stays on the page.

import { card, hostedAddress } from "./posting/card.js"
import { createMatcher } from "./posting/match.js"
import { summary } from "./posting/reasons.js"
import { element } from "./dom/element.js"
import { load } from "./dom/load.js"

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

function* shown({ asked, fits }, data) {
  if (fits.length) {
    if (!hostedAddress("")) {
      yield element("p", {}, "This copy does not know its public address, so links cannot be copied from it.")
    }
    yield element("ol", { class: "rb-posting-fits" }, ...fits.map((fit, place) => card(fit, asked, data, place === 0)))
  } else if (asked.skills.length) {
    const names = asked.skills.map((skill) => data.skills[skill].label)
    yield element("p", {}, `Skills recognised in your text: ${names.join(", ")}.`)
  }
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
    const found = match(source)
    status.textContent = summary(found, window.rolebookPosting)
    results.append(...shown(found, window.rolebookPosting))
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
