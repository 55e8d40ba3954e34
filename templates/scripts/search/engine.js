// @ts-nocheck Its types are not written yet.
// The search without the page: from the documents of the index and a query to groups of results. It touches no DOM, so
// that the ranking can be tested in Node. dialog.js shows what it returns.

import { createReader, fold, mark, sides, snippet, split } from "./words.js"

/** The order of the groups. A query for a comparison puts comparisons first. */
const KINDS = ["role", "comparison", "skill", "section", "page"]
const PER_GROUP = 6
/** A group that stands alone has room for more. */
const PER_ONLY_GROUP = 20
/** The rest of a longer query is left out: it is pasted text, and each word costs a look-up. */
const MOST_WORDS = 12
const MOST_NEAREST = 5

const BOOST = { title: 6, names: 5, hidden: 5, role: 3, terms: 2, text: 1 }

/** What a name that fits is worth, against 1 for the best fit of everything else. */
const NAME_WEIGHT = 3
const NAMES = ["title", "names", "hidden"]
/** A word of a query that stands in a name counts 1; one that only begins a word there, or is misspelt, counts less. */
const BEGINNING = 0.8
const MISSPELT = 0.6

/** No document has to hold these. */
const SMALL_WORDS = new Set(
  "a an and are as at be by can do does for from how i in is of on or the to versus vs what which who with"
    .split(" ").map(fold))

/** The words of a query that a document has to hold. */
function wanted(query) {
  const all = split(query.slice(0, 300))
  const telling = all.filter(({ whole }) => !SMALL_WORDS.has(whole))
  return [...new Map((telling.length ? telling : all).map((word) => [word.whole, word])).values()].slice(0, MOST_WORDS)
}

const list = (text) => (text ?? "").split("; ").filter(Boolean)

/**
 * Builds the index, once.
 * @param {Function} MiniSearch the library's class
 * @param {{documents: object[], abbreviations: Object<string, string>}} data as scripts/rolebook/exports/search_index.py writes it.
 *   A document's `names` may be shown to a reader; those in `hidden` (misspellings, say) only help to find it.
 * @returns {{search: (query: string) => Answer}}
 *
 * @typedef {{text: string, hit: boolean}[]} Pieces
 * @typedef {{url: string, kind: string, title: Pieces, context: ?{from: "name"|"term"|"text", pieces: Pieces}}} Result
 * @typedef {{total: number, groups: {kind: string, total: number, results: Result[]}[], nearest: Result[]}} Answer
 *   `nearest`: where no role was found, what the reader may have meant instead.
 */
