// What every page does beyond its HTML. A page is complete without it.

import { load } from "./dom/load.js"
import { tellAge } from "./page/age.js"
import { setUpAnnouncement } from "./page/announcement.js"
import { setUpConsent } from "./page/consent.js"
import { followReader } from "./page/contents.js"
import { setUpCopyLink } from "./page/copy-link.js"
import { setUpLinksFromDisk, showOnlineAddress } from "./page/disk.js"
import { setUpMenus } from "./page/menus.js"
import { setUpPalettes } from "./page/palette.js"
import { unfoldForPrint } from "./page/printing.js"
import { setUpSchemeSwitch } from "./page/scheme.js"
import { setUpSearch } from "./page/search.js"
import { watchScrolling, wrapTable } from "./page/tables.js"
import { setUpVersions } from "./page/versions.js"

/** @param {string} selector */
const all = (selector) => [...document.querySelectorAll(selector)]

all("[data-year]").forEach(tellAge)
all("[data-scheme-switch]").forEach(setUpSchemeSwitch)
setUpPalettes(all("[data-palette-option]"))
setUpMenus(all("[data-menu]"))
all("[data-announce]").forEach(setUpAnnouncement)
all("[data-consent]").forEach(setUpConsent)
all("[data-version]").forEach(setUpVersions)
all(".rb-content > table").forEach(wrapTable)
watchScrolling(all(".rb-scroll"))
followReader(all(".rb-toc--beside a"))
if (document.querySelector("a.headerlink")) setUpCopyLink(all("a.headerlink"))
if (/[?&](as-of|from)=/.test(location.search) && document.querySelector("[data-history]")) load(AS_OF_SCRIPT)
all("dialog.rb-search").forEach((dialog) => setUpSearch(dialog, all("[data-search-open]")))
unfoldForPrint()
if (location.protocol === "file:") {
  showOnlineAddress()
  setUpLinksFromDisk()
}
