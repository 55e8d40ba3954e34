// The linking kit: fills in what is pasted for the choice that was made, and copies it.

import { copy } from "./dom/copy.js"
import { addressOf, fill } from "./linking/texts.js"

/** @param {HTMLElement} form */
function setUpCopy(form) {
  const button = form.querySelector("button")
  const status = form.querySelector(".rb-copied")
  button.hidden = false
  button.addEventListener("click", async () => {
    const field = form.querySelector("textarea")
    const isDone = await copy(field.value)
    if (!isDone) field.select()
    status.textContent = isDone ? "Copied" : "Your browser does not let this page copy. The text is selected: copy it with the keyboard."
    setTimeout(() => { status.textContent = "" }, 4000)
  })
}

/** @param {HTMLElement} kit */
function setUpKit(kit) {
  // Where the site's own address is not known, it is the one by which it is read now.
  const base = kit.dataset.hosted || new URL(`${document.body.dataset.rolebookBase}/`, location.href).href
  const forms = [...kit.querySelectorAll(".rb-kit-form")]
  const select = kit.querySelector("select")
  const note = kit.querySelector(".rb-kit-note")

  const show = () => {
    const chosen = select.selectedOptions[0]
    const now = new Date()
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-")
    const path = chosen.value + ("asOf" in chosen.dataset ? `?as-of=${day}` : "")
    for (const form of forms) {
      const own = form.dataset.path
      form.hidden = Boolean(own) && select.selectedIndex !== 0
      form.querySelector("textarea").value = fill(form.dataset.pattern, form.dataset.escape, {
        title: chosen.dataset.title,
        about: chosen.parentElement.dataset.about,
        url: addressOf(own || path, base),
      })
    }
  }

  note.hidden = !base.startsWith("file:")
  note.textContent = "You read this site from your disk. These addresses work on this computer only."
  select.parentElement.hidden = false
  select.addEventListener("change", show)
  forms.forEach(setUpCopy)
  show()
}

document.querySelectorAll("[data-kit]").forEach(setUpKit)
