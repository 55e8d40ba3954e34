// @ts-nocheck Its types are not written yet.
// Pasted text as words. Each step takes time in proportion to the text that is read.

import {
  CAPITAL, COMMA, ENTITY, INLINE, INVISIBLE, LETTERS, LIMITS, LINE_ENDS, NAMED, PLURAL, POSSESSIVE, SPACES, STOP, TAG,
  UNSEEN, WORD, WRAPPED,
} from "./rules.js"

/** @typedef {{text: string, written: string}} Word as it is compared (small letters, singular), and as it is written */

const LETTER_FIRST = new RegExp(`^[${LETTERS}]`, "u")

/**
 * The text that a reader of this source would see. HTML tags become line breaks, those within a line nothing; scripts,
 * styles and comments are left out.
 *
 * @param {string} source
 * @returns {{text: string, cut: boolean}} and whether its end was left out
 */
export function plain(source) {
  const raw = first(source, LIMITS.raw)
  const seen = withoutTags(raw).replace(ENTITY, entity).replace(INVISIBLE, "")
  const text = first(seen, LIMITS.text)
  return { text, cut: raw.length < source.length || text.length < seen.length }
}

/** The first characters. One outside the basic plane is one, not two. */
function first(text, count) {
  return text.length <= count ? text : [...text.slice(0, 2 * count)].slice(0, count).join("")
}

function withoutTags(source) {
  const tags = [...source.matchAll(TAG)]
  const last = new Map()
  tags.forEach(([, isEnd, name], place) => { if (isEnd) last.set(name.toLowerCase(), place) })
  let kept = ""
  let end = 0
  let unseen = ""
  tags.forEach((tag, place) => {
    const [whole, isEnd, written = ""] = tag
    const name = written.toLowerCase()
    if (!unseen) {
      kept += source.slice(end, tag.index) + (INLINE.has(name) ? "" : "\n")
      // What is never closed is no element, only a tag that somebody wrote about.
      if (UNSEEN.has(name) && !isEnd && last.get(name) > place) unseen = name
    } else if (isEnd && name === unseen) {
      unseen = ""
    }
    end = tag.index + whole.length
  })
  return kept + source.slice(end)
}

function entity(_, decimal, hexadecimal, name) {
  if (name) return NAMED[name]
  const code = decimal ? parseInt(decimal, 10) : parseInt(hexadecimal, 16)
  return (code >= 32 && code < 0xd800) || (code >= 0xe000 && code < 0x110000) ? String.fromCodePoint(code) : " "
}

/**
 * The words of a text, and between them COMMA and STOP.
 *
 * @param {string} text
 * @returns {Word[]}
 */
export function words(text) {
  return [...sentences(text).matchAll(WORD)].map(([, dotted, plainWord, comma]) => {
    const word = dotted ? dotted.replaceAll(".", "") : plainWord
    const sign = comma ? COMMA : STOP
    return word ? { text: fold(word), written: word } : { text: sign, written: sign }
  })
}

/** Each line is a sentence of its own, unless it goes on: it was full, and the next begins with a letter. */
function sentences(text) {
  const lines = text.split(LINE_ENDS).map((line) => line.replace(SPACES, " ").replace(/^ +| +$/gu, ""))
  const joined = lines.map((line, place) => {
    const goesOn = LETTER_FIRST.test(line) && lines[place - 1]?.length >= WRAPPED
    return (goesOn ? " " : "\n") + line
  })
  return joined.join("").slice(1)
}

function fold(word) {
  if (word === "&") return "and"
  const small = word.replace(CAPITAL, (letter) => letter.toLowerCase()).replace(POSSESSIVE, "")
  if (!PLURAL.test(small)) return small
  return small.endsWith("ies") && small.length > 4 ? `${small.slice(0, -3)}y` : small.slice(0, -1)
}

const isSign = ({ text }) => text === COMMA || text === STOP

/** told[start:end] as written, without the signs between words. */
export function written(told, start, end) {
  return told.slice(start, end).filter((word) => !isSign(word)).map((word) => word.written).join(" ")
}

/** Up to four words of the same sentence before a place, nearest first. */
export function justBefore(told, start) {
  const before = told.slice(Math.max(0, start - 4), start).reverse()
  const sign = before.findIndex(isSign)
  return (sign < 0 ? before : before.slice(0, sign)).map(({ text }) => text)
}

/** The words of told[start:end] that belong to the sentence at `start`. */
export function untilStop(told, start, end) {
  const part = told.slice(start, end).map(({ text }) => text)
  const stop = part.indexOf(STOP)
  return stop < 0 ? part : part.slice(0, stop)
}
