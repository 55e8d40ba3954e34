// The words of texts and queries, as search compares and marks them. It touches no DOM and knows nothing of documents;
// engine.js builds on it.

const WORD = new RegExp([
  "\\d+(?:[.,]\\d+)+",
  // With what joins words ("decision-making", "R&D", "Node.js", "Ph.D.") and what some names carry (".NET", "C++", "C#").
  "(?:(?<![\\p{L}\\p{N}.])\\.)?[\\p{L}\\p{N}\\p{M}]+(?:[.'’&‐‑-][\\p{L}\\p{N}\\p{M}]+)*(?:[+#]+(?![\\p{L}\\p{N}]))?",
  "\\p{Extended_Pictographic}",
].join("|"), "gu")
const JOINT = /[.'’&‐‑-]/u
// Chinese, Japanese and some other scripts put no space between words: there, each letter is a word.
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u
const PIECE = new RegExp(`${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source})[\\p{L}\\p{N}\\p{M}])+`, "gu")

// Letters that Unicode does not take apart into a plain letter and a mark.
/** @type {Object<string, string>} */
const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" }

const BETWEEN_SIDES = /\s+(?:vs?\.?|versus)(?:\s+|$)/iu
const ASKS_TO_COMPARE = /^\s*(?:compare|comparison of|difference between)\s+(.+)$|^(.+)\s+(?:compared (?:to|with))\s+(.+)$/iu

/** How long a line of text in a result is. */
const SNIPPET = 150

/**
 * A word as it is compared: without case, accents and the English plural.
 * @param {string} word
 */
export function fold(word) {
  let folded = folds.get(word)
  if (folded === undefined) folds.set(word, folded = foldAnew(word))
  return folded
}

/** @type {Map<string, string>} */
const folds = new Map()

/** @param {string} word */
function foldAnew(word) {
  const plain = word.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0652]/g, "").normalize("NFC").toLowerCase()
    .replace(/[ßæœøłđı]/g, (letter) => PLAIN[letter])
  if (/^\d/.test(plain)) return plain.replace(/,|[+#]+$/g, "")
  if (/[a-z]{2}ies$/.test(plain)) return `${plain.slice(0, -3)}y`
  return /[a-z]{2}[a-z0-9]s$/.test(plain) && !/[isu]s$/.test(plain) ? plain.slice(0, -1) : plain
}

/**
 * The words of a text. A joined word is found as one and by its parts: "Node.js" is "nodejs", "node" and "js".
 * @param {string} text
 * @returns {{start: number, end: number, whole: string, parts: string[]}[]}
 */
export function split(text) {
  const found = []
  for (const match of text.matchAll(WORD)) {
    const start = match.index
    const end = start + match[0].length
    if (UNSPACED.test(match[0])) {
      for (const piece of match[0].matchAll(PIECE)) {
        found.push({ start: start + piece.index, end: start + piece.index + piece[0].length, whole: fold(piece[0]), parts: [] })
      }
    } else found.push({ start, end, ...takeApart(match[0]) })
  }
  return found
}

/** @param {string} written */
function takeApart(written) {
  if (!JOINT.test(written) || /^\d[\d.,]*$/.test(written)) return { whole: fold(written), parts: [] }
  const parts = written.replace(/['’]s$/iu, "").split(JOINT).filter(Boolean)
  if (written.startsWith(".") && parts.length === 1) return { whole: `.${fold(parts[0])}`, parts: [fold(parts[0])] }
  if (parts.length === 1) return { whole: fold(parts[0]), parts: [] }
  // "Ph.D." and "R&D" are one word and not two letters.
  const isAcronym = /[.&]/.test(written) && parts.every((part) => part.length < 3)
  return { whole: fold(parts.join("")), parts: isAcronym ? [] : parts.map(fold) }
}

/**
 * @typedef {{start: number, end: number}} Hit a place in a text
 * @typedef {Hit & {whole: string, parts: string[]}} Word
 *
 * Knows each abbreviation by its long form and each long form by its abbreviation.
 * @param {Object<string, string>} abbreviations
 */
export function createReader(abbreviations) {
  /** @type {Map<string, string[]>} */
  const long = new Map()
  for (const [short, meaning] of Object.entries(abbreviations)) {
    const [word] = split(short)
    if (word) long.set(word.whole, split(meaning).map(({ whole }) => whole))
  }

  /**
   * @param {string} word
   * @returns {string[]}
   */
  function spellOut(word, depth = 0) {
    const meaning = long.get(word)
    return meaning && depth < 4 ? meaning.flatMap((part) => spellOut(part, depth + 1)) : [word]
  }

  const phrases = new Map()
  for (const short of long.keys()) {
    const phrase = spellOut(short)
    phrases.set(phrase[0], [...(phrases.get(phrase[0]) ?? []), { short, phrase }])
  }

  /**
   * The words of a text with every abbreviation spelt out, so that two ways to write a name are the same.
   * @param {Word[]} words
   */
  function spell(words) {
    const spelt = []
    for (const { start, end, whole, parts } of words) {
      for (const part of parts.length && !long.has(whole) ? parts : [whole]) {
        if (!long.has(part)) spelt.push({ word: part, start, end, short: "" })
        else for (const word of spellOut(part)) spelt.push({ word, start, end, short: part })
      }
    }
    return spelt
  }

  /**
   * Every word that a text can be found by, with its place: as written, spelt out and abbreviated.
   * @param {string} text
   */
  function read(text) {
    const words = split(text)
    const found = []
    for (const { start, end, whole, parts } of words) {
      found.push({ word: whole, start, end })
      for (const word of parts) found.push({ word, start, end })
    }
    const spelt = spell(words)
    for (let i = 0; i < spelt.length; i++) {
      const { word, start, end, short: from } = spelt[i]
      if (from) found.push({ word, start, end })
      for (const { short, phrase } of phrases.get(word) ?? []) {
        const isHere = short !== from && phrase.every((/** @type {string} */ part, /** @type {number} */ j) => spelt[i + j]?.word === part)
        if (isHere) found.push({ word: short, start, end: spelt[i + phrase.length - 1].end })
      }
    }
    return found
  }

  return { spell, read }
}

/**
 * A text in pieces, of which some are hits.
 * @param {string} text
 * @param {Hit[]} hits
 */
export function mark(text, hits) {
  const pieces = []
  let at = 0
  for (const { start, end } of [...hits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (start < at) continue
    if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
    // Letters of a script without spaces are hits of their own, and shown as one.
    const last = pieces.at(-1)
    if (start === at && last?.hit) last.text += text.slice(start, end)
    else pieces.push({ text: text.slice(start, end), hit: true })
    at = end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
  return pieces
}

/**
 * A line around the first hit, or the first sentence where that holds it or there is none.
 * @param {string} text
 * @param {{start: number, end: number}[]} hits the places of the words to mark
 */
export function snippet(text, hits) {
  const sentence = /[.!?](?=\s)|[。！？]/u.exec(text)
  const whole = sentence && sentence.index < SNIPPET * 1.3 ? sentence.index + 1 : 0
  const first = Math.min(...hits.map((hit) => hit.start))
  let start = 0
  let end = whole
  if (!whole || (hits.length && first >= whole)) {
    if (hits.length && first > SNIPPET / 2) start = text.lastIndexOf(" ", first - SNIPPET / 3) + 1
    end = start + SNIPPET
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start + SNIPPET / 2)
  }
  const within = hits.filter((hit) => hit.start >= start && hit.end <= end)
    .map((hit) => ({ start: hit.start - start, end: hit.end - start }))
  const pieces = mark(text.slice(start, end), within)
  if (start > 0) pieces.unshift({ text: "… ", hit: false })
  if (end < text.length && end !== whole) pieces.push({ text: " …", hit: false })
  return pieces
}

/**
 * Ways to cut a query into the two things to compare, for example at each "and" after "compare".
 * @param {string} query
 */
export function sides(query) {
  const request = ASKS_TO_COMPARE.exec(query)
  if (request?.[2]) return [[request[2], request[3]]]
  const rest = request?.[1] ?? query
  const between = BETWEEN_SIDES.exec(rest)
  if (between) return [[rest.slice(0, between.index), rest.slice(between.index + between[0].length)]]
  return [...rest.matchAll(request ? /\s+(?:and|with|to|or|&)\s+|\s*,\s*/giu : /\s+or\s+/giu)]
    .map((cut) => [rest.slice(0, cut.index), rest.slice(cut.index + cut[0].length)])
}
