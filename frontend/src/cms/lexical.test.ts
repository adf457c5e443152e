import { expect, test } from '@jest/globals'
import { bodySchema } from './lexical.ts'

const bodyOf = (...children: unknown[]) => bodySchema.parse({ root: { type: 'root', children } })
const text = (value: string, format = 0) => ({ type: 'text', text: value, format })
const link = (url: string) => ({ type: 'link', fields: { url }, children: [text('there')] })

test('marks are read from the bits of the format', () => {
  expect(bodyOf({ type: 'paragraph', children: [text('a', 1 + 2 + 16)] })).toEqual([
    {
      type: 'paragraph',
      children: [{ type: 'text', text: 'a', marks: ['bold', 'italic', 'code'] }],
    },
  ])
})

test('a link keeps its words and loses an address that runs script', () => {
  const [paragraph] = bodyOf({ type: 'paragraph', children: [link('javascript:alert(1)')] })
  expect(paragraph).toEqual({
    type: 'paragraph',
    children: [{ type: 'text', text: 'there', marks: [] }],
  })
})

test('blocks for code and asides are read, unknown ones are left out', () => {
  const block = (fields: object) => ({ type: 'block', fields })
  expect(
    bodyOf(
      block({ blockType: 'code', language: 'c', code: 'int x;\n\n' }),
      block({ blockType: 'callout', tone: 'tip', text: 'Mind' }),
      block({ blockType: 'iframe', src: 'https://evil.example' }),
    ),
  ).toEqual([
    { type: 'code', language: 'c', code: 'int x;' },
    { type: 'callout', tone: 'tip', text: 'Mind' },
  ])
})

test('lists nest, and unknown nodes give way to what is in them', () => {
  const item = (...children: unknown[]) => ({ type: 'listitem', children })
  const inner = { type: 'list', listType: 'number', children: [item(text('inner'))] }
  const outer = { type: 'list', listType: 'bullet', children: [item(text('outer'), inner)] }
  const [list] = bodyOf({ type: 'marquee', children: [outer] })
  expect(list).toMatchObject({
    type: 'list',
    isOrdered: false,
    items: [[{ type: 'paragraph' }, { type: 'list', isOrdered: true }]],
  })
})

test.each([null, undefined, 'text', {}, { root: 3 }, { root: { type: 'root' } }])(
  '%j is an empty body',
  (state) => {
    expect(bodySchema.parse(state)).toEqual([])
  },
)

test('nesting without end is cut off', () => {
  let node: object = { type: 'paragraph', children: [text('deep')] }
  for (let depth = 0; depth < 5000; depth += 1) node = { type: 'wrapper', children: [node] }
  expect(bodyOf(node)).toEqual([])
})

test.each([
  'codeWalkthrough',
  'diagram',
  'gallery',
  'metrics',
  'timeline',
  'video',
  'fileTree',
  'terminalStep',
  'quote',
  '__proto__',
])('a block “%s” that is not shown yet leaves the words around it as they are', (blockType) => {
  const words = (value: string) => ({ type: 'paragraph', children: [text(value)] })
  const fields = { blockType, title: 'T', steps: [{ code: 'x' }], images: [{ media: 'm' }] }
  const body = bodyOf(words('before'), { type: 'block', fields }, words('after'))
  expect(body).toMatchObject([
    { type: 'paragraph', children: [{ text: 'before' }] },
    { type: 'paragraph', children: [{ text: 'after' }] },
  ])
})
