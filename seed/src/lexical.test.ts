import { expect, test } from '@jest/globals'
import type { SeedBlock } from './content/types.ts'
import { toEditorState } from './lexical.ts'

const childrenOf = (...blocks: SeedBlock[]) => toEditorState(blocks).root.children

test('formats become bits and links become nodes', () => {
  const [paragraph] = childrenOf({
    type: 'paragraph',
    text: ['plain ', { text: 'b', format: 'bold' }, { text: 'c', format: 'code' }, link],
  })
  expect(paragraph?.children).toEqual([
    expect.objectContaining({ text: 'plain ', format: 0 }),
    expect.objectContaining({ text: 'b', format: 1 }),
    expect.objectContaining({ text: 'c', format: 16 }),
    expect.objectContaining({
      type: 'link',
      fields: { linkType: 'custom', newTab: false, url: 'https://example.com' },
    }),
  ])
})

const link = { text: 'link', url: 'https://example.com' }

test('headings, lists and blocks have the shape that the editor stores', () => {
  expect(
    childrenOf(
      { type: 'heading', level: 3, text: 'H' },
      { type: 'list', ordered: true, items: ['a', 'b'] },
      { type: 'code', language: 'c', code: 'int x;' },
      { type: 'callout', tone: 'tip', text: 'T' },
    ),
  ).toEqual([
    expect.objectContaining({ type: 'heading', tag: 'h3' }),
    expect.objectContaining({
      type: 'list',
      listType: 'number',
      tag: 'ol',
      children: [expect.objectContaining({ value: 1 }), expect.objectContaining({ value: 2 })],
    }),
    expect.objectContaining({
      type: 'block',
      fields: expect.objectContaining({ blockType: 'code', language: 'c', code: 'int x;' }),
    }),
    expect.objectContaining({
      type: 'block',
      fields: expect.objectContaining({ blockType: 'callout', tone: 'tip', text: 'T' }),
    }),
  ])
})

test('the same body gives the same state, and equal blocks have ids of their own', () => {
  const code: SeedBlock = { type: 'code', language: 'c', code: 'x' }
  expect(toEditorState([code, code])).toEqual(toEditorState([code, code]))
  const [one, two] = childrenOf(code, code) as unknown as { fields: { id: string } }[]
  expect(one?.fields.id).not.toBe(two?.fields.id)
})
