// @ts-nocheck Its types are not written yet.
// Any roles beside each other, as rows of cells, and as text to copy. It touches no DOM, so that Node can test it.
// A role is what scripts/rolebook/exports/browser_catalogue.py writes for it: groups of rows, which line up by their keys.

export const SIDES = ["a", "b", "c", "d"]
const SKILLS = new Set(["technical", "tool", "soft"])
const letter = (place) => SIDES[place].toUpperCase()
export const and = (words) => words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`

/**
 * The rows of all roles, in the groups of a role page.
 * @param {object[]} roles two to four
 * @returns {{key: string, title: string, isSkills: boolean, rows: Row[]}[]} groups that have a row
 *
 * @typedef {{key: string, label: string, link: string, cells: (object[]|null)[], isSame: boolean, mark: string}} Row
 *   A cell is a list of lines, empty where nothing is stated. `mark` says in words how the roles differ.
 */
export function align(roles) {
  return roles[0].groups.map(({ key, title }, place) => {
    const isSkills = SKILLS.has(key)
    const all = new Map()
    roles.forEach((role, side) => {
      for (const row of role.groups[place].rows) {
        const same = all.get(row.key) ?? { ...row, sides: roles.map(() => null) }
        same.sides[side] = row
        all.set(row.key, same)
      }
    })
    const rows = [...all.values()]
      .filter(({ sides }) => isSkills || sides.some((row) => row?.lines.length) || key === "glance")
      .sort((one, other) => (isSkills ? bySharing(one, other) : 0) || one.rank - other.rank)
      .map((row) => finish(row, isSkills))
    return { key, title, isSkills, rows }
  }).filter(({ rows }) => rows.length)
}

/** What all name comes first, then what most name, then what only the first names, and so on. */
function bySharing(one, other) {
  const naming = ({ sides }) => sides.filter(Boolean).length
  const first = ({ sides }) => sides.findIndex(Boolean)
  return naming(other) - naming(one) || first(one) - first(other)
}

function finish({ key, label, link = "", sides }, isSkills) {
  const cells = sides.map((row) => row?.lines ?? [])
  const said = cells.map((lines) => lines.map((line) => `${line.text}|${line.detail ?? ""}`).join("\n"))
  const isSame = said.every((text) => text === said[0])
  return { key, label, link, cells, isSame, mark: isSkills ? markSkill(sides) : markFact(said, isSame) }
}

/** Only what every role states can be said to differ. */
function markFact(said, isSame) {
  return !isSame && said.every(Boolean) ? "differs" : ""
}

function markSkill(sides) {
  const naming = sides.flatMap((row, place) => (row ? [place] : []))
  const more = naming.filter((place) =>
    naming.some((other) => asksMore(sides[place], sides[other]))
    && !naming.some((other) => asksMore(sides[other], sides[place])))
  const who = naming.length === sides.length ? "" : `only ${and(naming.map(letter))}`
  const most = more.length ? `${and(more.map(letter))} ${more.length > 1 ? "ask" : "asks"} for more` : ""
  return [who, most].filter(Boolean).join("; ")
}

/** Required outweighs preferred; between equals a higher proficiency does, where both state one. As in compare.py. */
function asksMore(one, other) {
  if ((one.need ?? 0) !== (other.need ?? 0)) return (one.need ?? 0) > (other.need ?? 0)
  return one.level !== undefined && other.level !== undefined && one.level > other.level
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

export const absent = (isSkills) => (isSkills ? "Not named" : "Not stated")

/** A cell in words: each line with its detail, the year, region and source of a figure, and what is odd about it. */
function words(lines, isSkills, separator) {
  return lines.map(({ text, detail, meta, publisher, badge, note }) => {
    const origin = [meta, publisher, badge].filter(Boolean).join(" · ")
    return [text, detail && `: ${detail}`, origin && ` (${origin})`, note && ` [Note: ${note}]`].filter(Boolean).join("")
  }).join(separator) || absent(isSkills)
}

/** As a list of rows of text, the names of the roles first. */
function table(roles, groups, separator) {
  const head = ["", "", ...roles.map(({ title }) => title), "Difference"]
  return [head, ...groups.flatMap(({ title, isSkills, rows }) => rows.map((row) =>
    [title, row.label, ...row.cells.map((lines) => words(lines, isSkills, separator)), row.mark]))]
}

/** What Markdown, and HTML in it, would take for a sign of theirs. */
const plain = (text) => text.replace(/[\\`*_{}[\]<>|~$#^]/g, "\\$&").replace(/\s+/g, " ")

/** A table of a group, under its heading, in GitHub's Markdown. */
export function toMarkdown(roles, groups) {
  const line = (cells) => `| ${cells.join(" | ")} |`
  const parts = groups.map(({ title, isSkills, rows }) => [
    `## ${title}`,
    "",
    line(["", ...roles.map((role) => plain(role.title)), "Difference"]),
    line(["", ...roles, ""].map(() => "---")),
    ...rows.map(({ label, cells, mark }) => line([
      plain(label),
      ...cells.map((lines) => lines.length
        ? lines.map((one) => plain(words([one], isSkills, ""))).join("<br>")
        : absent(isSkills)),
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
