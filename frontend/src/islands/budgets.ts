// How much each island may weigh, with everything that it brings along before somebody acts, in bytes after gzip.

export const ISLAND_BUDGETS = {
  theme: 700,
  copy: 700,
  lightbox: 1400,
  search: 1900,
  seen: 500,
  launch: 5000,
  preview: 1000,
  replay: 1000,
} as const

/** For staff, on a page that visitors never see: it does not count with the others. */
export const STAFF_ISLANDS: readonly (keyof typeof ISLAND_BUDGETS)[] = ['preview']

/** All that a visitor's page could load before somebody acts. */
export const TOTAL_BUDGET = 10_000
