// The versions that mike has published: versions.json lies beside the folder of this one. From disk it cannot be read,
// and then nothing is shown.

import { base, version } from "../dom/config.js"

/** @param {HTMLElement} box with a select in it, hidden */
export async function setUpVersions(box) {
  const here = new URL(`${base}/`, location.href)
  /** @type {{version: string, title: string, aliases: string[]}[]} */
  let versions
  try {
    versions = await (await fetch(new URL("../versions.json", here))).json()
  } catch {
    return
  }
  const name = here.pathname.split("/").at(-2)
  const current = versions.find((one) => one.version === name || one.aliases.includes(name ?? ""))
  const select = box.querySelector("select")
  for (const one of versions) {
    const option = new Option(one.title, one.version)
    option.selected = one === current
    select.append(option)
  }
  select.addEventListener("change", () => { location.href = new URL(`../${select.value}/`, here).href })
  box.hidden = false
  const latest = [version.default ?? "latest"].flat()
  const outdated = document.querySelector("[data-outdated]")
  if (outdated && current) outdated.hidden = [current.version, ...current.aliases].some((one) => latest.includes(one))
}
