import { expect, test } from '@jest/globals'
import { layoutBlocks } from '../../page-layout/layout.ts'
import type { Page } from '../../payload-types.ts'
import { pageOf, pageShape } from './page.ts'

const MOMENT = '2026-01-02T03:04:05.000Z'
const picture = { id: 'media-id', alt: 'A', url: '/p', width: 2, height: 1, sha256: 'hash' }
const technology = { id: 'tech-id', slug: 'c', name: 'C', category: 'language' }
const project = {
  id: 'project-id',
  slug: 'one',
  title: 'One',
  kind: 'personal',
  updatedAt: MOMENT,
  _status: 'published',
}
const draft = { ...project, slug: 'hush', _status: 'draft' }
const binned = { ...project, slug: 'binned', deletedAt: MOMENT }

const section = { id: 'row', title: 'S', picture, links: [{ label: 'On', href: '/', id: 'row' }] }

const layout = [
  { blockType: 'hero', picture, actions: [{ label: 'Go', href: '/' }] },
  { blockType: 'prose', body: { root: { children: [{ type: 'paragraph', children: [] }] } } },
  {
    blockType: 'caseStudy',
    ...{ title: 'C', problem: 'P', approach: 'A', result: 'R' },
    project,
  },
  { blockType: 'statBar', stats: [{ value: '1', label: 'one' }] },
  { blockType: 'featureCards', cards: [section] },
  { blockType: 'tabs', title: 'T', tabs: [{ label: 'A', sections: [section] }] },
  { blockType: 'table', caption: 'T', rows: [{ cells: [{ text: 'a' }, {}] }] },
  { blockType: 'projectList', choice: 'hand', projects: [project, draft, binned, 'hidden-id'] },
  {
    blockType: 'technologyGroups',
    groups: [{ title: 'G', technologies: [technology, 'gone-id'] }],
  },
  { blockType: 'gallery', images: [{ media: picture }] },
  { blockType: 'code', language: 'c', code: 'x' },
  { blockType: 'quote', text: 'Q' },
  { blockType: 'documents', documents: [{ title: 'D', file: picture }] },
  { blockType: 'callToAction', title: 'T', actions: [{ label: 'Go', href: '/' }] },
]

const page = (blocks: unknown) =>
  pageOf({
    id: 'page-id',
    slug: 'about',
    title: 'About',
    layout: blocks,
    updatedAt: MOMENT,
    createdAt: MOMENT,
    _status: 'published',
  } as unknown as Page)

test('a page has the shape that is promised, block by block, in its order', () => {
  const told = page(layout)
  expect(pageShape.parse(told)).toEqual(told)
  expect(told).toMatchObject({ slug: 'about', title: 'About', updatedAt: MOMENT })
  expect(told.layout.map(({ type }) => type)).toEqual(
    layout.map(({ blockType }) => (blockType === 'quote' ? 'quotation' : blockType)),
  )
})

test('every block that a page may have has a shape', () => {
  expect(layout.map(({ blockType }) => blockType).sort()).toEqual(
    layoutBlocks.map(({ slug }) => slug).sort(),
  )
})

test('nothing internal and nothing unpublished is in it', () => {
  const text = JSON.stringify(page(layout))
  for (const secret of ['-id', 'row"', 'hush', 'binned', 'draft']) {
    expect([secret, text.includes(secret)]).toEqual([secret, false])
  }
  expect(page([{ blockType: 'caseStudy', ...layout[2], project: draft }]).layout).toMatchObject([
    { project: null },
  ])
})

test('a table is rows of texts, and a block that is not known is left out', () => {
  expect(page([layout[6], { blockType: 'new', title: 'T' }, null]).layout).toEqual([
    {
      type: 'table',
      caption: 'T',
      hasHeaderRow: false,
      hasHeaderColumn: false,
      rows: [['a', '']],
    },
  ])
})
