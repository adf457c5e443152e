import { expect, test } from '@jest/globals'
import { changeOf, EVERYWHERE, messageOf, subjectOf } from './change.ts'

const bodyOf = (...args: Parameters<typeof changeOf>) =>
  JSON.parse(messageOf(changeOf(...args)).body)

test('a document that kept its address is reported by it', () => {
  expect(bodyOf('projects', { after: { slug: 'a' }, before: { slug: 'a' } })).toEqual({
    version: 2,
    id: expect.any(String),
    event: 'changed',
    collection: 'projects',
    slug: 'a',
    related: [],
    isEverywhere: false,
  })
})

test('one that moved is reported by both addresses, one that vanished by the old one', () => {
  expect(bodyOf('projects', { after: { slug: 'b' }, before: { slug: 'a' } })).toMatchObject({
    slug: 'b',
    previousSlug: 'a',
  })
  const gone = changeOf('projects', { before: { slug: 'a' } })
  expect(gone).toMatchObject({ previousSlug: 'a' })
  expect(gone).not.toHaveProperty('slug')
  expect(subjectOf(gone)).toBe('projects/a')
})

test('a global has no address and is on every page', () => {
  const change = changeOf('site', { reach: EVERYWHERE })
  expect(change).toEqual({ collection: 'site', related: [], isEverywhere: true })
  expect(subjectOf(change)).toBe('site')
})

test('no two messages have the same id, and each carries its own', () => {
  const change = changeOf('site', {})
  const first = messageOf(change)
  expect(JSON.parse(first.body).id).toBe(first.id)
  expect(messageOf(change).id).not.toBe(first.id)
})
