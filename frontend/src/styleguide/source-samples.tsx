// Source code in all states of its pages.
import type { ReactNode } from 'react'
import { sourceSchema } from '../cms/shapes/source.ts'
import type { SourceContent } from '../source/page.ts'
import { languageOfFile, shownText, visible } from '../source/text.ts'
import { linesOf, totalOf, treeOf } from '../source/tree.ts'
import { ENTRIES, FILES, TURNED } from '../testing/source-content.ts'
import { Source } from '../views/source.tsx'

const { root } = treeOf(sourceSchema.parse({ title: 'T', entries: ENTRIES, others: 0 }).entries)

const folder = (lines: number, more: Partial<Extract<SourceContent, { kind: 'folder' }>> = {}) => ({
  kind: 'folder' as const,
  ...linesOf(root, lines),
  ...totalOf(root),
  readme: null,
  ...more,
})

const file = (name: string, text: string): SourceContent => ({
  kind: 'file',
  bytes: Buffer.byteLength(text),
  language: languageOfFile(name),
  ...shownText(text),
})

const state = (words: string, path: string, content: SourceContent): [string, ReactNode] => [
  words,
  <Source
    key={words}
    page={{ slug: 'philosophers', title: 'Dining philosophers', path, content }}
  />,
]

const MAIN = FILES['src/main.c'] ?? ''
const LONG_NAME = `src/${'a_name_that_goes_on_'.repeat(6)}.c`

export const SOURCE_STATES: [string, ReactNode][] = [
  state(
    'the whole',
    '',
    folder(100, { readme: { text: FILES['README.md'] ?? '', isMarkdown: true } }),
  ),
  state('with folders folded, and more than is listed', 'src', folder(8, { others: 4120 })),
  state('an empty folder', 'nothing', folder(0, { lines: [], others: 0, files: 0, bytes: 0 })),
  state('a file', 'src/main.c', file('main.c', MAIN)),
  state('a long name', LONG_NAME, file('a.c', MAIN)),
  state('text that is turned around', 'photo_\u202egnp.c', file(visible('a.c'), TURNED)),
  state('the beginning of a long file', 'log.txt', file('log.txt', `${'x'.repeat(200_000)}\n`)),
  state('an empty file', 'empty.txt', file('empty.txt', '')),
]
