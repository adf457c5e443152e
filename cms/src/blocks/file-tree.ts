// A tree of files, typed as indented lines: “src/”, “  main.c  the entry point”.
import type { Block } from 'payload'
import { PLAIN_INPUT } from '../fields/plain-inputs.ts'
import { LINE, SENTENCE } from '../fields/text-lengths.ts'
import { checkFileTree, MAX_TREE_CHARACTERS } from './file-tree-text.ts'

export const fileTreeBlock: Block = {
  slug: 'fileTree',
  interfaceName: 'FileTreeBlock',
  labels: { singular: 'File tree', plural: 'File trees' },
  fields: [
    { name: 'title', type: 'text', maxLength: LINE },
    {
      name: 'tree',
      type: 'code',
      label: 'Files',
      required: true,
      maxLength: MAX_TREE_CHARACTERS,
      validate: checkFileTree,
      admin: {
        language: 'plaintext',
        components: { Field: PLAIN_INPUT },
        description:
          'One file or folder a line, two spaces deeper than the folder it is in. Folders end with “/”. After two spaces or “#”, a remark.',
      },
    },
    { name: 'caption', type: 'text', maxLength: SENTENCE },
  ],
}
