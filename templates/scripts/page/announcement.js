// The announcement: a reader may put it away, until it says something else.

const KEY = "rolebook.announcement"

/** @param {HTMLElement} bar with a button to put it away */
export function setUpAnnouncement(bar) {
  const words = bar.querySelector("[data-announce-words]").textContent.trim()
  const button = bar.querySelector("[data-announce-dismiss]")
  if (!button) return
  try {
    if (localStorage.getItem(KEY) === words) bar.hidden = true
  } catch {
    return // Without storage it could not stay away, so there is no button.
  }
  button.hidden = false
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, words)
    bar.hidden = true
    document.querySelector("main").focus()
  })
}
