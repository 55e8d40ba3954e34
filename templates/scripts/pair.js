// The page of a pair: what a reader does with its tables.

import { setUpPair } from "./compare/tools.js"

setUpPair(document.querySelector("[data-compare-tools]"))
