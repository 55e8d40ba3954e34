// @ts-nocheck Its types are not written yet.
// The years of experience that a text asks for.

import {
  COMMA, EXPERIENCE, IN_WHAT, LEADING, LEAST, MORE, MOST_YEARS, NOT_EXPERIENCE, NUMBERS, OR_MORE, SINCE, TO, YEAR,
} from "./rules.js"
import { justBefore, untilStop, written } from "./reading.js"

/** @typedef {{low: number, high: number|null, quote: string}} Years null is "or more"; `quote`: the words that say so */

/**
 * @param {import("./reading.js").Word[]} told
 * @returns {{years: Years|null, leadingYears: Years|null}} of experience, and of leading people: the most that is asked
 *   for, the first among equals
 */
export function yearsIn(told) {
  const found = told.map((_, place) => yearsAt(told, place)).filter(Boolean)
  const most = (some) => some.reduce((best, one) => (best && best.low >= one.low ? best : one), null)
  return {
    years: quoted(most(found.filter(({ isLeading }) => !isLeading)), told),
    leadingYears: quoted(most(found.filter(({ isLeading }) => isLeading)), told),
  }
}

function quoted(years, told) {
  return years && { low: years.low, high: years.high, quote: written(told, years.start, years.end) }
}

/** The number of years that ends at a word, if it speaks of experience. */
function yearsAt(told, place) {
  const number = YEAR.has(told[place].text) ? numberBefore(told, place) : null
  if (!number) return null
  const rest = untilStop(told, place + 1, place + 9)
  const next = rest.findIndex((text) => /^[0-9]/u.test(text) || NUMBERS.includes(text))
  const after = next < 0 ? rest : rest.slice(0, next)
  if (after.slice(0, 2).includes("age") || NOT_EXPERIENCE.has(after[0])) return null
  const around = [...after, ...justBefore(told, number.start)]
  const isLeading = around.some((text) => LEADING.has(text))
  const isSaid = around.some((text) => EXPERIENCE.has(text)) || IN_WHAT.has(after[0])
  return number.isSure || isLeading || isSaid ? { ...number, end: place + 1, isLeading } : null
}

/** The number that ends before `end`: from, to, where it starts, whether it is surely a demand ("5+"). */
function numberBefore(told, end) {
  let at = end - 1
  let isMore = false
  for (; OR_MORE.has(told[at]?.text) || told[at]?.text === COMMA; at -= 1) isMore ||= MORE.has(told[at].text)
  const high = numberAt(told, at)
  if (high === null) return null
  isMore ||= told[at].text.endsWith("+")
  const { low, start } = lowBefore(told, at, high)
  const leadIn = justBefore(told, start)
  if (leadIn.slice(0, 2).includes("up") && low === high && !isMore) return { low: 0, high, start, isSure: false }
  const isLeast = isMore || leadIn.slice(0, 2).some((text) => LEAST.has(text))
  const isSure = isLeast && !leadIn.some((text) => SINCE.has(text))
  // A single number is a minimum, as postings mean it.
  return { low, high: low < high && !isMore ? high : null, start, isSure }
}

/** Where a range begins: 5-8, 5 to 8, between five and eight; five (5). Without one it begins and ends with `high`. */
function lowBefore(told, at, high) {
  let start = at - 1
  while (TO.has(told[start]?.text) || told[start]?.text === COMMA) start -= 1
  const low = numberAt(told, start)
  const isList = told.slice(start + 1, at).some((word) => word.text === COMMA)
  const isRange = low !== null && start >= at - 2 && (low === high || (low < high && !isList))
  return isRange ? { low, start } : { low: high, start: at }
}

function numberAt(told, place) {
  const text = told[place]?.text ?? ""
  const value = /^[0-9]{1,2}\+?$/u.test(text) ? parseInt(text, 10) : NUMBERS.indexOf(text)
  return value >= 0 && value <= MOST_YEARS ? value : null
}
