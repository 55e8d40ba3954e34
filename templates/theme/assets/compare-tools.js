// What a reader does with a comparison: show only what differs, copy, print. On the page of a pair it enhances the
// tables that are there; on the hub compare.js calls it for what the picker shows.

(() => {
  "use strict"

  const { element, address } = globalThis.rolebookElement
  const { align, toMarkdown, toCsv } = globalThis.rolebookCompare

  /** Filled by the scripts of roles, each of which is a file of its own. */
  globalThis.rolebookRoles = {}
  const loading = new Map()

  /** The data of one role. It is a script, because a page from disk may load scripts, but not fetch data. */
  function loadRole(slug) {
    if (!loading.has(slug)) {
      loading.set(slug, new Promise((resolve, reject) => {
        const script = element("script", { src: address(`assets/roles/${encodeURIComponent(slug)}.js`) })
        script.onload = () => resolve(globalThis.rolebookRoles[slug])
        script.onerror = () => {
          loading.delete(slug) // The next attempt loads again.
          reject(new Error(`${script.src} did not load`))
        }
        document.head.append(script)
      }))
    }
    return loading.get(slug)
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      // An address without https has no clipboard of its own.
      const field = element("textarea", { class: "rb-visually-hidden", "aria-hidden": "true" })
      field.value = text
      document.body.append(field)
      field.select()
      const isDone = document.execCommand("copy")
      field.remove()
      if (!isDone) throw new Error("The browser refused to copy")
    }
  }

  /**
   * @param {HTMLElement} tools holds the switch and the buttons
   * @param {HTMLElement} scope holds the tables; each row has its verdict (`data-verdict`)
   * @param {() => string[]} slugs of the roles that are compared now
   * @returns {() => void} to be called when the tables have changed
   */
  function setUp(tools, scope, slugs) {
    const differences = tools.querySelector("[data-only-differences]")
    const status = tools.querySelector("[role=status]")

    function say(text, isDone = false) {
      status.className = isDone ? "rb-copied" : "rb-hint"
      status.textContent = text
    }

    function show() {
      scope.classList.toggle("rb-only-differences", differences.checked)
      const rows = scope.querySelectorAll("tbody tr[data-verdict=same]:not(.rb-group-head), li[data-verdict=same]").length
      if (!differences.checked) say("")
      else if (rows) say(`${rows} ${rows === 1 ? "row is" : "rows are"} the same, and hidden.`)
      else say("No row is known to be the same.")
    }

    async function copyAs(button) {
      const isCsv = button.dataset.copy === "csv"
      try {
        const roles = await Promise.all(slugs().map(loadRole))
        const groups = align(roles).map((group) => ({
          ...group, rows: differences.checked ? group.rows.filter(({ verdict }) => verdict !== "same") : group.rows,
        })).filter(({ rows }) => rows.length)
        await copy((isCsv ? toCsv : toMarkdown)(roles, groups))
        say(`Copied as ${isCsv ? "CSV" : "Markdown"}.`, true)
      } catch (error) {
        say("Not copied: the browser refused.")
        throw error // For whoever looks into the console.
      }
    }

    differences.addEventListener("change", show)
    for (const button of tools.querySelectorAll("[data-copy]")) button.addEventListener("click", () => copyAs(button))
    tools.querySelector("[data-print]").addEventListener("click", () => print())
    tools.hidden = false
    return show
  }

  /** Says so under each table in which every row is the same. */
  function noteSame(scope) {
    for (const table of scope.querySelectorAll(".rb-compare")) {
      const isSame = [...table.tBodies[0].rows].every((row) => row.dataset.verdict === "same")
      if (isSame) table.after(element("p", { class: "rb-status rb-no-difference" }, "No differences here."))
    }
  }

  const tools = document.querySelector("[data-compare-tools][data-roles]")
  if (tools) {
    const scope = tools.closest("article")
    noteSame(scope)
    setUp(tools, scope, () => tools.dataset.roles.split(" "))
  }

  globalThis.rolebookCompareTools = { loadRole, setUp }
})()
