// The search: the library, the ranking, and what the dialog does. page/search.js loads it when a reader first asks.

import MiniSearch from "minisearch"
import { setUpDialog } from "./search/dialog.js"
import { createSearch } from "./search/engine.js"

const { search } = createSearch(MiniSearch, window.rolebookSearch)
window.rolebookAnswer = setUpDialog(search)
