import { expect, test } from '@jest/globals'
import { checkFileTree, MAX_TREE_CHARACTERS, readFileTree } from './file-tree-text.ts'

test('a tree is read with its folders, depths and remarks', () => {
  const result = readFileTree(
    'src/\n  main.c  where it starts\n  my file.h # declarations\n\ttabs.c\nMakefile\n\n',
  )
  expect(result).toEqual({
    ok: true,
    lines: [
      { depth: 0, name: 'src/', isFolder: true, remark: null },
      { depth: 1, name: 'main.c', isFolder: false, remark: 'where it starts' },
      { depth: 1, name: 'my file.h', isFolder: false, remark: 'declarations' },
      { depth: 1, name: 'tabs.c', isFolder: false, remark: null },
      { depth: 0, name: 'Makefile', isFolder: false, remark: null },
    ],
  })
})

test.each([
  ['', 'Give at least one file.'],
  ['   \n', 'Give at least one file.'],
  ['  a', 'Line 1 is indented further than the folder it is in.'],
  ['src/\n    a', 'Line 2 is indented further than the folder it is in.'],
  ['src\n  a', 'Line 2 lies under a file: end the name above it with “/” if that is a folder.'],
  ['src/\n a', 'Line 2 is not indented by two spaces.'],
  ['../etc/passwd', 'Line 1 is no name of a file.'],
  ['/', 'Line 1 is no name of a file.'],
  ['a\u202etxt.exe', 'Line 1 is no name of a file.'],
  ['a'.repeat(200), 'Line 1 has a name of more than 120 characters.'],
  [`a  ${'r'.repeat(300)}`, 'Line 1 has more than 200 characters.'],
  ['a\n'.repeat(500), 'At most 200 lines.'],
  ['a'.repeat(MAX_TREE_CHARACTERS + 1), `At most ${MAX_TREE_CHARACTERS} characters.`],
])('%j: %s', (text, problem) => {
  expect(checkFileTree(text)).toBe(problem)
})

test('folders lie at most eight deep', () => {
  const tree = (levels: number) =>
    Array.from({ length: levels }, (_, depth) => `${'  '.repeat(depth)}d/`).join('\n')
  expect(checkFileTree(tree(9))).toBe(true)
  expect(checkFileTree(tree(10))).toBe('Line 10 lies more than 8 folders deep.')
})
