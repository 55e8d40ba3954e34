// @ts-nocheck Its types are not written yet.
// The catalogue's names as phrases to look for, and where they stand in a text.

import { HIDDEN, MOST_VARIANTS, ORDINARY, TITLE, UNTELLING } from "./rules.js"
import { words } from "./reading.js"

/**
 * @typedef {object} Name one form of a name
 * @property {string} phrase its words, compared as those of a text are
 * @property {number} target the place of what it names
 * @property {string} written as the vocabulary writes it
 * @property {boolean} isExact counts only in the capitals of the vocabulary
 * @property {boolean} needsCompany counts only beside a word or another name that shows what is meant
 * @property {boolean} isNoApplication does not count beside words that speak of an application ("send your CV")
 * @property {boolean} isCompany is company for others
 *
 * @typedef {{start: number, end: number, names: object[]}} Mention every row of a table with the words told[start:end]
 */

/** @param {[string, string][]} abbreviations short and long forms; each may stand for the other */
export function formsOf(abbreviations) {
  // With blanks around, so that only whole words are replaced.
  const pairs = abbreviations.map((pair) => pair.map((name) => ` ${phrase(name)} `))
  return pairs.flatMap(([short, long]) => [[short, long], [long, short]])
}

/** @returns {{phrase: string, target: number, worth: number}[]} each phrase of a role once, with its best worth */
export function titlesOf(role, target, forms) {
  const all = (names) => names.flatMap((name) => variants(name, forms))
  const hidden = all(role.search).map((variant) => [variant, HIDDEN])
  const titles = all([role.title, ...role.aliases]).map((variant) => [variant, TITLE])
  // The best comes last, and stays.
  return [...new Map([...hidden, ...titles])].map(([variant, worth]) => ({ phrase: variant, target, worth }))
}

/** @returns {Name[]} of a skill or a degree; each phrase once */
export function namesOf(term, target, forms, isCompany) {
  const found = new Map()
  for (const name of [term.label, ...term.aliases]) {
    const own = phrase(name)
    const written = words(name).map((word) => word.written).join(" ")
    for (const variant of variants(name, forms)) {
      // A short form that no editor wrote for this term is too short to be sure of.
      const isSure = variant === own || variant.length > 2
      if (!isSure || found.has(variant) || UNTELLING.has(variant)) continue
      found.set(variant, { phrase: variant, target, written, isCompany, ...conditions(variant, isCompany) })
    }
  }
  return [...found.values()]
}

/** What a short or ordinary name needs in order to count: "R", "Go" and "CV" may mean something else. */
function conditions(name, isCompany) {
  const isLetter = [...name].length === 1
  const isShort = /^[a-z]{2}$/u.test(name)
  return {
    isExact: isLetter || isShort,
    needsCompany: ORDINARY.has(name) || isLetter || (isShort && isCompany),
    isNoApplication: isShort && !isCompany,
  }
}

function phrase(name) {
  return words(name).map((word) => word.text).join(" ").replace(/^[,. ]+|[,. ]+$/gu, "")
}

/** A name as a phrase, with abbreviations spelt out and, the other way, abbreviated. */
function variants(name, forms) {
  const found = [` ${phrase(name)} `]
  for (const [from, to] of forms) {
    for (const one of found.slice()) {
      const other = one.replace(from, () => to)
      if (found.length < MOST_VARIANTS && !found.includes(other)) found.push(other)
    }
  }
  return found.map((one) => one.trim())
}

/**
 * @param {{phrase: string}[]} rows
 * @returns {(told: import("./reading.js").Word[]) => Mention[]} finds them in a text; the longest at a place wins
 */
export function createTable(rows) {
  const byPhrase = new Map()
  const longest = new Map()
  for (const row of rows) {
    const parts = row.phrase.split(" ")
    if (!byPhrase.has(row.phrase)) byPhrase.set(row.phrase, [])
    byPhrase.get(row.phrase).push(row)
    longest.set(parts[0], Math.max(longest.get(parts[0]) ?? 0, parts.length))
  }
  return function find(told) {
    const found = []
    let at = 0
    while (at < told.length) {
      let names
      let length = Math.min(longest.get(told[at].text) ?? 0, told.length - at)
      for (; length > 0 && !names; length -= 1) {
        names = byPhrase.get(told.slice(at, at + length).map((word) => word.text).join(" "))
        if (names) found.push({ start: at, end: at + length, names })
      }
      at = names ? found.at(-1).end : at + 1
    }
    return found
  }
}
