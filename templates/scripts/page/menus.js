// Lists that open below their word (sections of the navigation, languages): one at a time where they lie over the page,
// closed by Escape and by a click elsewhere. They open and close without this.

/** @param {HTMLDetailsElement[]} menus */
export function setUpMenus(menus) {
  /** @param {HTMLDetailsElement} menu */
  const floats = (menu) => getComputedStyle(/** @type {Element} */ (menu.lastElementChild)).position === "absolute"

  for (const menu of menus) {
    menu.addEventListener("toggle", () => {
      if (menu.open && floats(menu)) menus.filter((other) => other !== menu).forEach((other) => { other.open = false })
    })
    menu.addEventListener("keydown", ({ key }) => {
      if (key !== "Escape" || !menu.open) return
      menu.open = false
      menu.querySelector("summary").focus()
    })
  }
  /** @param {Event} event */
  const leave = ({ target }) => {
    menus.filter((menu) => menu.open && floats(menu) && !(target instanceof Node && menu.contains(target))).forEach((menu) => { menu.open = false })
  }
  addEventListener("click", leave)
  addEventListener("focusin", leave)
}
