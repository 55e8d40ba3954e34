// @ts-nocheck Its types are not written yet.
// Draws a comparison: the heads of its roles, their pay on one scale, and the table. The classes are those of the
// pages of pairs (templates/pages/compare.md.j2, templates/parts/chart.md.j2).

import { address, element, svg } from "../dom/element.js"
import { SIDES, and } from "./roles.js"

export const letter = (side) => element("span", { class: `rb-letter rb-${SIDES[side]}` }, SIDES[side].toUpperCase())
export const link = (path, text) => (path ? element("a", { href: address(path) }, text) : text)

/** The roles, each with what it is. */
export function heads(roles) {
  return element("div", { class: "rb-versus" }, ...roles.map((role, side) =>
    element("div", { class: `rb-side rb-${SIDES[side]}` },
      element("h3", {}, letter(side), link(`roles/${role.slug}/`, role.title)),
      element("p", {}, role.summary))))
}

/** Pay on one scale; null where no role states any. */
export function payChart(chart) {
  if (!chart) return null
  const caption = "Pay on one scale"
  const left = [
    chart.silent.length && `Not stated: pay of ${and(chart.silent)}.`,
    chart.foreign.length && `In another currency, and so not on this scale: ${and(chart.foreign)}.`,
  ].filter(Boolean)
  return element("figure", { class: "rb-chart" },
    element("figcaption", {}, caption, element("small", {},
      "Bars are ranges, darker where the middle half is known; the mark is typical pay. The same numbers are in the table. ",
      ...left.map((text) => `${text} `))),
    element("div", { class: "rb-scroll", tabindex: "0", role: "region", "aria-label": caption },
      svg("svg", { class: "rb-svg", viewBox: `0 0 ${chart.width} ${chart.height}`, role: "group", "aria-label": caption },
        axis(chart), ...chart.bars.map(bar))))
}

function axis({ ticks, floor, width }) {
  return svg("g", { class: "rb-axis", "aria-hidden": "true" },
    ...ticks.flatMap(({ x, text }, place) => [
      svg("line", { class: "rb-gridline", x1: x, y1: 0, x2: x, y2: floor }),
      svg("text", { x, y: floor + 20, "text-anchor": place === 0 ? "start" : place === ticks.length - 1 ? "end" : "middle" }, text),
    ]),
    svg("line", { x1: 0, y1: floor, x2: width, y2: floor }))
}

function bar({ label, link: path, side, text, about, y, left, right, openLeft, openRight, inner, mark }) {
  const marks = right > left
    ? [
      svg("rect", { class: "rb-range", x: left, y: 42, width: right - left, height: 16, rx: 2 }),
      inner && svg("rect", { class: "rb-range rb-range--inner", x: inner[0], y: 42, width: inner[1] - inner[0], height: 16 }),
      openRight && arrow(right, right - 9),
      openLeft && arrow(left, left + 9),
      mark !== null && svg("line", { class: "rb-mark", x1: mark, y1: 38, x2: mark, y2: 62 }),
    ]
    : [svg("circle", { class: "rb-dot", cx: left, cy: 50, r: 8 })]
  return svg("g", { class: `rb-${SIDES[side]}`, transform: `translate(0 ${y})` },
    svg("a", { href: address(path) }, svg("text", { x: 0, y: 15 },
      svg("tspan", { class: "rb-row-label" }, `${SIDES[side].toUpperCase()} · ${label}`), " ",
      svg("tspan", { class: "rb-value-label", dx: 6 }, text))),
    svg("text", { class: "rb-about-label", x: 0, y: 33 }, about),
    ...marks)
}

const arrow = (tip, back) => svg("path", { class: "rb-open", d: `M${back} 44 L${tip} 50 L${back} 56` })

/** The table: a group of rows for each part of a role page. */
export function table(roles, groups) {
  const label = `${and(roles.map(({ title }) => title))}, side by side`
  return element("div", { class: "rb-scroll", tabindex: "0", role: "region", "aria-label": label },
    element("table", { class: `rb-compare rb-compare--${roles.length}` },
      element("thead", {}, element("tr", {}, element("td", {}, "Compared"),
        ...roles.map((role, side) => element("th", { scope: "col", class: `rb-${SIDES[side]}` },
          letter(side), link(`roles/${role.slug}/`, role.title))))),
      ...groups.map((group) => element("tbody", {}, groupHead(group), ...group.rows.map((row) => tableRow(row, group))))))
}

const groupHead = ({ title, rows }) => element("tr", { class: "rb-group-head", "data-verdict": rows.every(({ verdict }) => verdict === "same") ? "same" : null },
  element("th", { scope: "rowgroup" }, title),
  ...rows[0].cells.map(() => element("td", {})))

function tableRow({ key, label, link: path, cells, verdict, mark }, group) {
  return element("tr", { "data-row": `${group.key}/${key}`, "data-verdict": verdict },
    element("th", { scope: "row" }, link(path, label), " ", mark && element("span", { class: `rb-mark-${verdict}` }, mark)),
    ...cells.map((lines) => element("td", {}, cell(lines, group.absent))))
}

function cell(lines, absent) {
  if (!lines.length) return element("span", { class: "rb-absent" }, absent)
  if (lines.length === 1) return oneLine(lines[0])
  return element("ul", {}, ...lines.map((line) => element("li", {}, ...oneLine(line))))
}

function oneLine({ text, detail, points = [], link: path, meta, publisher, source, badge, note }) {
  return [
    element("span", { class: "rb-fact-value" }, link(path, text)),
    detail && element("span", { class: "rb-fact-detail" }, detail),
    meta && element("span", { class: "rb-fact-detail" }, `${meta} · `, link(source, publisher),
      badge && " ", badge && element("span", { class: badge === "Projection" ? "rb-projection" : "rb-old" }, badge)),
    note && (meta ? element("span", { class: "rb-fact-detail" }, link(path, "see the note")) : element("span", { class: "rb-note" }, note)),
    points.length > 0 && element("ul", {}, ...points.map((point) => element("li", {}, point))),
  ].filter(Boolean)
}
