// A figure grows older while its page stays as it was built, so the reader's own clock tells the age as well
// (scripts/rolebook/wording/notation.py: the year counts from its end, and two years are told).
/** @param {HTMLElement} meta */
export function tellAge(meta) {
  const years = new Date().getFullYear() - Number(meta.dataset.year) - 1
  if (years < 2) return
  const stands = meta.nextElementSibling
  const badge = stands?.classList.contains("rb-old") ? stands : document.createElement("span")
  badge.className = "rb-old"
  badge.textContent = `more than ${years} years old`
  if (badge !== stands) meta.after(" ", badge)
}
