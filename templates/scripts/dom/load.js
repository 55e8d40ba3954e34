// Scripts that are loaded when they are needed: data, and the search. This is the one contract of scripts that are not
// bundled together: each assigns one variable of `window`, whose name begins with "rolebook", because a page that is
// opened from disk may load a script, but neither fetch data nor import a module.
// SEARCH_SCRIPT and AS_OF_SCRIPT are put in by scripts/rolebook/exports/assets.py: their names with a hash.

import { address, element } from "./element.js"

const loading = new Map()

/**
 * @param {string} path from the root of the site
 * @returns {Promise<void>} when the script has run; each script is loaded once
 */
export function load(path) {
  if (!loading.has(path)) {
    loading.set(path, /** @type {Promise<void>} */ (new Promise((resolve, reject) => {
      const script = element("script", { src: address(path) })
      script.onload = () => resolve()
      script.onerror = () => {
        loading.delete(path) // The next attempt loads again.
        reject(new Error(`${script.src} did not load`))
      }
      document.head.append(script)
    })))
  }
  return loading.get(path)
}
