import { expect, test } from '@jest/globals'
import { changeSchema, touchedPaths } from './revalidation.ts'

const change = (more: object) =>
  changeSchema.parse({ id: '1', event: 'changed', collection: 'projects', ...more })

test('a renamed project touches its new and its old address, and the lists before anything else', () => {
  const paths = touchedPaths(change({ slug: 'new', previousSlug: 'old' }), ['new', 'other'])
  expect(paths.slice(0, 2)).toEqual(['/', '/projects'])
  expect(paths).toEqual(expect.arrayContaining(['/projects/new', '/projects/old']))
  expect(new Set(paths).size).toBe(paths.length)
})

test('a change to something shared touches every page', () => {
  const paths = touchedPaths(change({ collection: 'technologies' }), ['a', 'b'])
  expect(paths).toEqual(['/', '/projects', '/404', '/projects/a', '/projects/b'])
})

test.each([
  { slug: '../admin' },
  { previousSlug: 'A B' },
  { collection: 'users' },
  { event: 'other' },
  { id: '' },
])('%j is not a change that the CMS announces', (wrong) => {
  expect(() => change(wrong)).toThrow()
})
