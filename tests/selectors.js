// For a browser: the selectors of a page's own style sheets, and which of them match something on it.

// What depends on the moment and not on the page: where the pointer or the focus is, and what a rule draws itself.
const MOMENT = /::?(?:-(?:webkit|moz)-[\w-]+|before|after|placeholder|marker|backdrop|selection|details-content|hover|focus(?:-visible|-within)?|active|visited|target|empty|checked|disabled|first|autofill)(?![\w-])/g

/** The selectors of a list, cut at its commas. */
function cut(text) {
  const parts = [""]
  let depth = 0
  for (const sign of text) {
    if ("([".includes(sign)) depth += 1
    if (")]".includes(sign)) depth -= 1
    if (sign === "," && !depth) parts.push("")
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}

function isThere(selector) {
  const lasting = selector.replace(MOMENT, "").replace(/:(?:is|not|where)\([\s,]*\)/g, "")
  // What is left of "::before" alone, or of "a > ::before", is any element.
  return document.querySelector(lasting.trim().replace(/(^|[\s>+~])$/, "$1*") || "*") !== null
}

function* rulesOf(list) {
  for (const rule of list) {
    if (rule instanceof CSSStyleRule) yield rule.selectorText
    if (rule.cssRules) yield* rulesOf(rule.cssRules)
    if (rule.styleSheet) yield* rulesOf(rule.styleSheet.cssRules)
  }
}

/** Every selector of the page, and whether something matches it now. */
globalThis.selectorsOfPage = () => {
  const found = {}
  // Our own, but for what somebody may write in Markdown, which is Material's to say.
  for (const sheet of [...document.styleSheets].filter(({ href }) => /\/hashed\/(?!written-)/.test(href))) {
    for (const text of rulesOf(sheet.cssRules)) for (const selector of cut(text)) found[selector] = isThere(selector)
  }
  return found
}
