// @ts-nocheck Its types are not written yet.
// What is said of a fit: why, what the posting does not mention, what goes beyond. Text in, text out.

import { ELSEWHERE, LIMITS } from "./rules.js"

/**
 * @typedef {import("./asked.js").Asked} Asked
 * @typedef {import("./fit.js").Fit} Fit
 */

export const STRENGTHS = { strong: "Strong match", partial: "Partial match", weak: "Weak match" }
/** More skills than that are counted, not named. */
const MOST_LISTED = 10
/** Fewer recognised terms than that say little. */
const FEW = 3

const count = (number, one) => `${number} ${number === 1 ? one : `${one}s`}`

function yearsOf({ low, high }) {
  if (high === null) return `${count(low, "year")} or more`
  return low === 0 ? `up to ${count(high, "year")}` : `${low} to ${high} years`
}

function listed(skills, data) {
  const names = skills.slice(0, MOST_LISTED).map((skill) => data.skills[skill].label).join(", ")
  return skills.length > MOST_LISTED ? `${names}, and ${skills.length - MOST_LISTED} more` : names
}

/**
 * @param {Fit} fit
 * @param {Asked} asked
 * @returns {{heading: string, lines: string[]}[]} those that have something to say
 */
export function reasons(fit, asked, data) {
  const role = data.roles[fit.role]
  const blocks = [
    { heading: "Why it fits", lines: shared(fit, asked, role, data) },
    { heading: "Your posting does not mention", lines: unsaid(fit, asked, role, data) },
    { heading: "Beyond this role", lines: differences(1, fit, asked, role, data) },
    { heading: "Less than is usual", lines: differences(-1, fit, asked, role, data) },
  ]
  return blocks
    .map(({ heading, lines }) => ({ heading, lines: lines.filter(Boolean) }))
    .filter(({ lines }) => lines.length)
}

function shared({ parts, title, shared: skills }, asked, role, data) {
  return [
    title && `The title: “${title.quote}”${title.worth > ELSEWHERE ? "" : ", further down in the text"}.`,
    skills.length && `${skills.length} of the role’s ${count(role.skills.length, "skill")}: ${listed(skills, data)}.`,
    parts.years === 100 && `The years of experience: ${yearsOf(asked.years)}.`,
    parts.leadingYears === 100 && `The years of leading people: ${yearsOf(asked.leadingYears)}.`,
    parts.degree === 100 && `The degree: ${data.degrees[asked.degree].label}.`,
    parts.leads === 100 && `Leading people: “${asked.leads}”.`,
  ]
}

function unsaid({ leftOut }, asked, role, data) {
  const noDegree = asked.degree === null && asked.preferred === null
  return [
    leftOut.length && `Skills: ${listed(leftOut, data)}.`,
    role.years && !asked.years && `Years of experience; usual are ${role.yearsShown}.`,
    role.leadingYears && !asked.leadingYears && `Years of leading people; usual are ${role.leadingYearsShown}.`,
    role.degree !== null && noDegree && `A degree; usual is: ${data.degrees[role.degree].label}.`,
    role.leads && !asked.leads && "Leading people.",
  ]
}

/** @param {1|-1} side what the posting asks for beyond the role, or below it */
function differences(side, { beyond }, asked, role, data) {
  const years = (what, stated, usual, shown) => stated && usual && isBeside(side, stated, usual)
    && `${what}: ${yearsOf(stated)}, where ${shown} are usual.`
  const degreeOf = (rank) => data.degrees[rank].label
  const isOther = asked.degree !== null && role.degree !== null && Math.sign(asked.degree - role.degree) === side
  return [
    side > 0 && beyond.length && `Skills: ${listed(beyond, data)}.`,
    years("Years of experience", asked.years, role.years, role.yearsShown),
    years("Years of leading people", asked.leadingYears, role.leadingYears, role.leadingYearsShown),
    isOther && `Degree: ${degreeOf(asked.degree)}, where the usual one is: ${degreeOf(role.degree)}.`,
    side > 0 && asked.leads && !role.leads && `Leading people: “${asked.leads}”.`,
  ]
}

function isBeside(side, { low, high }, [usualLow, usualHigh]) {
  return side > 0 ? usualHigh !== null && low > usualHigh : high !== null && high < usualLow
}

/** @param {{asked: Asked, fits: Fit[]}} found */
export function summary({ asked, fits }, data) {
  const said = []
  const terms = termsIn(asked)
  if (!terms) said.push("Could not recognise any English terms of this catalogue in the text.")
  else if (!fits.length) said.push("No role fits well.")
  else {
    const [{ role, strength }] = fits
    const best = `${data.roles[role].title} (${STRENGTHS[strength].toLowerCase()})`
    said.push(strength === "weak" ? `No role fits well. The nearest: ${best}.` : `The best fit: ${best}.`)
  }
  if (terms && terms < FEW) said.push("Only few terms were recognised; English terms are.")
  const most = LIMITS.text.toLocaleString("en-GB")
  if (asked.cut) said.push(`The text is long: only its first ${most} characters were read.`)
  return said.join(" ")
}

function termsIn({ titles, skills, years, leadingYears, leads, degree, preferred }) {
  const others = [years, leadingYears, leads, degree, preferred].filter((one) => one !== null)
  return Object.keys(titles).length + skills.length + others.length
}
