import { expect, test } from '@jest/globals'
import { BODY } from '../limits.ts'
import { bodyBlocks } from './body-blocks.ts'
import { cleanBody } from './check-body.ts'

const node = (type: string, more: object = {}) => ({ type, version: 1, ...more })
const element = (type: string, children: unknown[], more: object = {}) =>
  node(type, { direction: 'ltr', format: '', indent: 0, children, ...more })
const words = (text = 'words') =>
  node('text', { detail: 0, format: 0, mode: 'normal', style: '', text })
const bodyOf = (...children: unknown[]) => ({ root: element('root', children) })
const clean = (...children: unknown[]) => cleanBody(bodyOf(...children), bodyBlocks)
const link = (fields: object) => element('link', [words()], { id: 'l', fields })

const deep = (levels: number) => {
  let inner: unknown = words()
  for (let level = 0; level < levels; level += 1) inner = element('quote', [inner])
  return inner
}

test('what the editor makes passes unchanged', () => {
  const item = element('listitem', [words()], { value: 1 })
  const body = bodyOf(
    element('heading', [words()], { tag: 'h2' }),
    element('paragraph', [words(), node('linebreak'), words()], { textFormat: 0 }),
    element('list', [item], { listType: 'bullet', start: 1, tag: 'ul' }),
    link({ linkType: 'custom', newTab: false, url: 'https://a.example/' }),
    { ...link({ linkType: 'internal', doc: { relationTo: 'projects', value: 'p' } }), id: 'm' },
    node('block', { format: '', fields: { id: 'b', blockType: 'code', language: 'c', code: 'x' } }),
  )
  expect(cleanBody(body, bodyBlocks)).toEqual(body)
})

test('every block has an id that no other node has: without one the hooks of its fields would not run', () => {
  const block = (id?: string) =>
    node('block', { format: '', fields: { blockType: 'code', language: 'c', code: 'x', id } })
  const { root } = clean(block('same'), block('same'), block(), block('__proto__'), {
    ...link({ linkType: 'custom', url: '/' }),
    id: 'same',
  })
  const ids = (root.children as { id?: string; fields: { id?: string } }[]).map(
    ({ id, fields }) => id ?? fields.id,
  )
  expect(ids[0]).toBe('same')
  expect(ids.every((id) => typeof id === 'string' && id !== '')).toBe(true)
  expect(ids).not.toContain('__proto__')
  expect(new Set(ids).size).toBe(5)
})

test('names that a node does not have, and styles, are dropped', () => {
  const hostile = { ...words(), onclick: 'alert(1)', style: 'position:fixed' }
  expect(clean(element('paragraph', [hostile]))).toEqual(bodyOf(element('paragraph', [words()])))
})

test('a link keeps the id of its project, not the project', () => {
  const doc = { relationTo: 'projects', value: { id: 'p', title: 'Secret' } }
  expect(JSON.stringify(clean(link({ linkType: 'internal', doc })))).not.toContain('Secret')
})

test.each([
  ['javascript:alert(1)'],
  ['JaVaScRiPt:alert(1)'],
  ['data:text/html,x'],
  ['//evil.example'],
  ['vbscript:x'],
])('a link to %s is refused, also one that the editor found by itself', (url) => {
  expect(() => clean(link({ linkType: 'custom', url }))).toThrow(/A link leads to/)
  expect(() => clean({ ...link({ url }), type: 'autolink' })).toThrow(/A link leads to/)
})

test.each([
  ['an unknown node', element('iframe', []), /“iframe”/],
  ['a node of a feature that is off', node('upload', { value: 'm' }), /“upload”/],
  ['the prototype’s name as a type', node('__proto__'), /“__proto__”/],
  ['a first-level heading', element('heading', [], { tag: 'h1' }), /broken heading/],
  ['text that is none', node('text', { text: {} }), /broken text/],
  ['children that are no list', element('paragraph', [], { children: {} }), /broken paragraph/],
  ['an unknown block', node('block', { fields: { blockType: 'script' } }), /no block “script”/],
  ['a link into another collection', link({ doc: { relationTo: 'users', value: 'u' } }), /broken/],
  ['a node that is null', null, /not of this editor/],
])('%s is refused', (_, child, message) => {
  expect(() => clean(child)).toThrow(message)
})

test.each([[null], ['text'], [{}], [{ root: {} }], [{ root: { type: 'paragraph' } }], [[]]])(
  '%j is no body',
  (body) => {
    expect(() => cleanBody(body, bodyBlocks)).toThrow('This is no text of the editor.')
  },
)

test('depth, number and size are bounded, and the bounds can be reached', () => {
  expect(() => clean(deep(BODY.maxDepth - 1))).not.toThrow()
  expect(() => clean(deep(BODY.maxDepth))).toThrow(/levels/)
  expect(() => clean(deep(100_000))).toThrow(/levels/)
  const line = node('linebreak')
  expect(() => clean(...Array(BODY.maxNodes - 1).fill(line))).not.toThrow()
  expect(() => clean(...Array(BODY.maxNodes).fill(line))).toThrow(/too long/)
  const long = words('x'.repeat(20_000))
  expect(() => clean(...Array(BODY.maxCharacters / 16_384).fill(long))).toThrow(/too long/)
})
