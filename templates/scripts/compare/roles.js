// @ts-nocheck Its types are not written yet.
// Any roles beside each other, as rows of cells, and as text to copy. It touches no DOM, so that Node can test it.
// A role is what scripts/rolebook/exports/browser_catalogue.py writes for it: groups of rows, which line up by their keys.

export const SIDES = ["a", "b", "c", "d"]
const SKILLS = new Set(["technical", "tool", "soft"])
const letter = (place) => SIDES[place].toUpperCase()
export const and = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/** What a verdict is called where there is something to say (scripts/rolebook/wording/side_by_side.py). */
export const MARKS = { same: "same", different: "differs", unknown: "", unlike: "unlike, not compared" }

/**
 * The rows of all roles, in the groups of a role page: what scripts/rolebook/wording/side_by_side.py makes of the same
 * columns. Rows that share an id are one.
 * @param {object[]} roles two to four
 * @returns {{key: string, title: string, isSkills: boolean, absent: string, rows: Row[]}[]} groups that have a row
 *
 * @typedef {{key: string, label: string, link: string, cells: object[][], verdict: string, mark: string}} Row
 *   A cell is a list of lines, empty where nothing is stated. `mark` says in words how the roles differ.
 */
export function align(roles) {
  const skills = alignSkills(roles)
  return roles[0].groups.map(({ key, title }, place) => {
    const isSkills = SKILLS.has(key)
    const lines = isSkills
      ? skills.filter(({ kind }) => kind === key).map(({ sides }) => sides)
      : bring(roles.map((role) => role.groups[place].rows)).sort((one, other) => lowest(one) - lowest(other))
    return { key, title, isSkills, absent: absentIn(key), rows: lines.map((sides) => finish(sides, isSkills)) }
  }).filter(({ rows }) => rows.length)
}

/** The lines of skills. They are aligned across the kinds, because alternatives may be of several. */
function alignSkills(roles) {
  const ofSkills = (role) => role.groups.filter(({ key }) => SKILLS.has(key))
  const kinds = new Map(roles.flatMap((role) => ofSkills(role).flatMap((group) => group.rows.map((row) => [row.key, group.key]))))
  return bring(roles.map((role) => ofSkills(role).flatMap(({ rows }) => rows)))
    .sort((one, other) => byNaming(one, other) || lowest(one) - lowest(other))
    .map((sides) => ({ sides, kind: kinds.get(holdingMost(sides).key) }))
}

/** Rows of all columns that share an id, together: of each, the rows of every side. */
function bring(columns) {
  const lines = new Map()
  columns.forEach((rows, side) => rows.forEach((row) => {
    let sides = columns.map((_, place) => (place === side ? [row] : []))
    for (const near of new Set(idsOf(row).map((id) => lines.get(id)).filter(Boolean))) {
      sides = near.map((old, place) => [...old, ...sides[place]])
    }
    for (const id of sides.flat().flatMap(idsOf)) lines.set(id, sides)
  }))
  return [...new Set(lines.values())]
    .map((sides) => sides.map((rows) => rows.toSorted((one, other) => one.rank - other.rank || byText(one.key, other.key))))
}

const idsOf = (row) => row.ids ?? [row.key]
const byText = (one, other) => (one < other ? -1 : Number(one > other))
const lowest = (sides) => Math.min(...sides.flat().map((row) => row.rank))

/** What all name comes first, then what most name, then what only the first names, and so on. */
function byNaming(one, other) {
  const naming = (sides) => sides.filter((rows) => rows.length).length
  const first = (sides) => sides.findIndex((rows) => rows.length)
  return naming(other) - naming(one) || first(one) - first(other)
}

/** The row that names them all: the one that holds most. */
function holdingMost(sides) {
  return sides.flat().toSorted((one, other) => idsOf(other).length - idsOf(one).length || byText(one.key, other.key))[0]
}

function finish(sides, isSkills) {
  const { key, label, link = "" } = holdingMost(sides)
  // A line says what it is about, where that is not what the row is about.
  const cells = sides.map((rows) => rows.flatMap((row) => row.lines.map((line) =>
    (row.key === key ? line : { ...line, text: `${row.label}: ${line.text}` }))))
  const answers = sides.map(answer)
  const verdict = judge(answers)
  return { key, label, link, cells, verdict, mark: isSkills ? markSkill(sides) : markFact(answers, verdict) }
}

