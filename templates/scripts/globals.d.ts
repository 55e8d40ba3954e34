// What `npm run check` must be told: what scripts leave for each other on `window` (dom/load.js), what is put in when
// they are bundled, and that what a selector finds is known from the templates, which no checker of types reads.

declare const AS_OF_SCRIPT: string
declare const SEARCH_SCRIPT: string
declare function __md_get(key: string): any
declare function __md_set(key: string, value: any): void

interface Window {
  rolebookAnswer?: () => void
  rolebookCatalogue: any
  rolebookPosting: any
  rolebookRoles: Record<string, any>
  rolebookSearch: any
}

interface ParentNode {
  querySelector(selectors: string): any
  querySelectorAll(selectors: string): NodeListOf<any>
}
