import { expect, test } from '@jest/globals'
import { type Field, type FlattenedField, flattenAllFields } from 'payload'
import { shapeFaults } from './check-shape.ts'

const fields: FlattenedField[] = flattenAllFields({
  fields: [
    { name: 'title', type: 'text' },
    { name: 'score', type: 'number' },
    { name: 'shown', type: 'checkbox' },
    { name: 'day', type: 'date' },
    { name: 'cover', type: 'upload', relationTo: 'media' },
    { name: 'related', type: 'relationship', relationTo: 'projects', hasMany: true },
    { name: 'seo', type: 'group', fields: [{ name: 'title', type: 'text' }] },
    { name: 'links', type: 'array', fields: [{ name: 'href', type: 'text' }] },
  ] satisfies Field[],
})
const placesOf = (data: Record<string, unknown>) =>
  shapeFaults(fields, data).map(({ path }) => path)

test.each([
  {},
  { title: null, score: null, shown: null, day: null, cover: null, related: null, links: null },
  { title: 'A', score: 1.5, shown: true, day: '2026-01-01', cover: 'id', related: ['a', 'b'] },
  { score: '5', shown: 'true', cover: { id: 'id' }, related: [{ id: 'a' }] },
  { cover: { relationTo: 'media', value: 'id' }, seo: { title: null }, links: [{ href: 'x' }] },
  { links: 0, unknown: [{}] },
])('what forms and programs send is taken: %j', (data) => {
  expect(placesOf(data)).toEqual([])
})

test('each place that holds another kind of value is named', () => {
  const data = {
    title: {},
    score: [],
    shown: 2,
    day: 5,
    cover: true,
    related: [1],
    seo: null,
    links: 'x',
  }
  expect(placesOf(data)).toEqual(Object.keys(data))
  expect(placesOf({ seo: { title: [] }, links: [{ href: 'x' }, { href: 1 }] })).toEqual([
    'seo.title',
    'links.1.href',
  ])
  expect(placesOf({ links: ['x'], score: 9e99 })).toEqual(['score', 'links'])
})
