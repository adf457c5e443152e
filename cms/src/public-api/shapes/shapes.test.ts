import { expect, test } from '@jest/globals'
import type { Media, Project, Technology } from '../../payload-types.ts'
import { imageOf } from './image.ts'
import { periodOf } from './period.ts'
import {
  type Around,
  projectOf as projectAmong,
  projectShape,
  projectSummaryOf,
  projectSummaryShape,
} from './project.ts'
import { richTextOf, richTextShape } from './rich-text.ts'

const MOMENT = '2026-01-02T03:04:05.000Z'

const media = {
  id: 'media-id',
  alt: ' A cat ',
  url: 'http://cms.example/api/media/file/cat.png',
  width: 100,
  height: 50,
  sha256: '0123456789ab',
  _objectKey: 'secret-key',
  sizes: {
    large: { url: 'l', width: 90, height: 45 },
    small: { url: 's', width: 10, height: 5 },
    smallAvif: { url: 'a', width: 10, height: 5, mimeType: 'image/avif' },
    medium: { url: null, width: null, height: null },
  },
  updatedAt: MOMENT,
  createdAt: MOMENT,
} as Media

const technology = { id: 't', slug: 'c', name: 'C', category: 'language' } as Technology

const related = (more: object) =>
  ({ id: 'r', slug: 'other', title: 'Other', _status: 'published', ...more }) as unknown as Project

const lexical = (...children: object[]) =>
  ({ root: { type: 'root', children } }) as unknown as NonNullable<Project['body']>

const project = {
  id: 'project-id',
  slug: 'one',
  title: 'One',
  kind: 'personal',
  summary: '',
  cover: media,
  technologies: [technology, 'an-id-that-nobody-may-follow'],
  demo: 'hidden-demo-id',
  related: [related({}), related({ slug: 'draft', _status: 'draft' }), 'unpublished-id'],
  period: { start: '2025-05-01T12:00:00.000Z' },
  features: [{ id: 'row-id', text: 'Fast' }],
  galleries: [{ id: 'g', name: 'All', images: [{ media }, { media: 'gone' }] }],
  featured: null,
  order: 7,
  updatedAt: MOMENT,
  createdAt: MOMENT,
  _status: 'published',
} as unknown as Project

const ALONE: Around = {
  recording: undefined,
  lastTry: undefined,
  hasSource: false,
  previous: undefined,
  next: undefined,
}
const projectOf = (doc: Project, around: Partial<Around> = {}) =>
  projectAmong(doc, { ...ALONE, ...around })

test('a project has the shape that is promised, with nothing missing and nothing more', () => {
  const summary = projectSummaryOf(project)
  expect(projectSummaryShape.parse(summary)).toEqual(summary)
  expect(projectOf(project)).toEqual(projectShape.parse(projectOf(project)))
  expect(summary).toMatchObject({ summary: null, featured: false, hasDemo: false, role: null })
})

test('nothing internal and nothing unpublished is in it', () => {
  const text = JSON.stringify(projectOf(project))
  for (const secret of ['project-id', 'row-id', 'key', 'draft', 'gone', '-id', 'order']) {
    expect([secret, text.includes(secret)]).toEqual([secret, false])
  }
  expect(projectOf(project).related).toEqual([{ slug: 'other', title: 'Other', summary: null }])
})

test('whether it runs is said of a demo that visitors see', () => {
  const withDemo = (demo: unknown) => projectSummaryOf({ ...project, demo } as Project).hasDemo
  expect([withDemo({ enabled: true }), withDemo({ enabled: false }), withDemo(null)]).toEqual([
    true,
    false,
    false,
  ])
})

test('what is typed first is said of a demo that visitors see', () => {
  const commands = [{ command: 'make test' }, { command: 'ls' }]
  const first = (demo: unknown) => projectSummaryOf({ ...project, demo } as Project).firstCommand
  expect(first({ enabled: true, commands })).toBe('make test')
  expect([first({ enabled: false, commands }), first({ enabled: true }), first(null)]).toEqual([
    null,
    null,
    null,
  ])
})

test('a picture comes with its sizes, smallest first, and words where it is described', () => {
  expect(imageOf(media)).toMatchObject({
    alt: 'A cat',
    sizes: [{ url: 's?v=0123456789ab' }, { url: 'l?v=0123456789ab' }],
  })
  expect(imageOf({ ...media, decorative: true })).toMatchObject({ alt: null })
  expect(imageOf({ ...media, width: null })).toBeNull()
  expect(imageOf('an-id')).toBeNull()
})

test('a picture comes in each format that it is stored in, with its blur and what must stay in sight', () => {
  const size = { width: 10, height: 5 }
  const image = imageOf({
    ...media,
    sha256: null,
    focalX: 25,
    focalY: 75,
    blur: 'data:image/webp;base64,AA==',
  })
  expect(image).toMatchObject({
    sources: [
      { type: 'image/avif', sizes: [{ url: 'a', ...size }] },
      { type: 'image/webp', sizes: [{ url: 's', ...size }, { url: 'l' }] },
    ],
    blur: 'data:image/webp;base64,AA==',
    focalPoint: { x: 25, y: 75 },
  })
  expect(imageOf({ ...media, sizes: {}, blur: 'https://else.example' })).toMatchObject({
    sources: [],
    blur: null,
    focalPoint: null,
  })
})

