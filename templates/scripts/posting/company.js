// @ts-nocheck Its types are not written yet.
// Which mentions of a name count where they stand. A single letter, such as R, and an ordinary word that names a tool,
// such as Rust, count only in company: near another tool, or a word such as "programming".

import { CAPITAL, POSSESSIVE } from "./rules.js"

/**
 * @param {import("./names.js").Mention[]} mentions of skills, or of degrees
 * @param {import("./reading.js").Word[]} told
 * @param {object} rules SKILL_COMPANY or DEGREE_COMPANY
 * @returns {import("./names.js").Mention[]} those that count, each with the names that do
 */
export function counting(mentions, told, rules) {
  /** The mention at each word that may be company for others. */
  const friends = new Map()
  for (const mention of mentions) {
    // An ordinary word in small letters is no company: "we shell out for rust removal".
    const isCapital = told[mention.start].written.search(CAPITAL) === 0
    if (mention.names.some((name) => name.isCompany && (!name.needsCompany || isCapital))) {
      for (let place = mention.start; place < mention.end; place += 1) friends.set(place, mention)
    }
  }
  const namesOf = (mention) => mention.names.filter((name) => counts(name, mention, told, rules, friends))
  return mentions
    .map((mention) => ({ ...mention, names: namesOf(mention) }))
    .filter((mention) => mention.names.length)
}

function counts(name, { start, end }, told, rules, friends) {
  const near = told.slice(Math.max(0, start - 2), end + 2)
  if (name.isExact && told.slice(start, end).map((word) => word.written).join(" ") !== name.written) return false
  if (name.isNoApplication && near.some((word) => rules.applying.has(word.text))) return false
  // "A master's": the ending says that no other word is meant.
  if (!name.needsCompany || POSSESSIVE.test(told[end - 1].written)) return true
  if (rules.notAfter.has(told[start - 1]?.text)) return false
  return isAccompanied(name, start - 1, -1, rules.before) || isAccompanied(name, end, 1, rules.after)

  /** Whether a telling word, or a friend with another target, stands within reach on one side. */
  function isAccompanied({ target }, from, step, telling) {
    let passed = 0
    for (let place = from; told[place] && passed < rules.reach; place += step) {
      const { text } = told[place]
      if (telling.has(text)) return true
      if (friends.get(place)?.names.some((other) => other.isCompany && other.target !== target)) return true
      if (!rules.small.has(text)) passed += 1
    }
    return false
  }
}
