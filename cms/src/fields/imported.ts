// What an import notes on the documents that it made, to know them again. A copy of such a document is nobody's row.
import type { TextField } from 'payload'
import { calculatedText } from './calculated.ts'

const noted = (name: string, index: boolean): TextField => ({
  ...calculatedText(name, { isHidden: true, index }),
  hooks: { beforeDuplicate: [() => null] },
})

/** `importedFrom`: the row, as `project:12`. `importMark`: see `import/fingerprint.ts`. */
export const importedFields = (): TextField[] => [
  noted('importedFrom', true),
  noted('importMark', false),
]
