// A simple section: a heading, text, and perhaps a picture and something to follow.
import type { Field } from 'payload'
import { linkRows } from '../fields/link-rows.ts'
import { pictureField } from '../fields/media-fields.ts'
import { LINE, PARAGRAPH } from '../fields/text-lengths.ts'

const MAX_LINKS = 2

/** `hasTitle`: whether it needs one; a single section of a tab does not. */
export const sectionFields = (hasTitle: boolean): Field[] => [
  { name: 'title', type: 'text', localized: true, required: hasTitle, maxLength: LINE },
  {
    name: 'text',
    type: 'textarea',
    localized: true,
    maxLength: PARAGRAPH,
    admin: { description: 'An empty line starts a paragraph.' },
  },
  pictureField({ name: 'picture' }),
  linkRows('links', MAX_LINKS),
]
