import { expect, test } from '@jest/globals'
import type { Field } from 'payload'
import { diagramsField } from '../diagrams/fields.ts'
import { linkRows } from '../fields/link-rows.ts'
import { tableBlock } from '../page-layout/table.ts'
import { contentsOf } from './contents.ts'

const section: Field = {
  name: 'sections',
  type: 'array',
  labels: { singular: 'Section', plural: 'Sections' },
  fields: [
    { name: 'title', type: 'text' },
    { name: 'text', type: 'textarea' },
    linkRows('links', 2),
  ],
}
const FIELDS: Field[] = [
  { name: 'title', type: 'text' },
  {
    type: 'tabs',
    tabs: [
      {
        label: 'Story',
        fields: [
          { name: 'body', type: 'richText' },
          { name: 'cover', type: 'upload', relationTo: 'media' },
        ],
      },
      { label: 'Diagrams', fields: [diagramsField()] },
    ],
  },
  { name: 'related', type: 'relationship', relationTo: 'projects', hasMany: true },
  {
    name: 'layout',
    type: 'blocks',
    blocks: [
      { slug: 'tabs', labels: { singular: 'Tabs', plural: 'Tabs' }, fields: [section] },
      tableBlock,
      {
        slug: 'projectList',
        fields: [{ name: 'choice', type: 'select', options: ['rule', 'hand'] }],
      },
      {
        slug: 'prose',
        labels: { singular: 'Text', plural: 'Texts' },
        fields: [{ name: 'body', type: 'richText' }],
      },
    ],
  },
]
const of = (data: Record<string, unknown>) => contentsOf(FIELDS, data)
const text = (...children: unknown[]) => ({ root: { type: 'root', children } })
const heading = (tag: string) => ({ type: 'heading', tag, children: [{ type: 'text', text: 'H' }] })
const link = (fields: object) => ({
  type: 'paragraph',
  children: [{ type: 'link', fields, children: [] }],
})
const block = (fields: object) => ({ type: 'block', fields })

test('an empty document holds nothing', () => {
  const nothing = { pictures: [], links: [], shown: [], headings: [], diagrams: [], empty: [] }
  expect(of({})).toEqual(nothing)
  expect(of({ body: null, layout: null, related: null, diagrams: 0 })).toEqual(nothing)
})

test('files and related documents are found, given as ids or whole, with the tab they are in', () => {
  const { pictures, shown } = of({ cover: { id: 'm' }, related: ['a', { id: 'b' }] })
  expect(pictures).toEqual([{ path: 'cover', label: 'Cover', tab: 'Story', id: 'm' }])
  expect(shown.map(({ id, path }) => [id, path])).toEqual([
    ['a', 'related'],
    ['b', 'related'],
  ])
})

test('headings and links of a text are found, also in lists and blocks within it', () => {
  const { headings, links, pictures } = of({
    body: text(
      heading('h2'),
      heading('h4'),
      link({ linkType: 'custom', url: '/projects' }),
      link({ linkType: 'internal', doc: { relationTo: 'projects', value: 'p' } }),
      block({ blockType: 'gallery', images: [{ media: 'm' }] }),
    ),
  })
  expect(headings).toEqual([expect.objectContaining({ path: 'body', levels: [2, 4] })])
  expect(links).toEqual([
    expect.objectContaining({ path: 'body', address: '/projects' }),
    expect.objectContaining({ path: 'body', document: { collection: 'projects', id: 'p' } }),
  ])
  expect(pictures).toEqual([expect.objectContaining({ path: 'body', id: 'm' })])
})

test('a picture that the form hides is not used', () => {
  const diagram = { kind: 'mermaid', image: 'm', textAlternative: ' ' }
  const { pictures, diagrams } = of({ diagrams: [diagram, { ...diagram, kind: 'image' }] })
  expect(pictures.map(({ path }) => path)).toEqual(['diagrams.1.image'])
  expect(diagrams.map(({ path, hasWords }) => [path, hasWords])).toEqual([
    ['diagrams.0.textAlternative', false],
    ['diagrams.1.textAlternative', false],
  ])
})

test('a table is empty as long as all its cells are', () => {
  const table = (...words: string[]) => ({
    blockType: 'table',
    caption: 'C',
    rows: words.map((word, index) => ({ id: `${index}`, cells: [{ id: 'c', text: word }] })),
  })
  const { empty } = of({ layout: [table('', 'x'), table('', ' '), table()] })
  expect(empty.map(({ path }) => path)).toEqual(['layout.1', 'layout.2'])
})

test('sections with a name and nothing below it are empty, told once for the outermost', () => {
  const { empty, links } = of({
    layout: [
      { blockType: 'tabs', sections: [{ title: 'A' }, { title: 'B' }] },
      {
        blockType: 'tabs',
        sections: [
          { title: 'A', text: 'x' },
          { title: 'B', links: [] },
        ],
      },
      { blockType: 'tabs', sections: [{ title: 'A', links: [{ label: 'On', href: '/x' }] }] },
      { blockType: 'prose', body: text({ type: 'paragraph', children: [] }) },
      { blockType: 'projectList', choice: 'rule' },
    ],
  })
  // Of these, the first begins a sentence and the second does not.
  expect(empty.map(({ path, what, label }) => [path, what, label])).toEqual([
    ['layout.0', 'The block “Tabs”', 'the block “Tabs”'],
    ['layout.1.sections.1', 'Section 2', 'Section 2'],
    ['layout.3', 'The block “Text”', 'the block “Text”'],
  ])
  expect(links).toEqual([
    expect.objectContaining({ path: 'layout.2.sections.0.links.0.href', address: '/x' }),
  ])
})
