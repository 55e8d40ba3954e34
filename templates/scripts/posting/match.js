// Which role does a posting describe? Text and data in, roles with reasons out: what reading.py, mentions.py,
// asked.py, years.py and posting.py of scripts/rolebook do, in the same order and under the same names, where the reasons for each rule are written down. A test
// runs both. It touches no DOM; matcher.js loads it when a reader asks, and shows what it returns.

// reading.py

const RAW_CAP = 200000
const CAP = 50000
const COMMA = ","
const STOP = "."

const LETTERS = "0-9A-Za-zÀ-ÖØ-öø-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\u{20000}-\\u{3ffff}"
const GAPS = " \\-‐‑‒–—\\/'’‘*_`~"
const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<![^<>]*>/gu
const INLINE = new Set("a abbr b big cite code em font i kbd mark s samp small span strong sub sup tt u var wbr".split(" "))
const UNSEEN = new Set(["script", "style"])
const ENTITY = /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gu
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu
const SPACES = /[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
const LINE_ENDS = /\r\n|[\r\n\v\f\x85\u2028\u2029]/u
const WRAPPED = 50
const WORD = new RegExp(
  "([A-Za-z]{1,2}(?:\\.[A-Za-z]{1,2})+)(?![0-9A-Za-z])\\.?"
  + `|([A-Za-z]&[A-Za-z](?![${LETTERS}])|[0-9]+(?:[.,][0-9]+)+|[${LETTERS}]+(?:['’][${LETTERS}]+)?[+#]*|&)`
  + '|([,;:()\\[\\]{}"“”„«»]+)'
  + `|[^${LETTERS}${GAPS}]`, "gu")
const LETTER_FIRST = new RegExp(`^[${LETTERS}]`, "u")
const CAPITAL = /[A-ZÀ-\u052f]/gu
const CAPITAL_FIRST = /^[A-ZÀ-\u052f]/u
const POSSESSIVE = /['’]s$/u
const PLURAL = /^[a-z]{3,}(?<!s)(?<!u)(?<!i)s$/u

/** The first characters, counted as Python counts them: one outside the basic plane is one. */
function first(text, count) {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join("")
}

function plain(source) {
  const raw = first(source, RAW_CAP)
  const text = withoutTags(raw).replace(ENTITY, entity).replace(INVISIBLE, "")
  const kept = first(text, CAP)
  return { text: kept, cut: raw.length < source.length || kept.length < text.length }
}

function withoutTags(source) {
  const tags = [...source.matchAll(TAG)]
  const last = new Map()
  tags.forEach((tag, place) => { if (tag[1]) last.set(tag[2].toLowerCase(), place) })
  let kept = ""
  let end = 0
  let unseen = ""
  tags.forEach((tag, place) => {
    const name = (tag[2] ?? "").toLowerCase()
    if (!unseen) {
      kept += source.slice(end, tag.index) + (INLINE.has(name) ? "" : "\n")
      if (UNSEEN.has(name) && !tag[1] && (last.get(name) ?? -1) > place) unseen = name
    } else if (tag[1] && name === unseen) {
      unseen = ""
    }
    end = tag.index + tag[0].length
  })
  return kept + source.slice(end)
}

function entity(_, decimal, hexadecimal, name) {
  if (name) return NAMED[name]
  const code = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal, 16)
  return (code >= 32 && code < 0xd800) || (code >= 0xe000 && code < 0x110000) ? String.fromCodePoint(code) : " "
}

function words(text) {
  return [...sentences(text).matchAll(WORD)].map(([, dotted, plainWord, comma]) => {
    const word = dotted ? dotted.replaceAll(".", "") : plainWord
    const sign = comma ? COMMA : STOP
    return word ? { text: fold(word), written: word } : { text: sign, written: sign }
  })
}

function sentences(text) {
  const lines = text.split(LINE_ENDS).map((line) => line.replace(SPACES, " ").replace(/^ +| +$/gu, ""))
  return lines.map((line, place) => {
    if (!place) return line
    const before = lines[place - 1]
    const goesOn = LETTER_FIRST.test(line) && before.length >= WRAPPED && [...before].length >= WRAPPED
    return (goesOn ? " " : "\n") + line
  }).join("")
}

function fold(word) {
  if (word === "&") return "and"
  const small = word.replace(CAPITAL, (letter) => letter.toLowerCase()).replace(POSSESSIVE, "")
  if (!PLURAL.test(small)) return small
  return small.endsWith("ies") && small.length > 4 ? `${small.slice(0, -3)}y` : small.slice(0, -1)
}

// mentions.py

const EXACT = 1
const COMPANY = 2
const NOT_APPLYING = 4

/** Phrases to look for. The longest phrase at a place wins. */
function createTable(rows) {
  const byPhrase = new Map()
  const longest = new Map()
  for (const row of rows) {
    const parts = row[0].split(" ")
    if (!byPhrase.has(row[0])) byPhrase.set(row[0], [])
    byPhrase.get(row[0]).push(row)
    longest.set(parts[0], Math.max(longest.get(parts[0]) ?? 0, parts.length))
  }
  return function find(text) {
    const found = []
    let at = 0
    while (at < text.length) {
      let rows
      let length = Math.min(longest.get(text[at].text) ?? 0, text.length - at)
      for (; length > 0 && !rows; length -= 1) {
        rows = byPhrase.get(text.slice(at, at + length).map((word) => word.text).join(" "))
        if (rows) found.push({ start: at, end: at + length, entries: rows })
      }
      at = rows ? found.at(-1).end : at + 1
    }
    return found
  }
}

function counting(mentions, text, rules) {
  const friends = new Map()
  for (const mention of mentions) {
    const friendly = mention.entries.some((row) => row[4]
      && (!(row[2] & COMPANY) || CAPITAL_FIRST.test(text[mention.start].written)))
    if (friendly) for (let place = mention.start; place < mention.end; place += 1) friends.set(place, mention)
  }
  return mentions
    .map((mention) => ({ ...mention, entries: mention.entries.filter((row) => counts(row, mention, text, rules, friends)) }))
    .filter((mention) => mention.entries.length)
}

function counts(row, mention, text, rules, friends) {
  const { start, end } = mention
  const flags = row[2]
  if (flags & EXACT && text.slice(start, end).map((word) => word.written).join(" ") !== row[3]) return false
  if (flags & NOT_APPLYING
    && text.slice(Math.max(0, start - 2), end + 2).some((word) => rules.applying.includes(word.text))) return false
  if (!(flags & COMPANY) || POSSESSIVE.test(text[end - 1].written)) return true
  if (start && rules.not_after.includes(text[start - 1].text)) return false
  return company(start - 1, -1, rules.before, mention, text, rules, friends)
    || company(end, 1, rules.after, mention, text, rules, friends)
}

function company(from, step, telling, mention, text, rules, friends) {
  let passed = 0
  for (let place = from; place >= 0 && place < text.length; place += step) {
    const word = text[place].text
    const other = friends.get(place)
    if (telling.includes(word) || other?.entries.some((row) => row[4] && row[1] !== mention.entries[0][1])) return true
    if (!rules.small.includes(word)) passed += 1
    if (passed === rules.reach) return false
  }
  return false
}

// asked.py

const START = 30
const AT_START = 100
const ELSEWHERE = 50

function read(source, data, tables) {
  const { text, cut } = plain(source)
  const told = words(text)
  const { rules } = data
  const skills = counting(tables.skills(told), told, rules.skill)
  const { degree, preferred } = degrees(told, data, tables)
  const years = allYears(told, rules)
  const leadingYears = most(years.filter((one) => one.leading))
  return {
    cut,
    titles: titles(told, data, tables),
    skills: [...new Set(skills.flatMap((mention) => mention.entries.map((row) => row[1])))].sort((a, b) => a - b),
    years: most(years.filter((one) => !one.leading)),
    leadingYears,
    leads: leads(told, rules, tables) ?? (leadingYears && leadingYears[1]),
    degree,
    preferred,
  }
}

function written(told, start, end) {
  return told.slice(start, end).filter(({ text }) => text !== COMMA && text !== STOP).map((word) => word.written).join(" ")
}

function titles(told, data, tables) {
  const best = new Map()
  for (const { start, end, entries } of tables.titles(told)) {
    if (justBefore(told, start).some((word) => data.rules.others.includes(word.text))) continue
    const place = start < START ? AT_START : ELSEWHERE
    for (const [, role, share] of entries) {
      const worth = Math.floor((place * share) / 100)
      if (worth > (best.get(role)?.[0] ?? 0)) best.set(role, [worth, written(told, start, end)])
    }
  }
  return best
}

function justBefore(told, start) {
  const found = []
  for (let place = start - 1; place > Math.max(-1, start - 5); place -= 1) {
    if (told[place].text === COMMA || told[place].text === STOP) break
    found.push(told[place])
  }
  return found
}

function degrees(told, data, tables) {
  const found = counting(tables.degrees(told), told, data.rules.degree)
  let degree = null
  let preferred = null
  found.forEach((mention, place) => {
    const around = [
      ...justBefore(told, mention.start).slice(0, 2),
      ...untilStop(told, mention.end, Math.min(own(told, found, place), mention.end + 8)),
    ]
    const wish = around.some((word) => data.rules.wish.includes(word.text))
    for (const [, rank] of mention.entries) {
      if (wish) preferred = Math.max(preferred ?? rank, rank)
      else degree = Math.min(degree ?? rank, rank)
    }
  })
  return { degree, preferred }
}

function own(told, found, place) {
  if (place + 1 === found.length) return told.length
  const following = found[place + 1].start
  for (let at = following - 1; at >= found[place].end; at -= 1) if (told[at].text === COMMA) return at
  return following
}

function untilStop(told, start, end) {
  const part = told.slice(start, end)
  const stop = part.findIndex((word) => word.text === STOP)
  return stop < 0 ? part : part.slice(0, stop)
}

function leads(told, rules, tables) {
  const [named] = tables.leads(told)
  const before = named ? named.start : told.length
  for (let place = 0; place < before; place += 1) {
    const word = told[place]
    if (!rules.leadVerbs.includes(word.text)) continue
    let between = word.text !== "lead"
    for (const [step, other] of untilStop(told, place + 1, place + 6).entries()) {
      if (rules.people.includes(other.text) && (between || other.text === "team")) {
        return written(told, place, place + step + 2)
      }
      between ||= rules.whose.includes(other.text)
    }
  }
  return named ? written(told, before, named.end) : null
}

// years.py

const MOST_YEARS = 20

function most(found) {
  let best = null
  for (const { years, quote } of found) if (!best || years[0] > best[0][0]) best = [years, quote]
  return best
}

function allYears(told, rules) {
  const found = []
  told.forEach((word, place) => {
    const number = rules.year.includes(word.text) ? numberBefore(told, place, rules) : null
    if (!number) return
    const after = []
    for (const { text } of untilStop(told, place + 1, place + 9)) {
      if (/^[0-9]/u.test(text) || rules.numbers.includes(text)) break
      after.push(text)
    }
    const around = [...after, ...justBefore(told, number.start).map(({ text }) => text)]
    if (after.slice(0, 2).includes("age") || rules.notExperience.includes(after[0])) return
    const leading = around.some((text) => rules.leading.includes(text))
    const said = around.some((text) => rules.experience.includes(text)) || rules.inWhat.includes(after[0])
    if (number.sure || leading || said) {
      found.push({ years: number.years, quote: written(told, number.start, place + 1), leading })
    }
  })
  return found
}

function numberBefore(told, end, rules) {
  let at = end - 1
  let more = false
  while (at >= 0 && (rules.orMore.includes(told[at].text) || told[at].text === COMMA)) {
    more ||= rules.more.includes(told[at].text)
    at -= 1
  }
  const high = numberAt(told, at, rules)
  if (high === null) return null
  more ||= told[at].text.endsWith("+")
  let [low, start] = [high, at]
  let before = at - 1
  while (before >= 0 && (rules.to.includes(told[before].text) || told[before].text === COMMA)) before -= 1
  const other = numberAt(told, before, rules)
  const listed = told.slice(before + 1, at).some((word) => word.text === COMMA)
  if (other !== null && before >= at - 2 && (other === high || (other < high && !listed))) [low, start] = [other, before]
  const leadIn = justBefore(told, start).map(({ text }) => text)
  if (leadIn.slice(0, 2).includes("up") && low === high && !more) return { years: [0, high], start, sure: false }
  const sure = (more || leadIn.slice(0, 2).some((text) => rules.least.includes(text)))
    && !leadIn.some((text) => rules.since.includes(text))
  return { years: [low, low < high && !more ? high : null], start, sure }
}

function numberAt(told, place, rules) {
  if (place < 0) return null
  const { text } = told[place]
  const value = /^[0-9]{1,2}\+?$/u.test(text) ? parseInt(text, 10) : rules.numbers.indexOf(text)
  return value >= 0 && value <= MOST_YEARS ? value : null
}

// posting.py

const WEIGHTS = { title: 35, skills: 45, years: 8, leadingYears: 4, degree: 4, leads: 10 }
const STRENGTHS = [["strong", 55], ["partial", 32], ["weak", 18]]
const LEAST_SKILLS = 20
const SHOWN = 5

/**
 * @param {object} data as scripts/rolebook/exports/matcher_data.py writes it
 * @returns {(source: string) => {asked: Asked, fits: Fit[]}} for a posting: what it asks for, and the roles that fit,
 *   best first; the fields of both as in asked.py and posting.py, in camel case
 */
export function createMatcher(data) {
  const tables = {
    titles: createTable(data.titles),
    skills: createTable(data.skillNames),
    degrees: createTable(data.degreeNames),
    leads: createTable(data.rules.leadNames.map((name) => [name])),
  }
  return function match(source) {
    const asked = read(source, data, tables)
    const fits = data.roles.map((_, place) => fit(place, asked, data)).filter(Boolean)
    fits.sort((a, b) => b.score - a.score || a.role - b.role)
    return { asked: { ...asked, titles: Object.fromEntries(asked.titles) }, fits: fits.slice(0, SHOWN) }
  }
}

function fit(place, asked, data) {
  const role = data.roles[place]
  const parts = judge(place, asked, data)
  let weight = 0
  let sum = 0
  for (const [part, value] of Object.entries(parts)) {
    weight += WEIGHTS[part]
    sum += WEIGHTS[part] * value
  }
  const score = Math.floor(sum / weight)
  const strength = STRENGTHS.find(([, lowest]) => score >= lowest)?.[0]
  if (!strength || !(parts.title || parts.skills >= LEAST_SKILLS)) return null
  const skills = new Set(asked.skills)
  const named = new Set([...role.required, ...role.preferred])
  const telling = (chosen) => chosen.sort((a, b) => data.weights[b] - data.weights[a] || a - b)
  return {
    role: place,
    score,
    strength,
    parts,
    shared: telling(asked.skills.filter((skill) => named.has(skill))),
    leftOut: telling(role.required.filter((skill) => !skills.has(skill))),
    beyond: telling(asked.skills.filter((skill) => !named.has(skill))),
  }
}

function judge(place, asked, data) {
  const role = data.roles[place]
  const parts = {
    title: asked.titles.get(place)?.[0] ?? 0,
    skills: judgeSkills(role, asked.skills, data.weights),
  }
  for (const key of ["years", "leadingYears"]) {
    if (asked[key] && role[key]) parts[key] = apart(asked[key][0], role[key])
  }
  if (asked.degree !== null && role.degree !== null) {
    parts.degree = Math.max(0, 100 - 50 * Math.abs(asked.degree - role.degree))
  }
  if (asked.leads || role.leads) parts.leads = asked.leads && role.leads ? 100 : 0
  return parts
}

function judgeSkills(role, skills, weights) {
  const own = new Map(role.required.map((skill) => [skill, weights[skill]]))
  for (const skill of role.preferred) own.set(skill, Math.floor(weights[skill] / 2))
  let common = 0
  let beyond = 0
  for (const skill of skills) {
    if (own.has(skill)) common += own.get(skill)
    else beyond += weights[skill]
  }
  const leftOut = [...own.values()].reduce((sum, weight) => sum + weight, 0) - common
  const whole = 3 * common + 3 * beyond + leftOut
  return whole ? Math.floor((300 * common) / whole) : 0
}

function apart([low, high], [roleLow, roleHigh]) {
  const gap = Math.max(roleHigh === null ? 0 : low - roleHigh, high === null ? 0 : roleLow - high)
  return gap <= 0 ? 100 : gap <= 2 ? 50 : 0
}
