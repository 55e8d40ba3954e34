// @ts-nocheck Its types are not written yet.
// A role that fits, as an entry of a list. All goes in as text, that of the posting too.

import { address, element } from "../dom/element.js"
import { STRENGTHS, reasons } from "./reasons.js"

/** Where the site is published, for a link that works in a posting; null when a copy on disk does not know. */
export function hostedAddress(path) {
  const canonical = document.querySelector("link[rel=canonical]")?.href
  if (canonical) return new URL(path, new URL(`${document.body.dataset.rolebookBase}/`, canonical)).href
  return location.protocol === "file:" ? null : address(path)
}

/**
 * @param {import("./fit.js").Fit} fit
 * @param {import("./asked.js").Asked} asked
 * @param {boolean} isFirst its reasons are not folded
 */
export function card(fit, asked, data, isFirst) {
  const { path, title } = data.roles[fit.role]
  const hosted = hostedAddress(path)
  const why = reasons(fit, asked, data).flatMap(({ heading, lines }) => [
    element("h4", {}, heading),
    element("ul", {}, ...lines.map((line) => element("li", {}, line))),
  ])
  return element("li", { class: "rb-panel" },
    element("h3", {},
      element("a", { href: address(path) }, element("bdi", {}, title)), " ",
      element("span", { class: `rb-badge rb-posting-${fit.strength}` }, STRENGTHS[fit.strength])),
    hosted && element("p", { class: "rb-posting-copy" }, ...copyButton(hosted, title)),
    ...(isFirst ? why : [folded(why, title)]))
}

function folded(why, title) {
  return element("details", { class: "rb-details" },
    element("summary", {}, "Why, and what differs", element("span", { class: "rb-visually-hidden" }, `: ${title}`)),
    element("div", {}, ...why))
}

function copyButton(hosted, title) {
  const button = element("button", { type: "button", class: "rb-button rb-button--quiet" },
    "Copy link", element("span", { class: "rb-visually-hidden" }, ` to ${title}`))
  const told = element("span", { class: "rb-copied", role: "status" })
  button.addEventListener("click", async () => {
    told.textContent = ""
    try {
      await navigator.clipboard.writeText(hosted)
      told.textContent = "Copied"
    } catch {
      // A browser may refuse the clipboard: then the address is there to be copied by hand.
      told.replaceWith(element("code", {}, hosted))
    }
  })
  return [button, told]
}
