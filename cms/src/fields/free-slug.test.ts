import { describe, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import { freeSlug, isMadeFrom } from './free-slug.ts'

const askedOf = (taken: string[], id = 'mine') => {
  const findOne = async ({ where }: { where: { slug: { equals: string } } }) =>
    taken.includes(where.slug.equals) ? { id: 'other' } : null
  const req = { payload: { db: { findOne } } } as unknown as PayloadRequest
  return { req, collection: 'projects' as const, id }
}

describe('an address made from a title', () => {
  test.each([
    { taken: [], slug: 'tiny-shell' },
    { taken: ['tiny-shell'], slug: 'tiny-shell-2' },
    { taken: ['tiny-shell', 'tiny-shell-2', 'tiny-shell-3'], slug: 'tiny-shell-4' },
  ])('is $slug where $taken are taken', async ({ taken, slug }) => {
    expect(await freeSlug('Tiny Shell', askedOf(taken))).toBe(slug)
  })

  test('is the document’s own again', async () => {
    expect(await freeSlug('Tiny Shell', askedOf(['tiny-shell'], 'other'))).toBe('tiny-shell')
  })

  test('is empty when nothing is left of the title', async () => {
    expect(await freeSlug('—', askedOf([]))).toBe('')
  })

  test('has at most 80 characters, the number included', async () => {
    const slug = await freeSlug('x'.repeat(90), askedOf(['x'.repeat(80)]))
    expect(slug).toBe(`${'x'.repeat(78)}-2`)
    expect(isMadeFrom(slug, 'x'.repeat(90))).toBe(true)
  })
})

test.each([
  { slug: 'a-b', title: 'A b', made: true },
  { slug: 'a-b-2', title: 'A b', made: true },
  { slug: 'a-b-c', title: 'A b', made: false },
  { slug: 'a-b2', title: 'A b', made: false },
  { slug: '', title: '', made: true },
  { slug: 'a', title: '', made: false },
])('“$slug” was made from “$title”: $made', ({ slug, title, made }) => {
  expect(isMadeFrom(slug, title)).toBe(made)
})
