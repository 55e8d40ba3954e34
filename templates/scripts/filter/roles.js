// Which roles fit the filters of the page of all roles. It touches no DOM, so that Node can test it.

/**
 * @typedef {{family: string, seniority: string, skills: string[], pay: ?number, years: Needed, degree: Needed}} Traits
 *   of a role; null where it is not stated.
 * @typedef {{least: ?number, most: ?number}} Needed years, or the rank of a degree: with fewer than `least` one does
 *   not fit, with `most` one does; between them it depends on which of several statements holds.
 * @typedef {{family: string, seniority: string, skills: string[], pay: ?number, years: ?number, degree: string}} Filters
 *   empty or null where nothing is asked, `degree` as an id.
 */

/** @type {Readonly<Filters>} */
export const NONE = Object.freeze({ family: "", seniority: "", skills: [], pay: null, years: null, degree: "" })
const ONE_OF = /** @type {const} */ (["family", "seniority", "degree"])
const NUMBERS = /** @type {const} */ (["pay", "years"])
const OPEN = "open"
/** @type {Object<string, string>} */
const NAMES = { skills: "skills", pay: "pay", years: "years of experience", degree: "degree" }

/**
 * Whether a role fits: "yes", "no", or "maybe" where it fits as far as its sources say.
 * @param {Traits} role
 * @param {Filters} filters
 * @param {Map<string, number>} ranks of the degrees by id
 * @returns {{verdict: "yes"|"no"|"maybe", unstated: string[], open: string[]}} what is not stated, and what depends
 *   on which of several statements holds, in words
 */
export function fit(role, filters, ranks) {
  // Of each thing that is asked: whether it holds, null where the sources do not say, OPEN where they say both.
  const holds = {
    family: filters.family ? role.family === filters.family : true,
    seniority: filters.seniority ? role.seniority === filters.seniority : true,
    skills: !filters.skills.length || (role.skills.length ? filters.skills.every((id) => role.skills.includes(id)) : null),
    pay: filters.pay === null || (role.pay === null ? null : role.pay >= filters.pay),
    years: filters.years === null || meets(filters.years, role.years),
    degree: !filters.degree || meets(Number(ranks.get(filters.degree)), role.degree),
  }
  const names = /** @type {(keyof typeof holds)[]} */ (Object.keys(holds))
  if (names.some((name) => holds[name] === false)) return { verdict: "no", unstated: [], open: [] }
  const [unstated, open] = [null, OPEN].map((doubt) =>
    names.filter((name) => holds[name] === doubt).map((name) => NAMES[name]))
  return { verdict: unstated.length || open.length ? "maybe" : "yes", unstated, open }
}

/**
 * @param {number} held
 * @param {Needed} needed
 */
function meets(held, { least, most }) {
  if (least !== null && held < least) return false
  if (most !== null && held >= most) return true
  return least === null && most === null ? null : OPEN
}

/**
 * The filters that an address asks for, and what it asks for that there is not.
 * @param {string} query of the address
 * @param {Object<string, Set<string>>} known ids: family, seniority, degree, skills
 * @returns {{filters: Filters, unknown: string[]}}
 */
export function read(query, known) {
  const asked = new URLSearchParams(query)
  /** @type {Filters} */
  const filters = { ...NONE }
  /** @type {string[]} */
  const unknown = []
  for (const name of ONE_OF) {
    const id = asked.get(name) ?? ""
    if (id && known[name].has(id)) filters[name] = id
    else if (id) unknown.push(id)
  }
  for (const name of NUMBERS) {
    const text = asked.get(name) ?? ""
    if (/^\d{1,9}$/.test(text)) filters[name] = Number(text)
    else if (text) unknown.push(text)
  }
  const skills = [...new Set((asked.get("skills") ?? "").split(",").filter(Boolean))]
  filters.skills = skills.filter((id) => known.skills.has(id))
  unknown.push(...skills.filter((id) => !known.skills.has(id)))
  return { filters, unknown }
}

/**
 * The query of the address for some filters.
 * @param {Filters} filters
 */
export function write(filters) {
  const parts = [...ONE_OF, ...NUMBERS].filter((name) => filters[name] !== "" && filters[name] !== null)
    .map((name) => `${name}=${encodeURIComponent(filters[name] ?? "")}`)
  if (filters.skills.length) parts.push(`skills=${filters.skills.map(encodeURIComponent).join(",")}`)
  return parts.length ? `?${parts.join("&")}` : ""
}

/**
 * Each filter in use, and the filters without it.
 * @param {Filters} filters
 */
export function inUse(filters) {
  return [
    ...[...ONE_OF, ...NUMBERS].filter((name) => filters[name] !== "" && filters[name] !== null)
      .map((name) => ({ name, value: filters[name], without: { ...filters, [name]: NONE[name] } })),
    ...filters.skills.map((id) => ({ name: "skills", value: id, without: { ...filters, skills: filters.skills.filter((other) => other !== id) } })),
  ]
}
