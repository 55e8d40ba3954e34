// Tables that can be reached by keyboard when they scroll.

/**
 * A table from Markdown gets the wrapper that ours have.
 * @param {HTMLTableElement} table
 */
export function wrapTable(table) {
  const box = document.createElement("div")
  box.className = "rb-scroll"
  box.setAttribute("role", "region")
  box.setAttribute("aria-label", table.caption?.textContent.trim() || "Table")
  table.replaceWith(box)
  box.append(table)
}

/**
 * A box is a stop for the Tab key only while there is something in it to scroll to.
 * @param {HTMLElement[]} boxes
 */
export function watchScrolling(boxes) {
  const watcher = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      const scrolls = target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight
      if (scrolls) target.setAttribute("tabindex", "0")
      else target.removeAttribute("tabindex")
    }
  })
  boxes.forEach((box) => watcher.observe(box))
}