/** What one side answers by all of its rows; null when one of them says nothing that can be compared. */
function answer(rows) {
  if (!rows.length || rows.some((row) => row.answer?.value === undefined)) return null
  const ordered = rows.toSorted((one, other) => byText(one.key, other.key))
  return {
    basis: ordered.map((row) => row.answer.basis).join("\n"),
    value: ordered.map((row) => `${row.key}=${row.answer.value}`).join("\n"),
  }
}

/** Unknown unless every side has an answer, all on one basis; else whether they are all the same. */
function judge(answers) {
  if (answers.includes(null) || new Set(answers.map(({ basis }) => basis)).size > 1) return "unknown"
  return new Set(answers.map(({ value }) => value)).size > 1 ? "different" : "same"
}

const markFact = (answers, verdict) => MARKS[verdict === "unknown" && !answers.includes(null) ? "unlike" : verdict]

/** Who alone names it, and who asks for more of it, by a scale that the catalogue declares. */
function markSkill(sides) {
  const naming = sides.flatMap((rows, place) => (rows.length ? [place] : []))
  const levels = sides.map((rows) => Math.max(-1, ...rows.map((row) => row.level ?? -1)))
  const stated = levels.filter((level) => level >= 0)
  const most = Math.max(...stated)
  const more = most > Math.min(...stated) ? levels.flatMap((level, place) => (level === most ? [place] : [])) : []
  const who = naming.length === sides.length ? "" : `only ${and(naming.map(letter))}`
  const asks = more.length ? `${and(more.map(letter))} ${more.length > 1 ? "ask" : "asks"} for more` : ""
  return [who, asks].filter(Boolean).join("; ")
}

/** How many skills all roles name, and how many only each of them does. */
export function countSkills(groups, roles) {
  const rows = groups.filter(({ isSkills }) => isSkills).flatMap((group) => group.rows)
  const naming = rows.map(({ cells }) => cells.flatMap((lines, place) => (lines.length ? [place] : [])))
  return {
    shared: naming.filter((sides) => sides.length === roles.length).length,
    only: roles.map((_, place) => naming.filter((sides) => sides.length === 1 && sides[0] === place).length),
  }
}

/** What stands in a cell that states nothing. */
const absentIn = (key) =>
  (SKILLS.has(key) ? "Not named" : key === "responsibilities" ? "Not listed as a duty of its own" : "Not stated")

/** A cell in words: each line with its detail, the year, region and source of a figure, and what is odd about it. */
function words(lines, absent, separator) {
  return lines.map(({ text, detail, points = [], meta, publisher, badge, note }) => {
    const more = [detail, points.join("; ")].filter(Boolean).join("; ")
    const origin = [meta, publisher, badge].filter(Boolean).join(" · ")
    return [text, more && `: ${more}`, origin && ` (${origin})`, note && ` [Note: ${note}]`].filter(Boolean).join("")
  }).join(separator) || absent
}

/** As a list of rows of text, the names of the roles first. */
function table(roles, groups, separator) {
  const head = ["", "", ...roles.map(({ title }) => title), "Difference"]
  return [head, ...groups.flatMap(({ title, absent, rows }) => rows.map((row) =>
    [title, row.label, ...row.cells.map((lines) => words(lines, absent, separator)), row.mark]))]
}

/** What Markdown, and HTML in it, would take for a sign of theirs. */
const plain = (text) => text.replace(/[\\`*_{}[\]<>|~$#^]/g, "\\$&").replace(/\s+/g, " ")

/** A table of a group, under its heading, in GitHub's Markdown. */
export function toMarkdown(roles, groups) {
  const line = (cells) => `| ${cells.join(" | ")} |`
  const parts = groups.map(({ title, absent, rows }) => [
    `## ${title}`,
    "",
    line(["", ...roles.map((role) => plain(role.title)), "Difference"]),
    line(["", ...roles, ""].map(() => "---")),
    ...rows.map(({ label, cells, mark }) => line([
      plain(label),
      ...cells.map((lines) => lines.length
        ? lines.map((one) => plain(words([one], absent, ""))).join("<br>")
        : absent),
      mark,
    ])),
  ].join("\n"))
  return [`# ${and(roles.map((role) => plain(role.title)))}`, ...parts].join("\n\n") + "\n"
}

/** As RFC 4180 has it. A field that a spreadsheet would take for a formula gets an apostrophe before it. */
export function toCsv(roles, groups) {
  const field = (text) => `"${(/^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`
  const [head, ...rows] = table(roles, groups, "\n")
  head.splice(0, 2, "Part", "Row")
  return [head, ...rows].map((cells) => cells.map(field).join(",")).join("\r\n") + "\r\n"
}
