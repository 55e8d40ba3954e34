// What written pages need: blocks of code that scroll by keyboard and can be copied, tabs that change together, names
// for the boxes of tasks. A page is complete without it.

import { features, word } from "./dom/config.js"
import { copy } from "./dom/copy.js"
import { watchScrolling } from "./page/tables.js"

/** @param {string} selector */
const all = (selector) => [...document.querySelectorAll(selector)]

for (const box of all(".task-list-item input")) {
  box.setAttribute("aria-label", box.closest("li").textContent.trim())
}

watchScrolling(all(".rb-content pre"))

const icon = document.querySelector("[data-copy-icon]")
if (icon) {
  const status = document.createElement("p")
  status.className = "rb-visually-hidden"
  status.setAttribute("role", "status")
  document.querySelector("main").append(status)
  for (const block of all(".highlight")) {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "rb-quiet rb-copy-code"
    button.title = word("clipboard.copy")
    button.setAttribute("aria-label", button.title)
    button.append(icon.content.cloneNode(true))
    button.addEventListener("click", async () => {
      if (!await copy(block.querySelector("code").textContent.trimEnd())) return
      button.title = status.textContent = word("clipboard.copied")
      button.classList.add("rb-copy-code--done")
    })
    block.append(button)
  }
}

if (features.includes("content.tabs.link")) {
  /** @param {HTMLInputElement} input */
  const name = (input) => document.querySelector(`label[for="${input.id}"]`).textContent.trim()
  addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement && target.matches(".tabbed-set > input"))) return
    for (const input of all(".tabbed-set > input")) if (name(input) === name(target)) input.checked = true
  })
}
