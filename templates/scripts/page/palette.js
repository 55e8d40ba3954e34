// The colours of theme.palette, where there are several: the button of the palette that holds leads to the next one.
// Without a choice, the first palette whose media query matches holds (assets/palette.css says the same).

const root = document.documentElement
const KEY = "rolebook.palette"

/** @param {HTMLButtonElement[]} buttons one for each palette, in the order of mkdocs.yml */
export function setUpPalettes(buttons) {
  const asked = () => buttons.findIndex(({ dataset }) => dataset.media && matchMedia(dataset.media).matches)
  const current = () => Number(root.dataset.palette ?? Math.max(asked(), 0))

  function show() {
    // A palette without a toggle has no words, and so no button.
    buttons.forEach((button, at) => { button.hidden = at !== current() || !button.textContent.trim() })
  }

  buttons.forEach((button, at) => {
    button.addEventListener("click", () => {
      root.dataset.palette = String((at + 1) % buttons.length)
      try {
        localStorage.setItem(KEY, root.dataset.palette)
      } catch {
        // A browser may refuse storage to a page from disk: the choice then lasts as long as the page.
      }
      show()
      buttons[current()].focus()
    })
    if (at && buttons[at].dataset.media) matchMedia(buttons[at].dataset.media).addEventListener("change", show)
  })
  show()
}
