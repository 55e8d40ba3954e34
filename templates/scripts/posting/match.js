// @ts-nocheck Its types are not written yet.
// Which role does a posting describe? Text and data in, roles with reasons out. Nothing here touches a page.

import { LEAD_NAMES, SHOWN } from "./rules.js"
import { read } from "./asked.js"
import { fit, weightsOf } from "./fit.js"
import { createTable, formsOf, namesOf, titlesOf } from "./names.js"

/**
 * @param {object} data as the generator writes it (exports/matcher_data.py)
 * @returns {(source: string) => {asked: import("./asked.js").Asked, fits: import("./fit.js").Fit[]}} for a posting:
 *   what it asks for, and the roles that fit, best first; none is an honest answer
 */
export function createMatcher(data) {
  const forms = formsOf(data.abbreviations)
  const weights = weightsOf(data.skills)
  const tables = {
    titles: createTable(data.roles.flatMap((role, place) => titlesOf(role, place, forms))),
    skills: createTable(data.skills.flatMap((skill, place) => namesOf(skill, place, forms, skill.kind === "tool"))),
    degrees: createTable(data.degrees.flatMap((degree, rank) => namesOf(degree, rank, forms, true))),
    leads: createTable(LEAD_NAMES.map((phrase) => ({ phrase }))),
  }
  return function match(source) {
    const asked = read(source, tables)
    const fits = data.roles.map((_, place) => fit(place, asked, data, weights)).filter(Boolean)
    fits.sort((a, b) => b.score - a.score || a.role - b.role)
    return { asked, fits: fits.slice(0, SHOWN) }
  }
}
