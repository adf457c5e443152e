// Layout blocks that are lists of something: figures, cards, tabs, technologies, documents.
import type { Block, Field } from 'payload'
import { documentsField } from '../fields/documents.ts'
import { figuresField } from '../fields/figures.ts'
import { technologiesField } from '../fields/technologies.ts'
import { LINE, PARAGRAPH } from '../fields/text-lengths.ts'
import { sectionFields } from './section.ts'

const MAX_STATS = 8
const MAX_TABS = 8
const MAX_SECTIONS = 10
const MAX_CARDS = 12
const MAX_GROUPS = 12

export const statBarBlock: Block = {
  slug: 'statBar',
  interfaceName: 'StatBarBlock',
  labels: { singular: 'Stat bar', plural: 'Stat bars' },
  fields: [figuresField({ name: 'stats', minRows: 1, maxRows: MAX_STATS })],
}

export const tabsBlock: Block = {
  slug: 'tabs',
  interfaceName: 'TabsBlock',
  labels: { singular: 'Tabs', plural: 'Tabs' },
  fields: [
    {
      name: 'title',
      type: 'text',
      localized: true,
      required: true,
      maxLength: LINE,
      admin: { description: 'Says what the tabs have in common.' },
    },
    {
      name: 'tabs',
      type: 'array',
      required: true,
      minRows: 2,
      maxRows: MAX_TABS,
      labels: { singular: 'Tab', plural: 'Tabs' },
      fields: [
        { name: 'label', type: 'text', localized: true, required: true, maxLength: 40 },
        {
          name: 'sections',
          type: 'array',
          required: true,
          minRows: 1,
          maxRows: MAX_SECTIONS,
          labels: { singular: 'Section', plural: 'Sections' },
          fields: sectionFields(false),
        },
      ],
    },
  ],
}

export const featureCardsBlock: Block = {
  slug: 'featureCards',
  interfaceName: 'FeatureCardsBlock',
  labels: { singular: 'Cards', plural: 'Cards' },
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: LINE },
    {
      name: 'cards',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: MAX_CARDS,
      labels: { singular: 'Card', plural: 'Cards' },
      fields: sectionFields(true),
    },
  ],
}

export const technologyGroupsBlock: Block = {
  slug: 'technologyGroups',
  interfaceName: 'TechnologyGroupsBlock',
  labels: { singular: 'Technologies', plural: 'Technologies' },
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: LINE },
    {
      name: 'groups',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: MAX_GROUPS,
      labels: { singular: 'Group', plural: 'Groups' },
      fields: [
        { name: 'title', type: 'text', localized: true, required: true, maxLength: LINE },
        { name: 'text', type: 'textarea', localized: true, maxLength: PARAGRAPH },
        { ...technologiesField(), required: true } as Field,
      ],
    },
  ],
}

export const documentsBlock: Block = {
  slug: 'documents',
  interfaceName: 'DocumentsBlock',
  labels: { singular: 'Documents', plural: 'Documents' },
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: LINE },
    { ...documentsField(), required: true, minRows: 1 },
  ],
}
