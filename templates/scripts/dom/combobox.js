// A field in which a reader types to find, and chooses from a list under it: the editable combobox of the ARIA
// Authoring Practices. Focus stays in the field; the marked choice is pointed to.

import { element } from "./element.js"

const MOST = 50

/**
 * @param {HTMLElement} box holds an input, a list, and a line of status for screen readers
 * @param {(query: string) => {id: string, label: string, detail?: string}[]} find
 * @param {(id: string) => void} choose
 */
export function setUpCombobox(box, find, choose) {
  const input = box.querySelector("input")
  const list = box.querySelector("[role=listbox]")
  const status = box.querySelector("[role=status]")
  /** @type {{id: string, label: string, detail?: string}[]} */
  let shown = []
  let at = -1

  function open() {
    const found = find(input.value.trim())
    shown = found.slice(0, MOST)
    list.replaceChildren(...shown.map(({ id, label, detail }, place) =>
      element("li", { role: "option", id: `${list.id}-${place}`, "data-id": id, "aria-selected": "false" },
        element("bdi", {}, label), detail && element("span", { class: "rb-option-detail" }, ` ${detail}`))))
    list.hidden = !shown.length
    input.setAttribute("aria-expanded", String(!list.hidden))
    if (found.length > MOST) status.textContent = `The first ${MOST} of ${found.length}. Type more to narrow them.`
    else if (found.length) status.textContent = `${found.length} to choose from.`
    else status.textContent = `Nothing called “${input.value.trim()}” is left to choose.`
    mark(input.value.trim() ? 0 : -1)
  }

  function close() {
    list.hidden = true
    shown = []
    input.setAttribute("aria-expanded", "false")
    status.textContent = ""
    mark(-1)
  }

  /** @param {number} place */
  function mark(place) {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false")
    at = shown.length ? place : -1
    const option = list.children[at]
    if (!option || list.hidden) return input.removeAttribute("aria-activedescendant")
    option.setAttribute("aria-selected", "true")
    input.setAttribute("aria-activedescendant", option.id)
    option.scrollIntoView({ block: "nearest" })
  }

  /** @param {string} id */
  function take(id) {
    input.value = ""
    close()
    choose(id)
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    // While an input method composes a word, the arrows and Enter are its own.
    if (event.isComposing) return
    const { key } = event
    if (key === "ArrowDown" || key === "ArrowUp") {
      if (list.hidden) open()
      const step = key === "ArrowDown" ? 1 : -1
      if (shown.length) mark(at < 0 ? (step > 0 ? 0 : shown.length - 1) : (at + step + shown.length) % shown.length)
    } else if (key === "Enter" && shown[at]) take(shown[at].id)
    else if (key === "Escape" && !list.hidden) close()
    else if (key === "Escape") input.value = ""
    else if (key !== "Enter") return
    event.preventDefault()
  }

  input.addEventListener("input", open)
  input.addEventListener("click", () => { if (list.hidden) open() })
  input.addEventListener("keydown", onKey)
  input.addEventListener("blur", close)
  // A press on the list must not take the focus from the field, which would close the list before the click.
  list.addEventListener("mousedown", (/** @type {MouseEvent} */ event) => event.preventDefault())
  list.addEventListener("click", (/** @type {MouseEvent} */ { target }) => {
    const option = /** @type {?HTMLElement} */ (target instanceof Element ? target.closest("[role=option]") : null)
    if (option) take(option.dataset.id ?? "")
  })
}
