// What parts of pages carry, and what of them reaches Next.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startWholeSite, type WholeSite } from '../testing/whole-site.ts'
import { picturePolicy } from './headers.ts'
import { kindAt } from './parts.ts'

const FILES = ['launch.A1.js', 'site.B2.css', 'sans.C3.woff2', 'manifest.json']

let site: WholeSite
const before = process.cwd()
const folder = mkdtempSync(join(tmpdir(), 'parts-'))

beforeAll(async () => {
  mkdirSync(join(folder, 'public/_islands'), { recursive: true })
  for (const name of FILES) writeFileSync(join(folder, 'public/_islands', name), '')
  // The site's process runs in the folder that these are in.
  process.chdir(folder)
  site = await startWholeSite()
})
afterAll(async () => {
  await site.close()
  process.chdir(before)
  rmSync(folder, { recursive: true })
})

/** Headers of ours, without those of the answer's form. */
const carried = async (path: string) => {
  const { response } = await site.get(path)
  const form = /^(?:connection|content-(?:length|type)|date|keep-alive|transfer-encoding)$/
  return Object.fromEntries([...response.headers].filter(([name]) => !form.test(name)))
}

const EVERYWHERE = {
  'cross-origin-resource-policy': 'same-origin',
  'strict-transport-security': 'max-age=63072000',
  'x-content-type-options': 'nosniff',
}
const OF_DOCUMENTS = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'permissions-policy',
  'referrer-policy',
  'x-frame-options',
]

test.each(['/_islands/launch.A1.js', '/_islands/site.B2.css?x=1', '/_islands/sans.C3.woff2'])(
  '%s carries what has a meaning for it and nothing else',
  async (path) => {
    expect(await carried(path)).toEqual(EVERYWHERE)
  },
)

test.each(['/favicon.svg', '/og.png', '/_islands/manifest.json', '/_next/static/warm-up'])(
  '%s may be painted when it is opened by itself, and no more',
  async (path) => {
    expect(await carried(path)).toEqual({
      ...EVERYWHERE,
      'content-security-policy': picturePolicy(),
    })
  },
)

test('pictures of the CMS too, and rules by which browsers fetch ahead are no document', async () => {
  const { 'content-security-policy': policy, ...others } = await carried('/media/dinner.svg?v=abc')
  expect(policy).toBe("default-src 'none'; frame-ancestors 'none'; sandbox")
  expect(others).toMatchObject(EVERYWHERE)
  const rules = await carried('/speculation-rules.json')
  for (const headers of [others, rules]) {
    expect(Object.keys(headers).filter((name) => OF_DOCUMENTS.includes(name))).toEqual([])
  }
})

test.each([
  '/',
  '/projects/tiny-shell',
  '/preview?token=x',
  '/nope',
  '/_islands/nope.js',
  '/_next/static/chunks/nope.js',
  '/_islands/',
  '/_islands/..%2fpages',
  '/feed.xml',
  '/robots.txt',
  '/api/search?q=a',
])('%s is a document, with all that is said to one', async (path) => {
  const names = Object.keys(await carried(path))
  const isPreview = path.startsWith('/preview')
  expect(names).toEqual(
    expect.arrayContaining(
      OF_DOCUMENTS.filter((name) => !(isPreview && name === 'x-frame-options')),
    ),
  )
})

test('assets that were never built are the missing page, which is made once', async () => {
  for (const name of ['launch.A2.js', 'x', 'launch.A1.js/']) {
    expect((await site.get(`/_islands/${name}`)).body).toBe('next:/missing')
  }
  expect((await site.get('/_next/static/chunks/a.js')).body).toBe('next:/missing')
  expect((await site.get('/_islands/launch.A1.js')).body).toBe('next:/_islands/launch.A1.js')
})

test('a part takes nothing in', async () => {
  for (const path of ['/_islands/launch.A1.js', '/favicon.svg']) {
    const { response } = await site.get(path, { method: 'POST', body: 'x' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  }
})

test('of what was built, only scripts, styles and fonts go without a policy', () => {
  const built = new Set(['/_islands/a.js', '/_islands/a.svg', '/_islands/a.html'])
  expect([...built, '/_islands/b.js'].map((path) => kindAt(path, built))).toEqual([
    'code',
    'picture',
    'picture',
    'document',
  ])
})
