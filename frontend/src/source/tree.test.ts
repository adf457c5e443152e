import { expect, test } from '@jest/globals'
import type { SourceEntry } from '../cms/shapes/source.ts'
import { LIMITS } from '../limits.ts'
import { isOpen, linesOf, readmeOf, totalOf, treeOf } from './tree.ts'

const entry = (path: string, more: Partial<SourceEntry> = {}): SourceEntry => ({
  path,
  kind: 'file',
  bytes: 10,
  isShown: true,
  ...more,
})
const treeAt = (...paths: string[]) => treeOf(paths.map((path) => entry(path)))
const told = (...paths: string[]) => linesOf(treeAt(...paths).root).lines

test('folders come first, also those that the archive did not name', () => {
  const lines = told('b.c', 'a.c', 'src/lib/x.c', 'src/main.c', 'Z/z.c')
  expect(lines.map(({ depth, name, kind }) => [depth, kind, name])).toEqual([
    [0, 'folder', 'Z'],
    [1, 'file', 'z.c'],
    [0, 'folder', 'src'],
    [1, 'folder', 'lib'],
    [2, 'file', 'x.c'],
    [1, 'file', 'main.c'],
    [0, 'file', 'a.c'],
    [0, 'file', 'b.c'],
  ])
})

test('what is named twice, or below a file, is there once', () => {
  const { nodes, root } = treeOf([
    entry('a'),
    entry('a/b'),
    entry('a', { bytes: 999 }),
    entry('d', { kind: 'folder', bytes: 0 }),
    entry('d/e'),
    entry('__proto__'),
    entry('constructor/toString'),
  ])
  expect([...nodes.keys()].sort()).toEqual([
    '',
    '__proto__',
    'a',
    'constructor',
    'constructor/toString',
    'd',
    'd/e',
  ])
  expect(totalOf(root)).toEqual({ files: 4, bytes: 40 })
})

test('as many levels are shown as a page holds; folders below them say how much is in them', () => {
  const paths = Array.from({ length: 20 }, (_, index) => [
    `a/${index}/x.c`,
    `a/${index}/y.c`,
  ]).flat()
  const { root } = treeAt(...paths, 'top.c')
  expect(linesOf(root, 100).lines).toHaveLength(62)
  const some = linesOf(root, 30).lines
  expect(some).toHaveLength(22)
  expect(some[1]).toMatchObject({ name: '0', files: 2, depth: 1 })
  expect(linesOf(root, 5).lines.map(({ name, files }) => [name, files])).toEqual([
    ['a', 40],
    ['top.c', null],
  ])
})

test('of a folder with more than a page holds, the first are shown and the others counted', () => {
  const { root } = treeAt(...Array.from({ length: 40 }, (_, index) => `${index + 100}.c`))
  const { lines, others } = linesOf(root, 30)
  expect([lines.length, others, lines[0]?.name]).toEqual([30, 10, '100.c'])
})

test('a folder within folders without end is shown to a bound', () => {
  const lines = told(Array.from({ length: 400 }, () => 'a').join('/'))
  expect(lines).toHaveLength(LIMITS.source.maxDepth)
  expect(lines.at(-1)).toMatchObject({ files: 1, isOpen: true })
})

test('folders and texts can be opened, nothing else', () => {
  const { nodes } = treeOf([
    entry('d/a.c'),
    entry('d/a.png', { isShown: false }),
    entry('l', { kind: 'link', isShown: false }),
  ])
  const open = [...nodes.values()].filter(isOpen).map(({ path }) => path)
  expect(open.sort()).toEqual(['', 'd', 'd/a.c'])
})

test.each([
  [['README', 'readme.md', 'a.c'], 'readme.md'],
  [['README.txt', 'read.me'], 'README.txt'],
  [['src/README.md', 'README.md.bak', 'README.pdf'], undefined],
])('of %j, %s tells what it is about', (paths, name) => {
  expect(readmeOf(treeAt(...paths).root)?.name).toBe(name)
})
