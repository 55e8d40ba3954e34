// The search without the page: from the documents of the index and a query to groups of results. It touches no DOM, so
// that the ranking can be tested in Node. search.js loads it when a reader opens search, and shows what it returns.

(() => {
  "use strict"

  /** The order of the groups. A query for a comparison puts comparisons first. */
  const KINDS = ["role", "comparison", "skill", "section", "page"]
  const PER_GROUP = 6
  /** A group that stands alone has room for more. */
  const PER_ONLY_GROUP = 20
  /** Longer queries are cut: they are pasted text, and each word costs a look-up. */
  const MOST_WORDS = 12
  const SNIPPET = 150

  const BOOST = { title: 6, names: 5, hidden: 5, role: 3, terms: 2, text: 1 }

  /** A reader who types these means the words around them, so no document has to hold them. */
  const SMALL_WORDS = new Set("a an and are as at by do does for from how in is of on or the to what which who with".split(" "))

  // Words. Chinese, Japanese and several other scripts put no space between words: there, each letter is one.
  const UNSPACED = "[\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]"
  const LETTER = `(?:(?!${UNSPACED})[\\p{L}\\p{N}\\p{M}])`
  const WORD = new RegExp([
    "\\d+(?:[.,]\\d+)+",
    `${UNSPACED}\\p{M}*`,
    // Joined words and the names of languages: "decision-making", "R&D", "Ph.D.", "Node.js", ".NET", "C++", "C#".
    `(?:(?<![\\p{L}\\p{N}.])\\.)?${LETTER}+(?:[.'’&‐‑-]${LETTER}+)*(?:[+#]+(?!${LETTER}))?`,
    "\\p{Extended_Pictographic}",
  ].join("|"), "gu")
  const JOINT = /[.'’&‐‑-]/u

  // Letters that Unicode does not take apart into a plain letter and a mark.
  const PLAIN = { ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ı: "i", "’": "'" }

  /** A word as it is compared: no case, no accents, no English plural. Both the index and the query go through it. */
  function fold(word) {
    const plain = word.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u0652]/g, "").normalize("NFC").toLowerCase()
      .replace(/[ßæœøłđı’]/g, (letter) => PLAIN[letter]).replace(/'s$/, "").replace(/^(\d[\d.,]*)[+#]+$/, "$1")
    if (/^\d/.test(plain)) return plain.replaceAll(",", "")
    if (/[a-z]{2}ies$/.test(plain)) return plain.slice(0, -3) + "y"
    return /[a-z]{2}[^\W_isu]s$/.test(plain) ? plain.slice(0, -1) : plain
  }

  /**
   * The words of a text in order. A joined word is found as one and by its parts: "Node.js" as "nodejs", "node", "js".
   * @returns {{start: number, end: number, whole: string, parts: string[]}[]}
   */
  function words(text) {
    return Array.from(text.matchAll(WORD), ([raw], i) => [raw, i]) && [...text.matchAll(WORD)].map((match) => {
      const raw = match[0].replace(/['’]s$/u, "")
      const place = { start: match.index, end: match.index + match[0].length }
      if (/^\d/.test(raw) || !JOINT.test(raw)) return { ...place, whole: fold(raw), parts: [] }
      const parts = raw.split(JOINT).filter(Boolean)
      if (raw.startsWith(".") && parts.length === 1) return { ...place, whole: "." + fold(parts[0]), parts: [fold(parts[0])] }
      // "Ph.D." and "B.S." are one word and not two letters.
      const isAcronym = raw.includes(".") && parts.every((part) => part.length < 3)
      return { ...place, whole: fold(parts.join("")), parts: isAcronym ? [] : parts.map(fold) }
    })
  }
})()
