// @ts-nocheck Its types are not written yet.
// The rules by which a posting is read and judged, as data. Words are written as reading.js compares them: in small
// letters, singular.

const list = (text) => text.split(" ")
const set = (text) => new Set(list(text))

// What is read of a text. It is untrusted: a megabyte, HTML, any language.

/** Characters that are read, with HTML tags and without: more than any posting has, few enough to be read at once. */
export const LIMITS = { raw: 200_000, text: 50_000 }
/** Ranges, not `\p{L}`: the same in each browser, and without the signs that separate words in any script. */
export const LETTERS = "0-9A-Za-zÀ-ÖØ-öø-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff\\uf900-\\ufdff\\u{20000}-\\u{3ffff}"
/** Between words of one phrase: "real-time" is "real time", "CI/CD" is "CI CD". Stars and the like mark up Markdown. */
const GAPS = " \\-‐‑‒–—\\/'’‘*_`~"
/** Signs between words count as one of two: within a sentence, and at its end. */
export const COMMA = ","
export const STOP = "."
export const WORD = new RegExp(
  "([A-Za-z]{1,2}(?:\\.[A-Za-z]{1,2})+)(?![0-9A-Za-z])\\.?" // Ph.D., M.Sc.
  // R&D; 3.5; C++
  + `|([A-Za-z]&[A-Za-z](?![${LETTERS}])|[0-9]+(?:[.,][0-9]+)+|[${LETTERS}]+(?:['’][${LETTERS}]+)?[+#]*|&)`
  + '|([,;:()\\[\\]{}"“”„«»]+)'
  + `|[^${LETTERS}${GAPS}]`, "gu")
/** Folded one by one: `toLowerCase` on a whole word turns some letters into two. */
export const CAPITAL = /[A-ZÀ-\u052f]/gu
export const POSSESSIVE = /['’]s$/u
/** Not "class", "status" and "analysis". */
export const PLURAL = /^[a-z]{3,}(?<!s)(?<!u)(?<!i)s$/u
/** A line break is none: it may end a sentence. */
export const SPACES = /[\t \u00a0\u2000-\u200a\u202f\u205f\u3000]+/gu
export const LINE_ENDS = /\r\n|[\r\n\v\f\x85\u2028\u2029]/u
/** A line at least so long ends because it was full: the sentence goes on in the next line. */
export const WRAPPED = 50

// Many postings are pasted as HTML.
export const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]*)[^<>]*>|<![^<>]*>/gu
/** These stand within a line; each other tag ends it. */
export const INLINE = set("a abbr b big cite code em font i kbd mark s samp small span strong sub sup tt u var wbr")
/** What stands in these, nobody sees. */
export const UNSEEN = set("script style")
export const ENTITY = /&(?:#([0-9]{1,7})|#[xX]([0-9A-Fa-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gu
export const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " }
/** Soft hyphens, marks of direction and the like: they would split a word that a reader sees whole. */
export const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu

// Names of the catalogue.

/** Ordinary words that are names too: they count in company only. */
export const ORDINARY = set(
  "rust spark shell go swift dart ruby scala julia oracle excel access word outlook flask express spring react"
  + " container orchestration master bachelor")
/** What every posting says of itself ("our organisation"): never counts as a skill. */
export const UNTELLING = set("organisation organization focus ownership feedback diversity inclusion flexibility")
/** Forms of one name, with abbreviations spelt out or not: a name of many could have hundreds. */
export const MOST_VARIANTS = 12

// Company: what shows that "R" or "Go" is the language. `reach`: how many telling words away it may stand; `small`:
// words that are passed over on the way; `before`, `after`: words that are company on that side; `notAfter`: words
// after which no company helps ("Series C", "Microsoft Master"); `applying`: words that show that a short name speaks
// of an application ("send your CV").
const LANGUAGE = set("language programming programmer coding code script scripting statistical statistic")
export const SKILL_COMPANY = {
  reach: 2,
  small: set("and or as such like in with the of a an for to eg etc including incl ,"),
  before: LANGUAGE,
  after: LANGUAGE,
  notAfter: set("sery plan vitamin class grade type group round hepatitis appendix royal dutch"),
  applying: set("your send submit attach upload resume résumé cover letter apply application"),
}
export const DEGREE_COMPANY = {
  reach: 1,
  small: set("and or a an the ,"),
  before: set("degree"),
  after: set("degree in of required preferred computer science level"),
  notAfter: set("scrum microsoft"),
  applying: new Set(),
}

// Titles.

/** A title among so many first words is the posting's own; elsewhere it may be a colleague's. */
export const START = 30
/** What a title is worth, in per cent: by where it stands, and by whose name it is. */
export const AT_START = 100
export const ELSEWHERE = 50
export const TITLE = 100
/** A search word is near to a title, and nobody is called so. */
export const HIDDEN = 80
/** "Reports to the Head of AI" names another person. */
export const OTHERS = set("report reporting alongside with assist assisting support supporting")

// Degrees. What is wished for is not the lowest that is enough.
export const WISH = set("preferred preferably plus nice ideally ideal desirable desired advantage advantageous bonus")

// Years.

/** "Yrs" is no plural to PLURAL: too short. */
export const YEAR = set("year yr yrs")
/** A word's place is its number. */
export const NUMBERS = list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
  + " eighteen nineteen twenty")
