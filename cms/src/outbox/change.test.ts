import { expect, test } from '@jest/globals'
import { changeBody, changeOf } from './change.ts'

const bodyOf = (...args: Parameters<typeof changeOf>) => JSON.parse(changeBody(changeOf(...args)))

test('a document that kept its address is reported by it', () => {
  expect(bodyOf('projects', { slug: 'a' }, { slug: 'a' })).toEqual({
    id: expect.any(String),
    event: 'changed',
    collection: 'projects',
    slug: 'a',
  })
})

test('one that moved is reported by both addresses, one that vanished by the old one', () => {
  expect(bodyOf('projects', { slug: 'b' }, { slug: 'a' })).toMatchObject({
    slug: 'b',
    previousSlug: 'a',
  })
  const gone = bodyOf('projects', undefined, { slug: 'a' })
  expect(gone).toMatchObject({ previousSlug: 'a' })
  expect(gone).not.toHaveProperty('slug')
})

test('a global has no address', () => {
  expect(bodyOf('site', undefined)).toEqual({
    id: expect.any(String),
    event: 'changed',
    collection: 'site',
  })
})

test('no two messages have the same id', () => {
  expect(changeOf('site', undefined).id).not.toBe(changeOf('site', undefined).id)
})
