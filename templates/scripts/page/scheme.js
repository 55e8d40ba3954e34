// The colour switch.

const root = document.documentElement

// The page follows the system until the reader asks for the other scheme; asking for the system's own
// scheme again forgets the choice, so that the page follows the system as before.
const system = matchMedia("(prefers-color-scheme: dark)")
const isDark = () => (root.dataset.scheme || (system.matches ? "dark" : "light")) === "dark"

/** @param {HTMLButtonElement} button */
export function setUpSchemeSwitch(button) {
  const show = () => button.setAttribute("aria-pressed", String(isDark()))
  button.addEventListener("click", () => {
    const wanted = isDark() ? "light" : "dark"
    const chosen = (wanted === "dark") === system.matches ? "" : wanted
    root.dataset.scheme = chosen
    try {
      localStorage.setItem("rolebook.scheme", chosen)
    } catch {
      // A browser may refuse storage to a page from disk: the choice then lasts as long as the page.
    }
    show()
  })
  system.addEventListener("change", show)
  show()
  button.hidden = false
}
