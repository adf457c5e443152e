// Fields of a diagram. They stand by themselves in an array or in a block of a text: all they check, they check here.
import type { ArrayField, Field, TextareaField, TextField, UploadField } from 'payload'
import { staff } from '../access/rules.ts'
import { LINE, PARAGRAPH, ROWS } from '../fields/text-lengths.ts'
import { DIAGRAM } from '../limits.ts'
import { checkSource } from './check-source.ts'
import { hasSource, isImage, KIND_LABELS, KINDS } from './kinds.ts'
import { queueIfUndrawn } from './queue.ts'
import { settleDrawing } from './settle.ts'

const image: UploadField = {
  name: 'image',
  type: 'upload',
  relationTo: 'media',
  required: true,
  admin: { condition: isImage },
}

const source: TextareaField = {
  name: 'source',
  type: 'textarea',
  required: true,
  validate: checkSource,
  admin: {
    condition: hasSource,
    components: { Field: '/diagrams/source-field.client.tsx#DiagramSource' },
  },
}

const hidden = { hidden: true, disableListColumn: true, disableListFilter: true } as const

/** What a browser or the job made of the source; people see it as a picture, not as text. Payload's own bound is less. */
const drawing = (name: string): TextareaField => ({
  name,
  type: 'textarea',
  maxLength: DIAGRAM.maxDrawingCharacters,
  admin: hidden,
})

/** Of which source the drawings were made. It settles, on every save, what is stored of them. */
const drawnFrom: TextField = {
  name: 'drawnFrom',
  type: 'text',
  admin: hidden,
  access: { read: staff },
  hooks: { beforeChange: [settleDrawing], afterChange: [queueIfUndrawn] },
}

const drawError: TextField = {
  name: 'drawError',
  type: 'text',
  admin: hidden,
  access: { read: staff },
}

export const diagramFields = (): Field[] => [
  {
    name: 'kind',
    type: 'select',
    required: true,
    defaultValue: 'mermaid',
    options: KINDS.map((value) => ({ value, label: KIND_LABELS[value] })),
  },
  { name: 'title', type: 'text', localized: true, maxLength: LINE },
  { name: 'description', type: 'textarea', localized: true, maxLength: PARAGRAPH },
  source,
  image,
  {
    name: 'textAlternative',
    type: 'textarea',
    localized: true,
    required: true,
    maxLength: PARAGRAPH,
    label: 'In words',
    admin: {
      description:
        'What the diagram says, for whoever cannot see it: its parts, and what leads where.',
    },
  },
  drawing('lightSvg'),
  drawing('darkSvg'),
  drawError,
  drawnFrom,
]

export const diagramsField = (): ArrayField => ({
  name: 'diagrams',
  type: 'array',
  maxRows: ROWS,
  fields: diagramFields(),
})
