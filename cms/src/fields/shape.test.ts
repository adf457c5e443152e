import { expect, test } from '@jest/globals'
import type { Block, Field } from 'payload'
import { ShapeError, shaped, shapedBlock } from './shape.ts'

const fields: Field[] = [
  { type: 'row', fields: [{ name: 'title', type: 'text', label: 'Title' }] },
  { name: 'preview', type: 'ui', admin: {} },
  { name: 'isShown', type: 'checkbox' },
  { name: 'limit', type: 'number' },
  { name: 'picture', type: 'upload', relationTo: 'media' },
  { name: 'projects', type: 'relationship', relationTo: 'projects', hasMany: true, maxRows: 2 },
  { name: 'rows', type: 'array', maxRows: 3, fields: [{ name: 'text', type: 'text' }] },
]
const block: Block = { slug: 'card', labels: { singular: 'Card', plural: 'Cards' }, fields }
const of = (data: Record<string, unknown>) => shaped(fields, data, 'Card')

test('what fields have room for stays, with the ids of rows', () => {
  const data = {
    id: '1',
    blockType: 'card',
    title: 'A',
    isShown: true,
    limit: 3,
    projects: ['p', 'q'],
    rows: [{ id: 'r', text: 'one' }, { text: null }],
  }
  expect(of(data)).toEqual(data)
})

test('names that no field has are dropped, at every level', () => {
  expect(of({ title: 'A', evil: 1, rows: [{ text: 'x', onclick: 'y' }] })).toEqual({
    title: 'A',
    rows: [{ text: 'x' }],
  })
})

test('what only shows other fields has no room for anything', () => {
  expect(of({ title: 'A', preview: 'x'.repeat(1000) })).toEqual({ title: 'A' })
})

test('names of the language’s own are dropped like any other and change nothing', () => {
  const hostile = JSON.parse(
    '{"title":"A","__proto__":{"isShown":true},"constructor":{"prototype":{"polluted":1}}}',
  )
  const result = of(hostile)
  expect(Object.keys(result)).toEqual(['title'])
  expect(result.isShown).toBeUndefined()
  expect(({} as Record<string, unknown>).polluted).toBeUndefined()
})

test('a list without rows may come as the admin’s form sends it, which counts them', () => {
  expect(of({ rows: 0, projects: '0' })).toEqual({ rows: [], projects: [] })
  expect(() => of({ rows: 1 })).toThrow(new ShapeError('Card, rows: this is no list.'))
})

test('of a document that comes whole, its id stays', () => {
  expect(of({ picture: { id: 'm', url: '/x.png' } })).toEqual({ picture: 'm' })
})

test.each([
  [{ title: { $ne: 1 } }, 'Card, Title: this is no text.'],
  [{ isShown: 'perhaps' }, 'Card, isShown: this is no yes or no.'],
  [{ limit: [] }, 'Card, limit: this is no number.'],
  [{ picture: { relationTo: 'users' } }, 'Card, picture: this is no document.'],
  [{ projects: 'p' }, 'Card, projects: this is no list.'],
  [{ projects: ['a', 'b', 'c'] }, 'Card, projects: at most 2, and these are 3.'],
  [{ rows: Array(10_000).fill({}) }, 'Card, rows: at most 3, and these are 10000.'],
  [{ rows: ['x'] }, 'Card, rows: this is no row.'],
  [{ rows: [{ text: 1 }] }, 'Card, rows 1, text: this is no text.'],
  [{ id: {} }, 'Card: this is no text.'],
])('%j is refused: %s', (data, message) => {
  expect(() => of(data)).toThrow(new ShapeError(message))
})

test.each([[{ blockType: 'iframe' }], [{ blockType: '__proto__' }], [{}], [null], ['card'], [[]]])(
  '%j is none of the blocks',
  (data) => {
    expect(() => shapedBlock([block], data)).toThrow(/There is no block/)
  },
)
