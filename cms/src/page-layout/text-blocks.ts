// Layout blocks that are words: prose, the top of a page, a call to action, a case study.
import type { Block } from 'payload'
import { bodyEditor } from '../editor/editor.ts'
import { figuresField } from '../fields/figures.ts'
import { linkRows } from '../fields/link-rows.ts'
import { pictureField } from '../fields/media-fields.ts'
import { LINE, PARAGRAPH } from '../fields/text-lengths.ts'

const MAX_FIGURES = 8
/** Things that one block asks readers to do; the first stands out. */
const MAX_ACTIONS = 3

export const proseBlock: Block = {
  slug: 'prose',
  interfaceName: 'ProseBlock',
  labels: { singular: 'Text', plural: 'Texts' },
  fields: [{ name: 'body', type: 'richText', localized: true, required: true, editor: bodyEditor }],
}

export const heroBlock: Block = {
  slug: 'hero',
  interfaceName: 'HeroBlock',
  labels: { singular: 'Top of the page', plural: 'Tops of the page' },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      maxLength: LINE,
      admin: { description: 'Empty: the title of the page.' },
    },
    { name: 'text', type: 'textarea', localized: true, maxLength: PARAGRAPH },
    pictureField({ name: 'picture' }),
    linkRows('actions', MAX_ACTIONS),
  ],
}

export const callToActionBlock: Block = {
  slug: 'callToAction',
  interfaceName: 'CallToActionBlock',
  labels: { singular: 'Call to action', plural: 'Calls to action' },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    { name: 'text', type: 'textarea', localized: true, maxLength: PARAGRAPH },
    { ...linkRows('actions', MAX_ACTIONS), required: true, minRows: 1 },
  ],
}

export const caseStudyBlock: Block = {
  slug: 'caseStudy',
  interfaceName: 'CaseStudyBlock',
  labels: { singular: 'Case study', plural: 'Case studies' },
  fields: [
    { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
    { name: 'problem', type: 'textarea', localized: true, required: true, maxLength: PARAGRAPH },
    { name: 'approach', type: 'textarea', localized: true, required: true, maxLength: PARAGRAPH },
    { name: 'result', type: 'textarea', localized: true, required: true, maxLength: PARAGRAPH },
    figuresField({ name: 'figures', maxRows: MAX_FIGURES, isDescribed: true }),
    pictureField({ name: 'picture' }),
    {
      name: 'project',
      type: 'relationship',
      relationTo: 'projects',
      admin: { description: 'Where readers find all of it.' },
    },
  ],
}
