// Opens and closes the search dialog. What it does in between, and the index, are scripts that are loaded when a reader
// first asks: pages stay light, and scripts work from disk, where fetching data is refused.

import { address, element } from "../dom/element.js"
import { load } from "../dom/load.js"

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof Element && target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")
}

/** @param {KeyboardEvent} event */
function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target }) {
  const isSlash = key === "/" && !ctrlKey && !metaKey && !altKey && !isTyping(target)
  const isK = key.toLowerCase() === "k" && (ctrlKey || metaKey) && !altKey && !shiftKey
  return isSlash || isK
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLButtonElement[]} buttons that open it
 */
export function setUpSearch(dialog, buttons) {
  const input = /** @type {HTMLInputElement} */ (dialog.querySelector("input"))
  const status = /** @type {HTMLElement} */ (dialog.querySelector("[role=status]"))

  async function ask() {
    try {
      // The search reads the index.
      await load("assets/search-index.js")
      await load(SEARCH_SCRIPT)
      window.rolebookAnswer?.()
    } catch (error) {
      status.replaceChildren("Search could not be loaded. ", element("a", { href: address("roles/") }, "See all roles"))
      throw error // For whoever looks into the console.
    }
  }

  function open(query = input.value) {
    input.value = query
    if (!dialog.open) {
      dialog.showModal()
      if (!window.rolebookAnswer) status.textContent = "Loading…"
      ask()
    }
    input.focus()
    input.select()
  }

  for (const button of buttons) {
    button.addEventListener("click", () => open())
    button.setAttribute("aria-haspopup", "dialog")
    button.setAttribute("aria-keyshortcuts", "/ Control+K Meta+K")
    button.hidden = false
  }
  dialog.querySelector("[data-search-close]")?.addEventListener("click", () => dialog.close())
  input.addEventListener("input", ask)
  addEventListener("keydown", (event) => {
    if (!isShortcut(event)) return
    event.preventDefault()
    open()
  })

  // A press outside closes; one that only ends outside, after text was selected within, does not.
  let isOutside = false
  dialog.addEventListener("pointerdown", (event) => { isOutside = event.target === dialog })
  dialog.addEventListener("click", (event) => { if (isOutside && event.target === dialog) dialog.close() })

  // An address such as "…/?q=pytorch" is a link to a search.
  const linked = new URLSearchParams(location.search).get("q")
  if (linked !== null) open(linked.slice(0, input.maxLength))
}