/** A larger number of years is not a person's experience. */
export const MOST_YEARS = 20
/** "5 or more years", "5 plus years". */
export const OR_MORE = set("or more plus above over")
export const MORE = set("more plus above over")
/** "5 to 8", "between five and eight". */
export const TO = set("to and or")
/** "At least 5", "more than 5", "a minimum of 5". */
export const LEAST = set("least minimum min over than")
/** "For over 15 years we have": a company's age, unless experience is spoken of. */
export const SINCE = set("for past last next")
/** Words near a number of years, and right after it, that make it one of experience; or of something else. */
export const EXPERIENCE = set("experience experienced expertise background record practice working building developing")
export const IN_WHAT = set("in of as")
export const NOT_EXPERIENCE = set("ago old degree contract fixed term warranty anniversary")
export const LEADING = set("lead leading leadership manage managing management manager supervising supervisory")

// Leading people: a verb with its people, or a name of the task. A "lead AI engineer" is one; to lead engineers takes a
// small word between, or a team.
export const LEAD_VERBS = set(
  "lead leading manage managing head heading supervise supervising grow growing coach coaching")
export const PEOPLE = set("team people engineer scientist developer analyst programmer staff group department report")
export const WHOSE = set("a an the our your their its and of all")
export const LEAD_NAMES = [
  "people management", "team leadership", "line management", "direct report", "people leadership", "people manager",
  "people leader", "line manager", "team management",
]

// Judging.

/** A role's score is the mean of the parts that can be judged, each from 0 to 100, weighted so: a title and skills tell
 * the kind of work, the others only its level. */
export const WEIGHTS = { title: 35, skills: 45, years: 8, leadingYears: 4, degree: 4, leads: 10 }
/** The lowest score of each strength; below the last one a role does not fit. */
export const STRENGTHS = [["strong", 55], ["partial", 32], ["weak", 18]]
/** Without a title, a role fits only with so many points for its skills: years or a degree tell nothing of the work. */
export const LEAST_SKILLS = 20
/** Roles that are named at most. */
export const SHOWN = 5
/** By how the role asks for a skill: how much of its weight counts where a posting leaves it out, and whether the
 * posting should mention it. What is only an example, or part of the work, is never missed; a posting that asks for it
 * asks for the same, so there all of its weight counts. */
export const NEEDS = {
  asked: { share: 1, isMissed: true },
  preferred: { share: 0.5, isMissed: false },
  example: { share: 0.25, isMissed: false },
  work: { share: 0.25, isMissed: false },
}
/** How much of a skill's weight counts by its kind. Every posting names soft skills. */
export const KINDS = { technical: 1, tool: 1, soft: 0.5 }
/** What a skill in common, and one beyond the role, weighs against one of the role's that a posting leaves out: a
 * posting is shorter than a role. */
export const SAID = 3
/** Points for years by how many lie between two ranges, and what each step between degrees takes away. */
export const YEARS_APART = [[0, 100], [2, 50]]
export const DEGREE_STEP = 50
