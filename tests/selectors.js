// For a browser: the selectors of a page's own style sheets, and which of them match something on it.

// What depends on the moment and not on the page: where the pointer or the focus is, and what a rule draws itself.
const MOMENT = /::?(?:-(?:webkit|moz)-[\w-]+|before|after|placeholder|marker|backdrop|selection|details-content|hover|focus(?:-visible|-within)?|active|visited|target|empty|checked|disabled|first|autofill)(?![\w-])/g

function cut(text, separator) {
  const parts = [""]
  let depth = 0
  for (const sign of text) {
    if ("([".includes(sign)) depth += 1
    if (")]".includes(sign)) depth -= 1
    if (sign === separator && !depth) parts.push("")
    else parts[parts.length - 1] += sign
  }
  return parts.map((part) => part.trim())
}

/** Each way to fulfil a selector: one for each choice in `:is()` and `:where()`. */
function ways(selector) {
  const start = selector.search(/:(is|where)\(/)
  if (start < 0) return [selector]
  const open = selector.indexOf("(", start)
  let end = open
  for (let depth = 0; end < selector.length; end++) {
    if (selector[end] === "(") depth += 1
    if (selector[end] === ")" && !(depth -= 1)) break
  }
  const [before, choices, after] = [selector.slice(0, start), selector.slice(open + 1, end), selector.slice(end + 1)]
  return cut(choices, ",").flatMap((choice) => {
    // A type stands before a class: `.a:is(p)` is `p.a`.
    const isType = /^[a-z*]/i.test(choice) && /[^\s>+~]$/.test(before)
    const at = isType ? before.search(/[^\s>+~]*$/) : before.length
    return ways(before.slice(0, at) + choice + before.slice(at) + after)
  })
}

function isThere(way) {
  const lasting = way.replace(MOMENT, "").replace(/:not\(\s*\)/g, "")
  // What is left of "::before" alone, or of "a > ::before", is any element.
  return document.querySelector(lasting.trim().replace(/(^|[\s>+~])$/, "$1*") || "*") !== null
}

function* rulesOf(list) {
  for (const rule of list) {
    if (rule.selectorText) yield rule.selectorText
    if (rule.cssRules) yield* rulesOf(rule.cssRules)
    if (rule.styleSheet) yield* rulesOf(rule.styleSheet.cssRules)
  }
}

/** Every selector of the page, once for each way to fulfil it, and whether something fulfils it now. */
globalThis.selectorsOfPage = () => {
  const found = {}
  for (const sheet of document.styleSheets) {
    for (const text of rulesOf(sheet.cssRules)) for (const part of cut(text, ",")) for (const way of ways(part)) found[way] = isThere(way)
  }
  return found
}
