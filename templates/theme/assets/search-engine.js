// The search without the page: from the documents of the index and a query to groups of results. It touches no DOM, so
// that the ranking can be tested in Node. search.js loads it when a reader opens search, and shows what it returns.

(() => {
  "use strict"

  /** The order of the groups. A query for a comparison puts comparisons first. */
  const KINDS = ["role", "comparison", "skill", "section", "page"]
  const PER_GROUP = 6
  /** A group that stands alone has room for more. */
  const PER_ONLY_GROUP = 20
  /** The rest of a longer query is left out: it is pasted text, and each word costs a look-up. */
  const MOST_WORDS = 12
  const SNIPPET = 150

  const BOOST = { title: 6, names: 5, hidden: 5, role: 3, terms: 2, text: 1 }

  /** What a name that fits is worth, against 1 for the best fit of everything else. */
  const NAME_WEIGHT = 3
  /** A word of a query that stands in a name counts 1; one that only begins a word there, or is misspelt, counts less. */
  const BEGINNING = 0.8
  const MISSPELT = 0.6

  const BETWEEN_SIDES = /\s+(?:vs?\.?|versus)(?:\s+|$)/iu
  const ASKS_TO_COMPARE = /^\s*(?:compare|comparison of|difference between)\s+(.+)$|^(.+)\s+(?:compared (?:to|with))\s+(.+)$/iu

  // Chinese, Japanese and some other scripts put no space between words: there, each letter is a word.
  const UNSPACED = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]"
  const LETTER = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])`
  const WORD = new RegExp([
    "\\d+(?:[.,]\\d+)+",
    `${UNSPACED}\\p{M}*`,
    // With what joins words ("decision-making", "R&D", "Node.js", "Ph.D.") and what some names carry (".NET", "C++", "C#").
    `(?:(?<![\\p{L}\\p{N}.])\\.)?${LETTER}+(?:[.'’&‐‑-]${LETTER}+)*(?:[+#]+(?!${LETTER}))?`,
    "\\p{Extended_Pictographic}",
  ].join("|"), "gu")
  const JOINT = /[.'’&‐‑-]/u

  // Letters that Unicode does not take apart into a plain letter and a mark.
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i" }

  /** A word as it is compared: without case, accents and the English plural. */
  function fold(word) {
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
  function split(text) {
    return Array.from(text.matchAll(WORD), (match) => {
      const place = { start: match.index, end: match.index + match[0].length }
      const word = match[0].replace(/['’]s$/iu, "")
      if (!JOINT.test(word) || /^\d[\d.,]*$/.test(word)) return { ...place, whole: fold(word), parts: [] }
      const parts = word.split(JOINT).filter(Boolean)
      if (parts.length < 2) return { ...place, whole: `.${fold(parts[0])}`, parts: [fold(parts[0])] }
      // "Ph.D." and "R&D" are one word and not two letters.
      const isAcronym = /[.&]/.test(word) && parts.every((part) => part.length < 3)
      return { ...place, whole: fold(parts.join("")), parts: isAcronym ? [] : parts.map(fold) }
    })
  }

  /** No document has to hold these. */
  const SMALL_WORDS = new Set("a an and are as at be by can do does for from how i in is of on or the to what which who with"
    .split(" ").map(fold))

  /** The words of a query that a document has to hold. */
  function wanted(query) {
    const all = split(query.slice(0, 300))
    const telling = all.filter(({ whole }) => !SMALL_WORDS.has(whole))
    return [...new Map((telling.length ? telling : all).map((word) => [word.whole, word])).values()].slice(0, MOST_WORDS)
  }

  /** Knows each abbreviation by its long form and each long form by its abbreviation. */
  function createReader(abbreviations) {
    const long = new Map()
    for (const [short, meaning] of Object.entries(abbreviations)) {
      const [word] = split(short)
      if (word) long.set(word.whole, split(meaning).map(({ whole }) => whole))
    }

    function spellOut(word, depth = 0) {
      const meaning = long.get(word)
      return meaning && depth < 4 ? meaning.flatMap((part) => spellOut(part, depth + 1)) : [word]
    }

    const phrases = new Map()
    for (const short of long.keys()) {
      const phrase = spellOut(short)
      phrases.set(phrase[0], [...(phrases.get(phrase[0]) ?? []), { short, phrase }])
    }

    /** The words of a text with every abbreviation spelt out, so that two ways to write a name are the same. */
    function spell(text) {
      return split(text).flatMap(({ start, end, whole, parts }) =>
        (parts.length && !long.has(whole) ? parts : [whole]).flatMap((part) => spellOut(part))
          .map((word) => ({ word, start, end })))
    }

    /** Every word that a text can be found by, with its place: as written, spelt out and abbreviated. */
    function read(text) {
      const found = split(text).flatMap(({ start, end, whole, parts }) =>
        [whole, ...parts].map((word) => ({ word, start, end })))
      const spelt = spell(text)
      for (const [i, { word, start, end }] of spelt.entries()) {
        for (const { short, phrase } of phrases.get(word) ?? []) {
          const last = spelt[i + phrase.length - 1]
          if (last && phrase.every((part, j) => spelt[i + j].word === part)) found.push({ word: short, start, end: last.end })
        }
        found.push({ word, start, end })
      }
      // Once each: a word is not more telling for having been reached in two ways.
      return [...new Map(found.map((entry) => [`${entry.word} ${entry.start}`, entry])).values()]
    }

    return { spell, read }
  }

  /** A text in pieces, of which some are hits. */
  function mark(text, hits) {
    const pieces = []
    let at = 0
    for (const { start, end } of hits.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      if (start < at) continue
      if (start > at) pieces.push({ text: text.slice(at, start), hit: false })
      pieces.push({ text: text.slice(start, end), hit: true })
      at = end
    }
    if (at < text.length) pieces.push({ text: text.slice(at), hit: false })
    return pieces
  }

  const list = (text) => (text ?? "").split("; ").filter(Boolean)

  /**
   * Builds the index, once.
   * @param {Function} MiniSearch the library's class
   * @param {{documents: object[], abbreviations: Object<string, string>}} data as scripts/rolebook/search.py writes it
   * @returns {{search: (query: string) => Answer}}
   *
   * @typedef {{text: string, hit: boolean}[]} Pieces
   * @typedef {{url: string, kind: string, title: Pieces, context: ?{from: "name"|"term"|"text", pieces: Pieces}}} Result
   * @typedef {{total: number, groups: {kind: string, total: number, results: Result[]}[], nearest: Result[]}} Answer
   *   `nearest` is filled only when nothing was found: what is spelt most like the query.
   */
  function createSearch(MiniSearch, data) {
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
    mini.addAll(documents.map((document, id) => ({ id, document })))

    // Names, spelt out, as they are compared with a query. Made when a document is first found.
    const spelt = new Map()
    function namesOf(document) {
      if (!spelt.has(document)) {
        const { kind, title, role, names, hidden } = document
        const all = kind === "comparison" ? [title] : [title, ...(role ? [`${role} ${title}`] : []), ...list(names), ...list(hidden)]
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
      const all = [...new Set(spell(text).map(({ word }) => word))]
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

    /** Ways to cut a query into the two things to compare, for example at each "and" after "compare". */
    function sides(query) {
      const request = ASKS_TO_COMPARE.exec(query)
      if (request?.[2]) return [[request[2], request[3]]]
      const rest = request?.[1] ?? query
      const between = BETWEEN_SIDES.exec(rest)
      if (between) return [[rest.slice(0, between.index), rest.slice(between.index + between[0].length)]]
      return [...rest.matchAll(request ? /\s+(?:and|with|to|or|&)\s+|\s*,\s*/giu : /\s+or\s+/giu)]
        .map((cut) => [rest.slice(0, cut.index), rest.slice(cut.index + cut[0].length)])
    }

    /** The comparisons that a query asks for, and the roles on their two sides; undefined when it asks for none. */
    function compare(query) {
      const named = (side) => find(side, {
        needsAll: true,
        fields: ["title", "names", "hidden"],
        filter: ({ id }) => documents[id].kind === "role",
      })
      let best
      for (const [left, right] of sides(query)) {
        const found = [named(left), named(right)]
        // "version 2 vs" is no reason to compare, "lead engineer vs" is.
        if (!found[0].length || (right.trim() && !found[1].length)) continue
        const weigh = found.map((roles) => new Map(roles.map((role) => [role.document.url, role.name.fit])))
        const results = []
        for (const document of documents) {
          if (document.kind !== "comparison") continue
          // No slug holds "-vs-", so the address says which two roles are compared.
          const [a, b] = document.url.replace(/^compare\/|\/$/g, "").split("-vs-").map((slug) => `roles/${slug}/`)
          const weight = (one, other) => (found[1].length ? (weigh[0].get(one) ?? 0) * (weigh[1].get(other) ?? 0) : weigh[0].get(one) ?? 0)
          const score = Math.max(weight(a, b), weight(b, a))
          if (score) results.push({ document, score, matched: matchedBy(found, [a, b]) })
        }
        results.sort((a, b) => b.score - a.score)
        if (results.length && !(best?.comparisons[0].score >= results[0].score)) {
          const roles = [...new Map(found.flat().sort((a, b) => a.score - b.score).map((role) => [role.document, role])).values()]
          best = { comparisons: results, roles: roles.reverse() }
        }
      }
      return best
    }

    function matchedBy(found, urls) {
      return new Set(found.flat().filter(({ document }) => urls.includes(document.url)).flatMap(({ matched }) => [...matched]))
    }

    // Showing.

    const hitsIn = (text, matched) => read(text).filter(({ word }) => matched.has(word))

    /** A line around the first hit, or the first sentence. */
    function snippet(long, matched) {
      const text = long.replace(/\s+/g, " ")
      const [hit] = hitsIn(text, matched).sort((a, b) => a.start - b.start)
      const sentence = /[.!?](?=\s)|[。！？]/u.exec(text)
      const whole = sentence ? sentence.index + 1 : text.length
      let start = 0
      if (hit && hit.end > Math.min(whole, SNIPPET)) start = text.lastIndexOf(" ", Math.max(0, hit.start - 50)) + 1
      let end = start === 0 && whole <= SNIPPET * 1.3 ? whole : start + SNIPPET
      if (end < text.length && end !== whole) end = Math.max(text.lastIndexOf(" ", end), start + SNIPPET / 2, hit?.end ?? 0)
      const cut = text.slice(start, end)
      const pieces = mark(cut, hitsIn(cut, matched))
      if (start > 0) pieces.unshift({ text: "… ", hit: false })
      if (end < text.length && end !== whole) pieces.push({ text: " …", hit: false })
      return pieces
    }

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
      const isNamed = name?.fit > 0 && name.isTitle
      if (name?.isShown && !isNamed && kind !== "section") {
        const hits = hitsIn(name.name, matched)
        if (hits.length) return { from: "name", pieces: mark(name.name, hits) }
      }
      const terms = kind === "role" && !isNamed ? termsWith(document, matched).join(", ") : ""
      if (terms) return { from: "term", pieces: mark(terms, hitsIn(terms, matched)) }
      return text ? { from: "text", pieces: snippet(text, matched) } : null
    }

    function show(result) {
      const { document, matched } = result
      const title = document.role ? `${document.role} – ${document.title}` : document.title
      return { url: document.url, kind: document.kind, title: mark(title, hitsIn(title, matched)), context: contextOf(result) }
    }

    function nearest(query) {
      const found = mini.search({ combineWith: "OR", queries: wanted(query).map(({ whole }) => whole), prefix: true, fuzzy: 0.45 }, {
        fields: ["title", "names", "hidden"],
        filter: ({ id }) => documents[id].kind === "role" || documents[id].kind === "skill",
      })
      return found.slice(0, 5).map(({ id }) => show({ document: documents[id], matched: new Set() }))
    }

    function byKindOf(results) {
      const byKind = {}
      for (const result of results) (byKind[result.document.kind] ??= []).push(result)
      return byKind
    }

    function search(query) {
      const comparison = compare(query)
      const byKind = comparison
        ? { comparison: comparison.comparisons, role: comparison.roles }
        : byKindOf(find(query))
      const order = comparison ? ["comparison", "role"] : KINDS.filter((kind) => byKind[kind])
      const room = order.length > 1 ? PER_GROUP : PER_ONLY_GROUP
      const groups = order.map((kind) => ({
        kind, total: byKind[kind].length, results: byKind[kind].slice(0, room).map(show),
      }))
      const total = groups.reduce((sum, group) => sum + group.total, 0)
      return { total, groups, nearest: total ? [] : nearest(query) }
    }

    return { search }
  }

  if (typeof module !== "undefined") module.exports = { createSearch }
  else globalThis.rolebookCreateSearch = createSearch
})()