export function createSearch(MiniSearch, data) {
  const { documents } = data
  const { spell, read } = createReader(data.abbreviations ?? {})
  // All words of the index, and those of names, skills and degrees: a slip that happens to be a word of some running
  // text ("led engineer") is still taken for a slip where no document holds all words as they are.
  const known = new Set()
  const ofNames = new Set()

  // Labels and names come back in many documents, so each is taken apart only once.
  const seen = new Map()
  function index(text, field) {
    return text.split("; ").flatMap((piece) => {
      let found = seen.get(piece)
      if (!found) {
        found = read(piece).map(({ word }) => word)
        if (piece.length < 60) seen.set(piece, found)
      }
      for (const word of found) {
        known.add(word)
        if (field !== "text") ofNames.add(word)
      }
      return found
    })
  }

  const mini = new MiniSearch({
    fields: Object.keys(BOOST),
    extractField: (entry, field) => (field === "id" ? entry.id : entry.document[field]),
    tokenize: index,
    processTerm: (word) => word,
    searchOptions: {
      boost: BOOST,
      weights: { prefix: 0.5, fuzzy: 0.2 },
      tokenize: (word) => [word],
    },
  })
  // A comparison is found by way of its two roles, so it needs no words of its own.
  mini.addAll(documents.map((document, id) => ({ id, document })).filter(({ document }) => document.kind !== "comparison"))
  const pairs = documents.filter(({ kind }) => kind === "comparison").map((document) => {
    // No slug holds "-vs-", so the address says which two roles are compared.
    const [a, b] = document.url.replace(/^compare\/|\/$/g, "").split("-vs-").map((slug) => `roles/${slug}/`)
    return { document, a, b }
  })

  // Names, spelt out, as they are compared with a query. Made when a document is first found.
  const spelt = new Map()
  function namesOf(document) {
    if (!spelt.has(document)) {
      const { title, role, names, hidden } = document
      const all = [title, ...(role ? [`${role} ${title}`] : []), ...list(names), ...list(hidden)]
      spelt.set(document, all.map((name, place) => ({
        name,
        isTitle: place === 0,
        isShown: place < all.length - list(hidden).length,
        words: telling(name),
      })))
    }
    return spelt.get(document)
  }

  function telling(text) {
    const all = [...new Set(spell(split(text)).map(({ word }) => word))]
    const some = all.filter((word) => !SMALL_WORDS.has(word))
    return some.length ? some : all
  }

  /** How well a document's best name fits: 1 when the query is the title, 0 when they share no word. */
  function fit(document, query, matched, certain) {
    let best = { fit: 0, recall: 0 }
    let inTitle = 0
    for (const candidate of namesOf(document)) {
      const used = new Set()
      let hits = 0
      for (const [i, word] of query.entries()) {
        let most = 0
        let which
        for (const own of candidate.words) {
          const hit = own === word ? 1
            : !matched.has(own) || query.includes(own) ? 0
              : own.startsWith(word) && (i === query.length - 1 || !certain.has(word)) ? BEGINNING
                : certain.has(word) ? 0 : MISSPELT
          if (hit > most) [most, which] = [hit, own]
        }
        hits += most
        if (which) used.add(which)
      }
      const recall = hits / query.length
      const fit = recall ** 2 * (0.4 + 0.6 * (used.size / candidate.words.length)) * (candidate.isTitle ? 1 : 0.95)
      if (candidate.isTitle) inTitle = recall
      if (fit > best.fit) best = { ...candidate, fit, recall }
    }
    return { ...best, isTitle: best.isTitle || inTitle >= best.recall }
  }

  /** Two neighbouring letters that changed places are the commonest slip, and too far apart for the fuzzy search. */
  function swaps(word) {
    return Array.from({ length: word.length - 1 }, (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2))
      .filter((other) => other !== word && known.has(other))
  }

  /** MiniSearch's form of the query. A word among the `certain` ones is never taken for a misspelt one. */
  function build(sought, { combineWith, misspelt, certain }) {
    const one = (word, isLast) => {
      const isKnown = certain.has(word)
      const loose = misspelt && !isKnown && word.length > 2
      return {
        queries: [word, ...(loose ? swaps(word) : [])],
        combineWith: "OR",
        // A single letter may be a name ("R", "C"): only an unknown one is a word that is still being typed.
        prefix: isKnown ? isLast && word.length > 1 : true,
        fuzzy: loose ? (word.length > 5 ? 2 : 1) : false,
      }
    }
    return {
      combineWith,
      queries: sought.map(({ whole, parts }, i) => {
        const isLast = i === sought.length - 1
        if (parts.length < 2) return one(whole, isLast)
        const inParts = { combineWith: "AND", queries: parts.map((part, j) => one(part, isLast && j === parts.length - 1)) }
        return { combineWith: "OR", queries: [one(whole, isLast), inParts] }
      }),
    }
  }

  /** The documents that match, best first: all words before some of them, as spelt before misspelt. */
  function find(query, { needsAll = false, ...options } = {}) {
    const sought = wanted(query)
    if (!sought.length) return []
    const ways = [
      { combineWith: "AND", certain: known },
      { combineWith: "AND", certain: ofNames, misspelt: true },
      ...(needsAll ? [] : [{ combineWith: "OR", certain: known }, { combineWith: "OR", certain: known, misspelt: true }]),
    ]
    for (const way of ways) {
      const found = mini.search(build(sought, way), options)
      if (found.length) return rank(found, telling(query), way.certain)
    }
    return []
  }

  function rank(found, query, certain) {
    const most = found[0].score
    return found.map(({ id, score, terms }) => {
      const document = documents[id]
      const matched = new Set(terms)
      const name = fit(document, query, matched, certain)
      return { document, matched, name, score: NAME_WEIGHT * name.fit + score / most }
    }).sort((a, b) => b.score - a.score)
  }

  /** The roles with a name that holds the whole query. */
  function named(query) {
    return find(query, { needsAll: true, fields: NAMES, filter: ({ id }) => documents[id].kind === "role" })
  }

  /** The comparisons and roles that a query asks to see side by side; undefined when it asks for no such thing. */
  function compare(query) {
    let best
    for (const [left, right] of sides(query)) {
      const one = named(left)
      const other = named(right)
      // The other side may not be typed yet, but what is there has to name a role.
      if (!one.length || (right.trim() && !other.length)) continue
      const roles = one.concat(other)
      const [ones, others] = [one, other].map(byAddress)
      const fitOf = (places, url) => places.get(url)?.name.fit ?? 0
      const comparison = rankPairs(roles, (a, b) => (other.length
        ? Math.max(fitOf(ones, a) * fitOf(others, b), fitOf(ones, b) * fitOf(others, a))
        : fitOf(ones, a) + fitOf(ones, b)))
      const score = one[0].name.fit * (other[0]?.name.fit ?? 1)
      const role = [...byAddress(roles.sort((a, b) => b.score - a.score)).values()]
      if (!best || score > best.score) best = { score, byKind: { comparison, role } }
    }
    return best?.byKind
  }

  /** Results by their addresses; of two with one address the first stays. */
  function byAddress(results) {
    const places = new Map()
    for (const result of results) if (!places.has(result.document.url)) places.set(result.document.url, result)
    return places
  }

  function rankPairs(roles, weigh) {
    const found = byAddress(roles)
    return pairs.map(({ document, a, b }) => ({
      document,
      score: found.has(a) || found.has(b) ? weigh(a, b) : 0,
      matched: new Set([...found.get(a)?.matched ?? [], ...found.get(b)?.matched ?? []]),
    })).filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
  }

  // Showing.

  const hitsIn = (text, matched) => read(text).filter(({ word }) => matched.has(word))

  /** The names of skills and degrees with the most hits for their length; "PhD" is not told beside "Doctorate". */
  function termsWith(document, matched) {
    const once = new Map()
    for (const term of list(document.terms)) {
      const same = telling(term).join(" ")
      if (!once.has(same)) once.set(same, term)
    }
    return [...once.values()]
      .map((term) => ({ term, share: hitsIn(term, matched).reduce((sum, hit) => sum + hit.end - hit.start, 0) / term.length }))
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .slice(0, 3).map(({ term }) => term)
  }

  /** Why a result is here, when its title does not say so. */
  function contextOf({ document, matched, name }) {
    const { kind, text } = document
    if (kind === "comparison") return null
    const isNamed = name?.isTitle && hitsIn(document.title, matched).length > 0
    if (name?.isShown && !isNamed && kind !== "section") {
      const hits = hitsIn(name.name, matched)
      if (hits.length) return { from: "name", pieces: mark(name.name, hits) }
    }
    const terms = kind === "role" && !isNamed ? termsWith(document, matched).join(", ") : ""
    if (terms) return { from: "term", pieces: mark(terms, hitsIn(terms, matched)) }
    if (!text) return null
    const line = text.replace(/\s+/g, " ")
    // A role that was asked for by its title is told by its first sentence, whatever follows.
    const hits = isNamed && kind === "role" ? [] : hitsIn(line, matched)
    return { from: "text", pieces: snippet(line, hits) }
  }

  function show(result) {
    const { document, matched } = result
    const title = document.role ? `${document.role} – ${document.title}` : document.title
    return { url: document.url, kind: document.kind, title: mark(title, hitsIn(title, matched)), context: contextOf(result) }
  }

  /** What is spelt most like a query that found no role. */
  function nearest(query, foundNothing) {
    const likely = named(query)
    if (likely.length || !foundNothing) return likely.slice(0, MOST_NEAREST).map(show)
    const queries = wanted(query).map(({ whole }) => whole)
    const filter = ({ id }) => documents[id].kind === "role" || documents[id].kind === "skill"
    return mini.search({ combineWith: "OR", queries, prefix: true, fuzzy: 0.45 }, { fields: NAMES, filter })
      .slice(0, MOST_NEAREST).map(({ id }) => show({ document: documents[id], matched: new Set() }))
  }

  function group(results) {
    const byKind = {}
    for (const result of results) (byKind[result.document.kind] ??= []).push(result)
    const hits = (byKind.role ?? []).filter(({ name }) => name.recall >= MISSPELT)
    const places = byAddress(hits)
    const fitOf = (url) => places.get(url)?.name.fit ?? 0
    byKind.comparison = rankPairs(hits, (a, b) => fitOf(a) + fitOf(b))
    return byKind
  }

  function orderOf(byKind, isComparison) {
    if (isComparison) return ["comparison", "role"]
    // Who types words of a page's title ("pay") wants that page before what roles say in the same words.
    const isPage = byKind.page?.[0].name.recall === 1
    return isPage ? [...KINDS.filter((kind) => kind !== "section"), "section"] : KINDS
  }

  /**
   * @param {string} query as typed
   * @returns {Answer}
   */
  function search(query) {
    const comparison = compare(query)
    const byKind = comparison ?? group(find(query))
    const kinds = orderOf(byKind, Boolean(comparison)).filter((kind) => byKind[kind]?.length)
    const room = kinds.length > 1 ? PER_GROUP : PER_ONLY_GROUP
    const groups = kinds.map((kind) => ({
      kind, total: byKind[kind].length, results: byKind[kind].slice(0, room).map(show),
    }))
    const total = groups.reduce((sum, group) => sum + group.total, 0)
    return { total, groups, nearest: byKind.role ? [] : nearest(query, !total) }
  }

  return { search }
}
