// What the page says of the site: partials/words.html and mkdocs.yml, through the block config of base.html.

const config = JSON.parse(document.getElementById("__config")?.textContent || "{}")

export const { base = ".", features = [], version = null } = config

/**
 * A word of the interface in the site's language.
 * @param {string} key as Material names it
 * @param {string | number} [value] what stands for "#" in it
 */
export const word = (key, value = "#") => (config.translations?.[key] ?? key).replace("#", () => String(value))
