// Makes elements. What comes from data goes in as text, so that it may hold any character.

const SVG = "http://www.w3.org/2000/svg"

/**
 * @param {string} name of the element, with an attribute `xmlns` for one of SVG
 * @param {Object<string, string|number|boolean|null|undefined>} attributes null and false are left out, true is empty
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {any} the element, of the type of its name
 */
export function element(name, attributes = {}, ...children) {
  const made = attributes.xmlns ? document.createElementNS(SVG, name) : document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (key !== "xmlns" && value !== null && value !== undefined && value !== false) {
      made.setAttribute(key, value === true ? "" : String(value))
    }
  }
  for (const child of children) if (child !== null && child !== undefined && child !== false) made.append(child)
  return made
}

/**
 * @param {string} name
 * @param {Object<string, string|number|boolean|null|undefined>} attributes
 * @param {...(Node|string|null|undefined|false)} children
 */
export const svg = (name, attributes, ...children) => element(name, { xmlns: SVG, ...attributes }, ...children)

/**
 * The address of a path from the root of the site, on this page.
 * @param {string} path
 */
export function address(path) {
  const root = (document.body.dataset.rolebookBase ?? ".").replace(/\/$/, "")
  const url = new URL(`${root}/${path}`, document.baseURI)
  // From disk there is no server to open the index of a folder.
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html"
  return url.href
}
