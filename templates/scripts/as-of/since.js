// What changed since a day, in words. It touches no DOM.

/**
 * The day as the page writes it, or null for what is no day of the calendar.
 * @param {string} text
 */
export function parseDay(text) {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text) ? text : null
}

/** @param {string} day */
export const inWords = (day) =>
  new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`))

/**
 * The sentence to show, and the changes to list under it.
 * @template {{on: string}} Change
 * @param {string} asked
 * @param {Change[]} changes newest first
 * @param {string} today
 * @param {string} what
 * @returns {{text: string, changes: Change[]}}
 */
export function since(asked, changes, today, what) {
  const day = parseDay(asked)
  const dated = changes.filter((change) => change.on)
  if (!day) {
    return { text: "The link names a day that is not a date such as 2026-11-21. You see the page as it is now.", changes: [] }
  }
  if (day > today) {
    return { text: `The link names ${inWords(day)}, which is still to come. You see the page as it is now.`, changes: [] }
  }
  const later = dated.filter((change) => change.on > day)
  if (!later.length) return { text: `Nothing has changed in ${what} since ${inWords(day)}.`, changes: [] }
  const count = later.length === 1 ? "One change" : `${later.length} changes`
  const verb = later.length === 1 ? "has" : "have"
  if (later.length === dated.length) {
    return { text: `The link names ${inWords(day)}, before this was first published. ${count} since:`, changes: later }
  }
  return { text: `${count} ${verb} been made to ${what} since ${inWords(day)}. You see the page as it is now.`, changes: later }
}
