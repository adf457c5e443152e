// Writes nested query parameters the way Payload reads them: `where[slug][equals]=x`.

export type QueryValue = string | number | boolean | { [key: string]: QueryValue }

const pairs = (name: string, value: QueryValue): [string, string][] =>
  typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => pairs(`${name}[${key}]`, inner))
    : [[name, String(value)]]

/** `?a[b]=c` for a nested object; values are escaped. */
export const queryString = (query: Record<string, QueryValue>): string => {
  const all = Object.entries(query).flatMap(([name, value]) => pairs(name, value))
  return all.length === 0 ? '' : `?${new URLSearchParams(all)}`
}
