// Something to try in a terminal: the command, why, and what should come of it.
import type { Block, TextFieldSingleValidation } from 'payload'
import { text } from 'payload/shared'
import { LINE, PARAGRAPH, SENTENCE } from '../fields/text-lengths.ts'
import { terminalStepPreview } from './preview/preview-field.ts'

const CONTROL = /\p{Cc}/u

/** One line: whoever presses “run” in the page types exactly this, and nothing hidden in it. */
const checkCommandLine: TextFieldSingleValidation = (value, options) => {
  const length = text(value, options)
  if (length !== true) return length
  return !CONTROL.test(value ?? '') || 'A command is one line without control characters.'
}

export const terminalStepBlock: Block = {
  slug: 'terminalStep',
  interfaceName: 'TerminalStepBlock',
  labels: { singular: 'Terminal step', plural: 'Terminal steps' },
  fields: [
    terminalStepPreview(),
    { name: 'label', type: 'text', required: true, maxLength: LINE },
    {
      name: 'command',
      type: 'text',
      required: true,
      maxLength: SENTENCE,
      validate: checkCommandLine,
    },
    { name: 'explanation', type: 'textarea', maxLength: PARAGRAPH },
    {
      name: 'expected',
      type: 'textarea',
      label: 'Expected output',
      maxLength: PARAGRAPH,
    },
    {
      name: 'demo',
      type: 'relationship',
      relationTo: 'demos',
      admin: { description: 'Where to try it. Empty: the demo of the project itself.' },
    },
  ],
}
