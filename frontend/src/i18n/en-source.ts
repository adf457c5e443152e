// What pages of source code say, in English.

export const enSource = {
  titleOf: (project: string) => `Source of ${project}`,
  description: (project: string) => `The source code of ${project}, file by file.`,
  path: 'Where this is',
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  lines: (count: number) => (count === 1 ? '1 line' : `${count} lines`),
  link: 'a link',
  notShown: 'not shown',
  notShownWhy: 'Not shown: what is not text, or too long.',
  others: (count: number) => `Not listed here: ${count}.`,
  emptyFolder: 'There is nothing in this folder.',
  emptyFile: 'This file is empty.',
  firstLines: (shown: number, all: number) => `These are the first ${shown} of ${all} lines.`,
  beginning: 'This is only the beginning: the file is too long for a page.',
  spelledOut:
    'Signs that cannot be seen, or that turn text around, are written out here, as U+202E.',
}
