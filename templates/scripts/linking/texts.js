// What is pasted for a choice, made as scripts/rolebook/pages/linking_kit.py makes it: a test holds them together. It touches no
// DOM, so that Node can test it.

const ESCAPES = {
  plain: (text) => text,
  markdown: (text) => text.replace(/[\\`*_[\]<>&]/g, "\\$&"),
  html: (text) =>
    text.replace(/[&<>"']/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" })[sign]),
}

// One pass, so that a value which looks like a placeholder stays text.
export const fill = (pattern, kind, values) =>
  pattern.replace(/\{(title|about|url)\}/g, (_, name) => ESCAPES[kind](values[name]))

// From disk no server turns a folder into its page.
const inFolder = (path) => path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html")
export const addressOf = (path, base) => new URL(base.startsWith("file:") ? inFolder(path) : path, base).href
