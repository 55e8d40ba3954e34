// What search needs beside the dialog: the library, the index and the ranking. The dialog loads it at its first use.

import MiniSearch from "minisearch"
import { createSearch } from "./search/engine.js"

window.rolebookCreateSearch = (data) => createSearch(MiniSearch, data)
