import { expect, test } from '@jest/globals'
import { translatedData } from './translate.ts'

test('rows keep the ids of what is there, also where nothing in them is told', () => {
  const stored = {
    id: 'p1',
    title: 'A',
    slug: 'a',
    features: [
      { id: 'f1', text: 'one', completion: 100 },
      { id: 'f2', text: 'two' },
    ],
    galleries: [{ id: 'g1', name: 'G', images: [{ id: 'i1', media: 'm1', caption: 'c' }] }],
    seo: { title: 'S', image: 'm2' },
  }
  const told = {
    title: 'Un',
    features: [{ text: 'un' }, { text: 'deux' }],
    galleries: [{ name: 'Galerie', images: [{}] }],
    seo: { title: 'Titre' },
  }
  expect(translatedData(told, {}, stored)).toEqual({
    title: 'Un',
    features: [
      { id: 'f1', text: 'un' },
      { id: 'f2', text: 'deux' },
    ],
    galleries: [{ id: 'g1', name: 'Galerie', images: [{ id: 'i1' }] }],
    seo: { title: 'Titre' },
  })
})

test('blocks keep their kind, tables their cells, and lists of words are whole', () => {
  const stored = {
    layout: [
      {
        id: 'b1',
        blockType: 'table',
        caption: 'C',
        rows: [{ id: 'r1', cells: [{ id: 'c1', text: 'a' }, { id: 'c2' }] }],
      },
    ],
    interests: [{ id: 'n1', name: 'Sea', keywords: ['tides', 'charts'] }],
  }
  const told = {
    layout: [{ blockType: 'table', caption: 'Légende', rows: [['un', 'deux']] }],
    interests: [{ name: 'Mer', keywords: ['marées', 'cartes'] }],
  }
  const english = { interests: [{ keywords: ['tides', 'charts'] }] }
  expect(translatedData(told, english, stored)).toEqual({
    layout: [
      {
        id: 'b1',
        blockType: 'table',
        caption: 'Légende',
        rows: [
          {
            id: 'r1',
            cells: [
              { id: 'c1', text: 'un' },
              { id: 'c2', text: 'deux' },
            ],
          },
        ],
      },
    ],
    interests: [{ id: 'n1', name: 'Mer', keywords: ['marées', 'cartes'] }],
  })
})

test('a body is told whole, with the listings of the English one', () => {
  const code = { type: 'code', language: 'c', code: 'int x;' }
  const english = { body: [{ type: 'paragraph', text: 'One' }, code] }
  const { body } = translatedData(
    { body: [{ type: 'paragraph', text: 'Un' }, 'same'] },
    english,
    {},
  )
  expect(body).toMatchObject({
    root: {
      children: [
        { type: 'paragraph', children: [{ text: 'Un' }] },
        { type: 'block', fields: { blockType: 'code', code: 'int x;' } },
      ],
    },
  })
})

test.each([
  [{ features: [{ text: 'un' }] }, {}],
  [{ body: ['same'] }, { body: [] }],
])('a translation with other rows than what it translates is refused: %j', (told, english) => {
  expect(() => translatedData(told, english, { features: [] })).toThrow(RangeError)
})
