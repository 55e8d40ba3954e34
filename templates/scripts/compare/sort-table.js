// @ts-nocheck Its types are not written yet.
// Tables with `data-sortable` can be put in order by each column. A cell is ordered by the number in its `data-order`,
// else by its text; what is not stated (`data-absent`) comes last in either direction.

const collator = new Intl.Collator("en", { numeric: true, sensitivity: "base" })

/** What a row is ordered by in a column: numbers before words, and both before what is not stated. */
function keyOf(row, column) {
  const cell = row.cells[column]
  if ("absent" in cell.dataset) return { kind: 2, value: 0 }
  if (cell.dataset.order) return { kind: 0, value: Number(cell.dataset.order) }
  return { kind: 1, value: cell.textContent.trim() }
}

function compare(one, other, direction) {
  if (one.kind !== other.kind) return one.kind - other.kind
  if (one.kind === 0) return direction * (one.value - other.value)
  return one.kind === 1 ? direction * collator.compare(one.value, other.value) : 0
}

function sort(table, column, direction) {
  const body = table.tBodies[0]
  const rows = [...body.rows].map((row) => ({ row, key: keyOf(row, column) }))
  rows.sort((one, other) => compare(one.key, other.key, direction))
  body.append(...rows.map(({ row }) => row))
}

export function sortByColumn(table) {
  const heads = [...table.tHead.rows[0].cells]
  heads.forEach((head, column) => {
    const button = document.createElement("button")
    button.type = "button"
    button.className = "rb-sort"
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener("click", () => {
      const wanted = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending"
      heads.forEach((other) => other.removeAttribute("aria-sort"))
      head.setAttribute("aria-sort", wanted)
      sort(table, column, wanted === "ascending" ? 1 : -1)
    })
  })
}
