// @ts-nocheck Its types are not written yet.
// Pay of any roles on one scale: where each mark stands. It touches no DOM, so that Node can test it, and it places
// marks as scripts/rolebook/wording/scale.py does for the charts that are drawn at build time.

const WIDTH = 640
const MARGIN = 16
const ROW = 74
const AXIS = 30
const LINE = 84

/** Round numbers, evenly spaced, the first at or below `low` and the last at or above `high`. */
export function roundTicks(low, high, about = 5) {
  if (low === high) [low, high] = low ? [low * 0.9, high * 1.1] : [0, 1]
  const rough = (high - low) / about
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((found) => found >= rough * (1 - 1e-12))
  const first = Math.floor(low / step + 1e-9)
  const last = Math.ceil(high / step - 1e-9)
  return Array.from({ length: last - first + 1 }, (_, place) => step * (first + place))
}

/** An amount on the axis: `180k`, `1.5m`. */
export function shortAmount(value) {
  const [scale, letter] = Math.abs(value) >= 1e6 ? [1e6, "m"] : Math.abs(value) >= 1e3 ? [1e3, "k"] : [1, ""]
  return `${Number((value / scale).toPrecision(12)).toLocaleString("en")}${letter}`
}

/** An open end needs room for its arrow. */
function withRoom(ticks, drawn) {
  const [bottom, top, step] = [ticks[0], ticks.at(-1), ticks[1] - ticks[0]]
  const isAt = (value, tick) => value !== null && Math.abs(value - tick) < step * 1e-9
  const above = drawn.some(({ low, high, more }) => (high === null && isAt(low, top)) || (more && isAt(high, top)))
  const below = drawn.some(({ low, high }) => low === null && isAt(high, bottom))
  return [...(below ? [bottom - step] : []), ...ticks, ...(above ? [top + step] : [])]
}

/** What fits on a line above a bar; the table has the rest. */
function cut(label, room) {
  const signs = [...label]
  return signs.length <= room ? label : `${signs.slice(0, room - 1).join("").replace(/[ ,]+$/, "")}…`
}

/**
 * The chart of those roles whose pay is in the unit of the first that states any.
 * @param {object[]} roles as scripts/rolebook/exports/browser_catalogue.py writes them, in the order of their sides
 * @returns {?{bars: object[], ticks: {x: number, text: string}[], width: number, height: number, floor: number,
 *   silent: string[], foreign: string[]}} the titles of roles without a bar, by why; null when no role states pay
 */
export function layOut(roles) {
  const stated = roles.flatMap((role, side) => (role.pay ? [{ ...role.pay, role, side }] : []))
  if (!stated.length) return null
  const drawn = stated.filter(({ unit }) => unit === stated[0].unit)
  const numbers = drawn.flatMap(({ low, high, centre }) => [low, high, centre]).filter((value) => value !== null)
  const ticks = withRoom(roundTicks(Math.min(...numbers), Math.max(...numbers)), drawn)
  const [start, end] = [ticks[0], ticks.at(-1)]
  const place = (value) => Math.round((MARGIN + ((value - start) / (end - start)) * (WIDTH - 2 * MARGIN)) * 10) / 10
  const bars = drawn.map(({ role, side, text, about, low, high, centre, quartiles, more }, row) => ({
    label: cut(role.title, LINE - [...text].length),
    link: `roles/${role.slug}/#salary`,
    side,
    text,
    about: cut(about, LINE),
    y: row * ROW,
    left: place(low ?? start),
    right: place(high ?? end),
    openLeft: low === null,
    openRight: high === null || more,
    inner: quartiles?.map(place) ?? null,
    mark: centre === null ? null : place(centre),
  }))
  return {
    bars,
    ticks: ticks.map((tick) => ({ x: place(tick), text: stated[0].prefix + shortAmount(tick * stated[0].scale) })),
    width: WIDTH,
    height: bars.length * ROW + AXIS,
    floor: bars.length * ROW,
    silent: roles.filter(({ pay }) => !pay).map(({ title }) => title),
    foreign: stated.filter((one) => !drawn.includes(one)).map(({ role }) => role.title),
  }
}
