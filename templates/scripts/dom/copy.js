// Puts a text where a reader can paste it from.

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser let the page do so
 */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // An address without https has no clipboard of its own; a command to copy is still obeyed.
    return copyByCommand(text)
  }
}

/** @param {string} text */
function copyByCommand(text) {
  let isDone = false
  /** @param {ClipboardEvent} event */
  const put = (event) => {
    event.clipboardData?.setData("text/plain", text)
    event.preventDefault()
    isDone = true
  }
  document.addEventListener("copy", put)
  document.execCommand("copy")
  document.removeEventListener("copy", put)
  return isDone
}
