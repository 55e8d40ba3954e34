// Mistakes that a reader of the scripts may miss. `npm run check` runs it; how code looks is not its business.

import js from "@eslint/js"
import globals from "globals"

export default [
  { ignores: ["site/", "site_src/", "dist/", ".venv/", ".cache/"] },
  js.configs.recommended,
  {
    files: ["templates/scripts/**/*.js"],
    languageOptions: { globals: { ...globals.browser, AS_OF_SCRIPT: "readonly", SEARCH_SCRIPT: "readonly", __md_get: "readonly", __md_set: "readonly" } },
    rules: {
      curly: ["error", "multi-line"],
      eqeqeq: "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
  { files: ["tests/**/*.js"], languageOptions: { globals: globals.browser } },
]
