// The linking kit: fills in what is pasted for the choice that was made, and copies it. The part that makes texts is
// the same as scripts/rolebook/pages/linking_kit.py, and a test holds them together.

(() => {
  "use strict"

  const ESCAPES = {
    plain: (text) => text,
    markdown: (text) => text.replace(/[\\`*_[\]<>&]/g, "\\$&"),
    html: (text) =>
      text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[sign]),
  }

  // One pass, so that a value which looks like a placeholder stays text.
  const fill = (pattern, kind, values) =>
    pattern.replace(/\{(title|about|url)\}/g, (_, name) => ESCAPES[kind](values[name]))

  // From disk no server turns a folder into its page.
  const inFolder = (path) => path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html")
  const addressOf = (path, base) => new URL(base.startsWith("file:") ? inFolder(path) : path, base).href

  if (typeof module !== "undefined") {
    module.exports = { fill, addressOf }
    return
  }

  async function copy(field) {
    try {
      await navigator.clipboard.writeText(field.value)
    } catch {
      // A page that is not from a secure address may not use the clipboard; a selection can still be copied.
      field.select()
      if (!document.execCommand("copy")) throw new Error("not copied")
    }
  }

  function setUpCopy(form) {
    const button = form.querySelector("button")
    const status = form.querySelector(".rb-copied")
    button.hidden = false
    button.addEventListener("click", () => {
      copy(form.querySelector("textarea")).then(
        () => { status.textContent = "Copied" },
        () => { status.textContent = "Your browser does not let this page copy. The text is selected: copy it with the keyboard." },
      )
      setTimeout(() => { status.textContent = "" }, 4000)
    })
  }

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
})()
