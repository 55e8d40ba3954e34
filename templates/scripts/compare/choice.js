// @ts-nocheck Its types are not written yet.
// Which roles are compared: what an address asks for, and what a reader types. It touches no DOM, so that Node can
// test it. `catalogue` is what scripts/rolebook/exports/browser_catalogue.py writes for the whole catalogue.

import { createReader, split } from "../search/words.js"

export const MOST = 4
const NEAREST = 3

/**
 * The roles that an address asks for, and what is to be said about those it cannot have.
 * @param {string} query of the address: `?roles=a,b,c`
 * @returns {{slugs: string[], problems: Problem[]}}
 *
 * @typedef {{kind: "unknown"|"renamed"|"merged"|"retired"|"many", name: string, to: ?string, nearest: string[]}} Problem
 *   `to` is the slug that was taken instead.
 */
export function read(query, catalogue) {
  const known = new Map(catalogue.roles.map(([slug, title]) => [slug, title]))
  const asked = (new URLSearchParams(query).get("roles") ?? "").split(",").map((name) => name.trim()).filter(Boolean)
  const slugs = new Set()
  const problems = []
  for (const name of new Set(asked)) {
    const moved = Object.hasOwn(catalogue.moved, name) ? catalogue.moved[name] : null
    const to = known.has(name) ? name : moved?.kind !== "retired" && known.has(moved?.to) ? moved.to : null
    if (moved && !known.has(name)) {
      const nearest = to ? [] : known.has(moved.to) ? [moved.to] : nearestTo(moved.title, catalogue)
      problems.push({ kind: moved.kind, name: moved.title, to, nearest })
    } else if (!to) problems.push({ kind: "unknown", name, to: null, nearest: nearestTo(name, catalogue) })
    if (to && slugs.size === MOST && !slugs.has(to)) problems.push({ kind: "many", name: known.get(to), to: null, nearest: [] })
    else if (to) slugs.add(to)
  }
  // A role may be asked for by its name as well: it is there already, so it is no use as a suggestion.
  for (const problem of problems) problem.nearest = problem.nearest.filter((slug) => !slugs.has(slug))
  return { slugs: [...slugs], problems }
}

/** The query of the address for a choice. */
export const write = (slugs) => (slugs.length ? `?roles=${slugs.map(encodeURIComponent).join(",")}` : "")

/** The slugs most like a name: by the pairs of letters that they share (Dice's coefficient). */
export function nearestTo(name, catalogue) {
  const wanted = pairsOf(name)
  return catalogue.roles
    .map(([slug, title, aliases]) => [slug, Math.max(...[slug, title, ...aliases].map((other) => alike(wanted, pairsOf(other))))])
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .slice(0, NEAREST)
    .filter(([, likeness], place) => likeness > 0.25 || place === 0)
    .map(([slug]) => slug)
}

function pairsOf(name) {
  const plain = ` ${name.slice(0, 80).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `
  return new Set([...plain].slice(1).map((sign, place) => [...plain][place] + sign))
}

function alike(one, other) {
  let common = 0
  for (const pair of one) common += other.has(pair)
  return one.size + other.size ? (2 * common) / (one.size + other.size) : 0
}

/**
 * Finds roles by what a reader has typed: each word begins a word of the title or of another name.
 * @returns {(query: string, without: string[]) => {id: string, label: string, detail: string}[]}
 *   First titles that begin so, then titles that hold the words in a row, then other titles, then other names.
 */
export function createFinder(catalogue) {
  const { read: readWords } = createReader(catalogue.abbreviations)
  const wordsOf = (name) => readWords(name).map(({ word }) => word)
  const whole = (text) => split(text).flatMap(({ whole, parts }) => (parts.length ? parts : [whole]))
  const roles = catalogue.roles.map(([slug, title, aliases, hidden]) => ({
    slug, title, aliases, inOrder: whole(title), names: [title, ...aliases, ...hidden].map(wordsOf),
  }))

  function rank({ inOrder, names }, wanted) {
    const place = names.findIndex((words) => wanted.every((word) => words.some((other) => other.startsWith(word))))
    if (place !== 0) return { place, order: 3 }
    const start = inOrder.findIndex((_, at) => wanted.every((word, step) => inOrder[at + step]?.startsWith(word)))
    return { place, order: start === 0 ? 0 : start > 0 ? 1 : 2 }
  }

  return (query, without = []) => {
    const wanted = whole(query)
    if (query && !wanted.length) return []
    return roles.filter(({ slug }) => !without.includes(slug)).flatMap((role) => {
      const { place, order } = rank(role, wanted)
      const alias = place > 0 ? role.aliases[place - 1] : ""
      return place < 0 ? [] : [{ id: role.slug, label: role.title, detail: alias ? `also called ${alias}` : "", order }]
    }).sort((one, other) => one.order - other.order)
  }
}
