// What is pasted for a choice, made as scripts/rolebook/pages/linking_kit.py makes it: a test holds them together. It touches no
// DOM, so that Node can test it.

/** @type {Object<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" }

/** @type {Object<string, (text: string) => string>} */
const ESCAPES = {
  plain: (text) => text,
  markdown: (text) => text.replace(/[\\`*_[\]<>&]/g, "\\$&"),
  html: (text) =>
    text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]),
}

/**
 * One pass, so that a value which looks like a placeholder stays text.
 * @param {string} pattern
 * @param {string} kind of escaping
 * @param {Object<string, string>} values
 */
export const fill = (pattern, kind, values) =>
  pattern.replace(/\{(title|about|url)\}/g, (_, name) => ESCAPES[kind](values[name]))

// From disk no server turns a folder into its page.
/** @param {string} path */
const inFolder = (path) => path.replace(/(^|\/)(?=[?#]|$)/, "$1index.html")

/**
 * @param {string} path from `base`
 * @param {string} base
 */
export const addressOf = (path, base) => new URL(base.startsWith("file:") ? inFolder(path) : path, base).href
