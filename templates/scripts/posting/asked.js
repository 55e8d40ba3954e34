// @ts-nocheck Its types are not written yet.
// What a posting asks for: titles, skills, years, degree, people to lead.

import {
  AT_START, COMMA, DEGREE_COMPANY, ELSEWHERE, LEAD_VERBS, OTHERS, PEOPLE, SKILL_COMPANY, START, WHOSE, WISH,
} from "./rules.js"
import { counting } from "./company.js"
import { justBefore, plain, untilStop, words, written } from "./reading.js"
import { yearsIn } from "./years.js"

/**
 * @typedef {object} Asked roles, skills and degrees are their places in the data
 * @property {boolean} cut the text was longer than what is read; this is what its beginning asks for
 * @property {Object<number, {worth: number, quote: string}>} titles by role: what its best title in the text is worth
 *   (0 to 100), and the title as written
 * @property {number[]} skills from low to high
 * @property {import("./years.js").Years|null} years of experience
 * @property {import("./years.js").Years|null} leadingYears of leading people
 * @property {string|null} leads the words that ask for leading people
 * @property {number|null} degree the lowest that is enough
 * @property {number|null} preferred the highest that is only preferred
 */

/**
 * @param {string} source a pasted posting
 * @param {object} tables of `titles`, `skills`, `degrees` and `leads`
 * @returns {Asked}
 */
export function read(source, tables) {
  const { text, cut } = plain(source)
  const told = words(text)
  const skills = counting(tables.skills(told), told, SKILL_COMPANY)
  const { years, leadingYears } = yearsIn(told)
  return {
    cut,
    titles: titlesIn(told, tables.titles(told)),
    skills: [...new Set(skills.flatMap(({ names }) => names.map(({ target }) => target)))].sort((a, b) => a - b),
    years,
    leadingYears,
    leads: leadsIn(told, tables.leads(told)) ?? leadingYears?.quote ?? null,
    ...degreesIn(told, counting(tables.degrees(told), told, DEGREE_COMPANY)),
  }
}

function titlesIn(told, mentions) {
  const best = {}
  for (const { start, end, names } of mentions) {
    if (justBefore(told, start).some((text) => OTHERS.has(text))) continue
    const place = start < START ? AT_START : ELSEWHERE
    for (const { target, worth } of names) {
      const here = Math.floor((place * worth) / 100)
      if (here > (best[target]?.worth ?? 0)) best[target] = { worth: here, quote: written(told, start, end) }
    }
  }
  return best
}

function degreesIn(told, mentions) {
  const enough = []
  const better = []
  mentions.forEach(({ start, end, names }, place) => {
    const until = Math.min(endOfOwn(told, end, mentions[place + 1]?.start ?? told.length), end + 8)
    const around = [...justBefore(told, start).slice(0, 2), ...untilStop(told, end, until)]
    const ranks = names.map(({ target }) => target)
    if (around.some((text) => WISH.has(text))) better.push(...ranks)
    else enough.push(...ranks)
  })
  return {
    degree: enough.length ? Math.min(...enough) : null,
    preferred: better.length ? Math.max(...better) : null,
  }
}

/** Where the words about a mention end: at the last comma before the next mention, or else at that mention. */
function endOfOwn(told, end, next) {
  const comma = next < told.length ? told.slice(end, next).map(({ text }) => text).lastIndexOf(COMMA) : -1
  return comma < 0 ? next : end + comma
}

/** The first words that ask for leading people. */
function leadsIn(told, [named]) {
  const first = named?.start ?? told.length
  for (let place = 0; place < first; place += 1) {
    const { text } = told[place]
    if (!LEAD_VERBS.has(text)) continue
    let isBetween = text !== "lead"
    for (const [step, other] of untilStop(told, place + 1, place + 6).entries()) {
      if (PEOPLE.has(other) && (isBetween || other === "team")) return written(told, place, place + step + 2)
      isBetween ||= WHOSE.has(other)
    }
  }
  return named ? written(told, named.start, named.end) : null
}
