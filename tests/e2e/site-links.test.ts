// Every address that the site itself names leads somewhere, and every fragment to something on its page.
import { beforeAll, expect, test } from '@jest/globals'
import { runningStack } from '../support/e2e.ts'

const { siteUrl } = runningStack()
const AT_ONCE = 4
const MAX_REDIRECTS = 3
const ADDRESSES =
  /<(?:a|area|link|script|img|source|video|track|iframe)\b[^>]*?\s(?:href|src|poster)="([^"]+)"/g
const SETS = /\ssrcset="([^"]+)"/gi
const ENTITIES: Record<string, string> = { '&amp;': '&', '&#x27;': "'", '&quot;': '"' }

type Visited = { status: number; ids: ReadonlySet<string> }

/** By address without its fragment. */
const visited = new Map<string, Visited>()
/** Fragments, each with a page that leads to it. */
const fragments: { url: string; fragment: string; from: string }[] = []
/** On which page an address was first found; null for those that only the sitemap names. */
const foundOn = new Map<string, string | null>()

const decoded = (value: string): string =>
  value.replace(/&(?:amp|#x27|quot);/g, (entity) => ENTITIES[entity] ?? entity)

const addressesIn = (html: string): string[] => [
  ...[...html.matchAll(ADDRESSES)].map(([, address = '']) => decoded(address)),
  ...[...html.matchAll(SETS)].flatMap(([, set = '']) =>
    decoded(set)
      .split(',')
      .map((part) => part.trim().split(/\s/)[0] ?? ''),
  ),
]

/** An address of the site, as it is asked for; null for others. */
const ownUrl = (address: string, from: string): URL | null => {
  if (!URL.canParse(address, from)) return null
  const url = new URL(address, from)
  return url.origin === new URL(siteUrl).origin ? url : null
}

const answerAt = async (url: string, redirects = 0): Promise<Response> => {
  const response = await fetch(url, { redirect: 'manual' })
  const location = response.headers.get('location')
  if (response.status < 300 || response.status >= 400 || !location) return response
  await response.arrayBuffer()
  const next = ownUrl(location, url)
  if (redirects >= MAX_REDIRECTS || !next) throw new Error(`${url} leads in a circle, or away.`)
  return answerAt(next.href, redirects + 1)
}

/** Visits a page, and says where it leads. */
const visit = async (url: string): Promise<string[]> => {
  const response = await answerAt(url)
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false
  const text = isPage ? await response.text() : ''
  if (!isPage) await response.arrayBuffer()
  const ids = new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id))
  visited.set(url, { status: response.status, ids })
  return addressesIn(text).flatMap((address) => {
    const next = ownUrl(address, url)
    if (!next) return []
    const fragment = decodeURIComponent(next.hash.slice(1))
    next.hash = ''
    if (fragment) fragments.push({ url: next.href, fragment, from: url })
    return [next.href]
  })
}

const crawl = async (start: readonly string[]): Promise<void> => {
  const waiting = [...start]
  for (const url of start) foundOn.set(url, null)
  const work = async () => {
    for (let url = waiting.shift(); url; url = waiting.shift()) {
      for (const next of await visit(url)) {
        if (!foundOn.has(next)) waiting.push(next)
        foundOn.set(next, foundOn.get(next) ?? url)
      }
    }
  }
  // Those that found nothing left are needed again once another one has found more.
  while (waiting.length > 0) await Promise.all(Array.from({ length: AT_ONCE }, work))
}

let listed: string[]
beforeAll(async () => {
  const sitemap = await (await fetch(`${siteUrl}/sitemap.xml`)).text()
  listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, url = '']) => decoded(url))
  await crawl([...new Set([`${siteUrl}/`, ...listed])])
})

test('every address that a page names is answered', () => {
  const dead = [...visited].filter(([, { status }]) => status !== 200)
  expect(dead.map(([url, { status }]) => `${status} ${url} on ${foundOn.get(url)}`)).toEqual([])
  expect(visited.size).toBeGreaterThan(listed.length)
})

test('every fragment leads to something', () => {
  const dead = fragments.filter(({ url, fragment }) => !visited.get(url)?.ids.has(fragment))
  expect(dead.map(({ url, fragment, from }) => `${url}#${fragment} on ${from}`)).toEqual([])
  expect(fragments.length).toBeGreaterThan(0)
})

test('no page of the sitemap is an island: another page leads to each', () => {
  expect(listed.filter((url) => foundOn.get(url) === null)).toEqual([])
})
