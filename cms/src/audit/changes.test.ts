import { expect, test } from '@jest/globals'
import type { FlattenedField } from 'payload'
import { AUDIT } from '../limits.ts'
import { changedLines } from './changes.ts'

const field = (name: string, type = 'text', more: object = {}) =>
  ({ name, type, label: name, ...more }) as FlattenedField

const lines = (fields: FlattenedField[], before: object, after: object, hasNoValues = false) =>
  changedLines({
    fields,
    before: before as Record<string, unknown>,
    after: after as Record<string, unknown>,
    hasNoValues,
  })

test('plain values are told before and after, on one line', () => {
  const fields = [field('title'), field('featured', 'checkbox'), field('order', 'number')]
  expect(
    lines(fields, { title: 'A', order: 1 }, { title: 'B\nC', featured: true, order: 1 }),
  ).toEqual(['title: “A” → “B C”', 'featured: empty → yes'])
})

test('long values are cut, many lines are counted', () => {
  const long = lines([field('text')], {}, { text: 'x'.repeat(500) })[0]
  expect(long?.length).toBeLessThan(AUDIT.valueChars + 30)
  const names = Array.from({ length: AUDIT.maxLines + 5 }, (_, index) => `f${index}`)
  const all = Object.fromEntries(names.map((name) => [name, 'x']))
  const told = lines(
    names.map((name) => field(name)),
    {},
    all,
  )
  expect(told.at(-1)).toBe('and 5 more')
  expect(told).toHaveLength(AUDIT.maxLines + 1)
})

test.each(['password', 'apiKey', 'webhookSecret', 'resetToken', 'recoveryCodes'])(
  'of %s only the name is told, or nothing',
  (name) => {
    expect(lines([field(name)], { [name]: 'one' }, { [name]: 'two' })).toEqual([name])
  },
)

test('hidden and compound fields are named only', () => {
  const fields = [field('cast', 'textarea', { hidden: true }), field('steps', 'array')]
  expect(lines(fields, {}, { cast: 'x', steps: [{ text: 'secret' }] })).toEqual(['cast', 'steps'])
})

test('nothing is told of what means the same', () => {
  const fields = [
    field('rows', 'array'),
    field('body', 'richText'),
    field('cover', 'upload'),
    field('day', 'date'),
    field('empty'),
  ]
  const before = {
    rows: [{ id: '1', text: 'a' }],
    body: { root: { b: 1, a: 2 } },
    cover: 'id-1',
    day: '2026-01-01T00:00:00.000Z',
    empty: '',
  }
  const after = {
    rows: [{ id: '2', text: 'a' }],
    body: { root: { a: 2, b: 1 } },
    cover: { id: 'id-1', filename: 'x.png' },
    day: '2026-01-01T00:00:00Z',
    empty: null,
  }
  expect(lines(fields, before, after)).toEqual([])
  expect(lines(fields, before, {})).toEqual([])
})

test('groups are told field by field', () => {
  const group = field('seo', 'group', { flattenedFields: [field('title')] })
  expect(lines([group], { seo: { title: 'A' } }, { seo: { title: 'B' } })).toEqual([
    'seo › title: “A” → “B”',
  ])
})

test('some collections get no values at all', () => {
  expect(lines([field('name')], { name: 'Ada' }, { name: 'Eve' }, true)).toEqual(['name'])
})
