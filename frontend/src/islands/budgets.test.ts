import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { buildAssets } from '../../assets.mjs'
import { ISLAND_BUDGETS, STAFF_ISLANDS, TOTAL_BUDGET } from './budgets.ts'

type Output = { imports: { path: string; kind: string }[] }
type Island = keyof typeof ISLAND_BUDGETS

const ISLANDS = Object.keys(ISLAND_BUDGETS) as Island[]

let out: string
let manifest: Record<string, string>
const outputs = new Map<string, Output>()

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'islands-'))
  for (const { metafile } of await buildAssets({ out })) {
    for (const [path, output] of Object.entries(metafile?.outputs ?? {})) {
      outputs.set(basename(path), output as Output)
    }
  }
  manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'))
})
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** The script of an island and all that it imports before anybody acts. */
const filesOf = (island: Island): Set<string> => {
  const files = new Set<string>()
  const add = (name: string) => {
    if (files.has(name)) return
    files.add(name)
    for (const { path, kind } of outputs.get(name)?.imports ?? []) {
      if (kind === 'import-statement') add(basename(path))
    }
  }
  add(basename(manifest[`${island}.js`] ?? ''))
  return files
}

const bytesOf = (files: Iterable<string>) =>
  [...files].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(out, name)), { level: 9 }).byteLength,
    0,
  )

test.each(ISLANDS)('the %s island keeps to its budget', (island) => {
  const bytes = bytesOf(filesOf(island))
  process.stdout.write(`island ${island}: ${bytes} of ${ISLAND_BUDGETS[island]} bytes gz\n`)
  expect(bytes).toBeGreaterThan(50)
  expect(bytes).toBeLessThanOrEqual(ISLAND_BUDGETS[island])
})

test('all islands of a page keep to theirs together', () => {
  const shared = ISLANDS.filter((island) => !STAFF_ISLANDS.includes(island))
  const bytes = bytesOf(new Set(shared.flatMap((island) => [...filesOf(island)])))
  process.stdout.write(`islands together: ${bytes} of ${TOTAL_BUDGET} bytes gz\n`)
  expect(bytes).toBeLessThanOrEqual(TOTAL_BUDGET)
})

test.each(['copy', 'lightbox', 'search', 'seen', 'theme'] as const)(
  'the %s island is one request',
  (island) => {
    expect(filesOf(island).size).toBe(1)
  },
)
