// @ts-nocheck Its types are not written yet.
// How well a role fits what a posting asks for: a score from 0 to 100, the weighted mean of the parts that can be
// judged. "Not stated" is never "not required": years, degree and leading count only where both the posting and the
// role (for leading: either) say something. All is whole numbers.

import { DEGREE_STEP, KINDS, LEAST_SKILLS, NEEDS, SAID, STRENGTHS, WEIGHTS, YEARS_APART } from "./rules.js"

/**
 * @typedef {object} Fit
 * @property {number} role its place in the data
 * @property {number} score
 * @property {"strong"|"partial"|"weak"} strength
 * @property {Object<string, number>} parts those that could be judged, each 0 to 100
 * @property {{worth: number, quote: string}|null} title the best of its titles in the posting
 * @property {number[]} shared skills, the most telling first, as in the two others
 * @property {number[]} leftOut that the role needs and the posting does not mention
 * @property {number[]} beyond that the posting asks for and the role does not name
 */

/** What each skill says of a role: rare ones more, those of every posting less. */
export const weightsOf = (skills) => skills.map(({ rarity, kind }) => Math.floor(rarity * KINDS[kind]))

/**
 * @param {number} place of the role in `data.roles`
 * @param {import("./asked.js").Asked} asked
 * @param {number[]} weights of skills
 * @returns {Fit|null} null where it does not fit
 */
export function fit(place, asked, data, weights) {
  const role = data.roles[place]
  const title = asked.titles[place] ?? null
  const skills = judgeSkills(role.skills, asked.skills, weights)
  const parts = { title: title?.worth ?? 0, skills, ...judgeLevel(role, asked) }
  const sum = (of) => Object.keys(parts).reduce((total, part) => total + of(part), 0)
  const score = Math.floor(sum((part) => WEIGHTS[part] * parts[part]) / sum((part) => WEIGHTS[part]))
  const strength = STRENGTHS.find(([, lowest]) => score >= lowest)?.[0]
  if (!strength || !(parts.title || parts.skills >= LEAST_SKILLS)) return null
  const named = new Set(role.skills.map(([skill]) => skill))
  const said = (skill) => asked.skills.includes(skill)
  // Of alternatives one is enough.
  const met = new Set(role.alternatives.filter((skills) => skills.some(said)).flat())
  const missed = role.skills.filter(([skill, need]) => NEEDS[need].isMissed && !said(skill) && !met.has(skill))
  const telling = (skills) => skills.sort((a, b) => weights[b] - weights[a] || a - b)
  return {
    role: place,
    score,
    strength,
    parts,
    title,
    shared: telling(asked.skills.filter((skill) => named.has(skill))),
    leftOut: telling(missed.map(([skill]) => skill)),
    beyond: telling(asked.skills.filter((skill) => !named.has(skill))),
  }
}

/**
 * The Tversky index: 100 × 3c / (3c + 3b + l), where c is the weight of the skills in common, b of those that the
 * posting asks for beyond the role, l of those of the role that it leaves out, by how the role asks for them.
 */
function judgeSkills(named, asked, weights) {
  const own = new Map(named.map(([skill, need]) => [skill, Math.floor(weights[skill] * NEEDS[need].share)]))
  const sum = (numbers) => numbers.reduce((total, one) => total + one, 0)
  const weigh = (skills) => sum(skills.map((skill) => weights[skill]))
  const common = weigh(asked.filter((skill) => own.has(skill)))
  const beyond = weigh(asked.filter((skill) => !own.has(skill)))
  const leftOut = sum([...own].map(([skill, weight]) => (asked.includes(skill) ? 0 : weight)))
  const whole = SAID * (common + beyond) + leftOut
  return whole ? Math.floor((100 * SAID * common) / whole) : 0
}

function judgeLevel(role, asked) {
  const parts = {}
  for (const key of ["years", "leadingYears"]) {
    if (asked[key] && role[key]) parts[key] = judgeYears([asked[key].low, asked[key].high], role[key])
  }
  if (asked.degree !== null && role.degree !== null) {
    parts.degree = Math.max(0, 100 - DEGREE_STEP * Math.abs(asked.degree - role.degree))
  }
  if (asked.leads || role.leads) parts.leads = asked.leads && role.leads ? 100 : 0
  return parts
}

/** Two ranges of years; null is "or more". */
export function judgeYears([low, high], [roleLow, roleHigh]) {
  const gap = Math.max(0, low - (roleHigh ?? low), roleLow - (high ?? roleLow))
  return YEARS_APART.find(([most]) => gap <= most)?.[1] ?? 0
}