const demo = {
  id: 'demo-id',
  title: 'Shell',
  toolchain: 'c',
  mode: 'guided',
  enabled: true,
  welcome: ' ',
  commands: [{ id: 'row-id', label: 'Build', command: 'make', expect: 'done' }],
  environment: [{ name: 'TOKEN', value: 'secret' }],
}

test('a demo says what the page of its project needs, and nothing of how it is built', () => {
  const recording = {
    title: 'Played',
    cols: 80,
    rows: 24,
    durationMs: 1500,
    poster: '<span class="f2 bold">ok</span>\n&lt;b&gt;',
  }
  const lastTry = { ok: true, at: '2026-11-26T03:00:00.000Z' }
  const whole = projectOf({ ...project, demo } as unknown as Project, { recording, lastTry })
  expect(projectShape.parse(whole)).toEqual(whole)
  expect(whole.demo).toEqual({
    id: 'demo-id',
    title: 'Shell',
    toolchain: 'c',
    mode: 'guided',
    welcome: null,
    commands: [{ label: 'Build', command: 'make', explanation: null, expect: 'done' }],
    recording: {
      title: 'Played',
      address: '/api/terminal/demos/demo-id/recording',
      durationMs: 1500,
      cols: 80,
      rows: 24,
      poster: [
        { classes: ['f2', 'bold'], text: 'ok' },
        { classes: [], text: '\n<b>' },
      ],
    },
    lastTry,
  })
  const off = { ...project, demo: { ...demo, enabled: false } } as unknown as Project
  expect(projectOf(off, { recording }).demo).toBeNull()
})

test('a period without an end goes on, one without a start is none', () => {
  expect(periodOf({ start: '2025-05-01T12:00:00.000Z', end: null })).toEqual({
    start: '2025-05-01',
    end: null,
  })
  expect(periodOf({ end: MOMENT })).toBeNull()
})

const paragraph = (...children: object[]) => ({ type: 'paragraph', children })
const text = (words: string, format = 0) => ({ type: 'text', text: words, format })

test('what an owner wrote keeps its structure and its emphasis', () => {
  const body = richTextOf(
    lexical(
      { type: 'heading', tag: 'h3', children: [text('Head')] },
      paragraph(text('plain '), text('both', 3), { type: 'linebreak' }, text('f()', 16)),
      {
        type: 'list',
        listType: 'number',
        children: [
          { type: 'listitem', children: [text('1')] },
          {
            type: 'listitem',
            children: [
              { type: 'list', children: [{ type: 'listitem', children: [text('within')] }] },
            ],
          },
        ],
      },
      { type: 'block', fields: { blockType: 'code', language: 'c', code: 'int a;', id: 'x' } },
    ),
  )
  expect(richTextShape.parse(body)).toEqual(body)
  expect(body).toEqual([
    { type: 'heading', level: 3, pieces: [{ type: 'text', text: 'Head', marks: [] }] },
    {
      type: 'paragraph',
      pieces: [
        { type: 'text', text: 'plain ', marks: [] },
        { type: 'text', text: 'both', marks: ['bold', 'italic'] },
        { type: 'text', text: '\n', marks: [] },
        { type: 'text', text: 'f()', marks: ['code'] },
      ],
    },
    {
      type: 'list',
      isOrdered: true,
      items: [
        { depth: 0, pieces: [{ type: 'text', text: '1', marks: [] }] },
        { depth: 1, pieces: [{ type: 'text', text: 'within', marks: [] }] },
      ],
    },
    { type: 'code', language: 'c', code: 'int a;', caption: null },
  ])
})

test('a link inside leads to a published project, or nowhere', () => {
  const link = (value: unknown) =>
    richTextOf(
      lexical(
        paragraph({
          type: 'link',
          fields: { linkType: 'internal', doc: { relationTo: 'projects', value } },
          children: [text('there')],
        }),
      ),
    )[0]
  const piece = { type: 'link', url: null, text: 'there' }
  expect(link({ slug: 'a', _status: 'published' })).toMatchObject({
    pieces: [{ ...piece, project: 'a' }],
  })
  for (const value of ['an-id', null, { slug: 'a', _status: 'draft' }]) {
    expect(link(value)).toMatchObject({ pieces: [{ ...piece, project: null }] })
  }
})

test('a block that has no shape is left out, and the text around it stays', () => {
  const fields = { blockType: 'new', title: 'Words', shown: { ...media, filename: 'cat.png' } }
  const stored = lexical(
    paragraph(text('before')),
    { type: 'block', fields },
    { type: 'block' },
    { type: 'block', fields: { blockType: 'constructor' } },
    paragraph(text('after')),
  )
  expect(richTextOf(stored)).toMatchObject([
    { type: 'paragraph', pieces: [{ text: 'before' }] },
    { type: 'paragraph', pieces: [{ text: 'after' }] },
  ])
})
