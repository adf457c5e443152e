import { expect, test } from '@jest/globals'
import { documentsAt } from './addresses.ts'
import { isFree, sitePath, withoutOrigin } from './site-path.ts'

test.each([
  ['/old', '/old'],
  [' /old/ ', '/old'],
  ['/a/b//', '/a/b'],
  ['/old?x=1#y', '/old'],
  ['/', '/'],
])('%j is the path %s', (value, path) => {
  expect(sitePath(value)).toBe(path)
})

test.each([
  '',
  'old',
  '//evil.example',
  '/a//b',
  '/a/../b',
  '/a\\b',
  '/a b',
  '/ä',
  `/${'x'.repeat(200)}`,
])('%j is no path', (value) => {
  expect(sitePath(value)).toBeUndefined()
})

test('what the site answers itself is not free', () => {
  for (const path of ['/', '/projects', '/api', '/api/x', '/admin/x', '/media/a.png']) {
    expect(isFree(path)).toBe(false)
  }
  for (const path of ['/apis', '/projects/x', '/old']) expect(isFree(path)).toBe(true)
})

test('an address on the site itself is a path, others stay whole', () => {
  const site = 'https://site.example'
  expect(withoutOrigin('https://site.example/a?b', site)).toBe('/a?b')
  expect(withoutOrigin(site, site)).toBe('/')
  expect(withoutOrigin('https://site.example.org/a', site)).toBe('https://site.example.org/a')
})

test('a path tells whose page it could be', () => {
  expect(documentsAt('/projects/a-b')).toContainEqual({ collection: 'projects', slug: 'a-b' })
  expect(documentsAt('/projects/a/b')).toEqual([])
  expect(documentsAt('/projects/A')).toEqual([])
})
