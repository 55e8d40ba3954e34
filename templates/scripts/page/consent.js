// Whether a visit may be counted. The answer is kept as Material keeps it (partials/javascripts/base.html), and a link
// to #__consent asks again. From disk nothing is counted, so nothing is asked.

const NAME = "__consent"

/** @param {HTMLElement} question the section with the form */
export function setUpConsent(question) {
  if (location.protocol === "file:") return
  const form = question.querySelector("form")
  const boxes = [...form.elements].filter((/** @type {HTMLInputElement} */ box) => box.type === "checkbox")
  const given = __md_get(NAME)
  if (given) for (const box of boxes) box.checked = Boolean(given[box.name])

  function show() {
    question.hidden = !(location.hash === `#${NAME}` || !given)
    if (location.hash === `#${NAME}`) question.scrollIntoView()
  }
  /** @param {Event} event */
  function answer(event) {
    event.preventDefault()
    const agreed = event.type === "submit" ? boxes.filter((box) => box.checked) : []
    __md_set(NAME, Object.fromEntries(agreed.map((box) => [box.name, true])))
    history.replaceState(null, "", location.pathname + location.search)
    location.reload()
  }
  form.addEventListener("submit", answer)
  form.addEventListener("reset", answer)
  addEventListener("hashchange", show)
  show()
}
