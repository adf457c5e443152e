import { expect, test } from '@jest/globals'
import { imageSchema } from './media.ts'

const file = (filename: string, width: number) => ({ filename, width, height: width / 2 })
const UPDATED = '2026-10-01T10:00:00.000Z'

test('sizes go from narrow to wide, with an address that changes with the file', () => {
  const image = imageSchema.parse({
    ...file('a b.png', 3000),
    alt: 'A chart',
    updatedAt: UPDATED,
    sizes: { large: file('l.webp', 1600), small: file('s.webp', 480), medium: null },
  })
  expect(image?.sources.map(({ width }) => width)).toEqual([480, 1600])
  expect(image?.sources[0]?.src).toMatch(/^\/media\/s\.webp\?v=[0-9a-z]+$/)
})

test('without sizes the original is shown, its name escaped', () => {
  const image = imageSchema.parse({ ...file('../a b.svg', 100), alt: 'x', decorative: true })
  expect(image?.sources[0]?.src).toBe('/media/..%2Fa%20b.svg')
  expect(image?.alt).toBe('')
})

test('a document without a file is no image', () => {
  expect(imageSchema.parse({ alt: 'x' })).toBeNull()
})
