// On paper nothing can be unfolded, so everything is; after it, what was folded is folded again.
export function unfoldForPrint() {
  /** @type {HTMLDetailsElement[]} */
  let unfolded = []
  addEventListener("beforeprint", () => {
    unfolded = [...document.querySelectorAll("details:not([open])")]
    unfolded.forEach((details) => { details.open = true })
    document.querySelectorAll("[data-address]:empty").forEach((line) => line.append(location.href))
  })
  addEventListener("afterprint", () => unfolded.forEach((details) => { details.open = false }))
}
