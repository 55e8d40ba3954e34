// What changed since the day of a link, and where an old address led. page.js loads it where the address asks.

import { tellChanges } from "./as-of/changes.js"

document.querySelectorAll("[data-history]").forEach(tellChanges)
