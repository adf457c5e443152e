// How often each page was viewed on each day, and from which sites its visitors came; nothing about who they were.
import type { CollectionConfig, Field } from 'payload'
import { closedCollection } from '../access/closed.ts'
import { readableBy, readOnly } from '../access/read-only.ts'
import { staff } from '../access/rules.ts'
import { ADDRESS } from '../fields/text-lengths.ts'

export const PAGE_COUNTS_SLUG = 'page-counts'
export const COUNT_MESSAGES_SLUG = 'page-count-messages'

/** What a row counts: views of a page, or views that began with a link on another site. */
export const KINDS = { page: 'Page', referrer: 'Came from' } as const

const fields: Field[] = [
  {
    name: 'day',
    type: 'text',
    required: true,
    maxLength: 10,
    admin: { description: 'In universal time (UTC).' },
  },
  {
    name: 'kind',
    type: 'select',
    required: true,
    options: Object.entries(KINDS).map(([value, label]) => ({ value, label })),
  },
  {
    name: 'name',
    type: 'text',
    required: true,
    maxLength: ADDRESS,
    label: 'Page or site',
    admin: { description: 'The path of a page, or the name of the site that linked to one.' },
  },
  { name: 'views', type: 'number', required: true, min: 0 },
]

export const pageCounts: CollectionConfig = {
  slug: PAGE_COUNTS_SLUG,
  labels: { singular: 'Page count', plural: 'Page counts' },
  access: readableBy(staff),
  admin: {
    useAsTitle: 'name',
    group: 'Site',
    defaultColumns: ['day', 'kind', 'name', 'views'],
    description:
      'Views by day, for 25 months. Nothing is kept of who viewed a page; whoever asks not to be tracked, and programs, are not counted.',
  },
  defaultSort: ['-day', '-views'],
  indexes: [{ fields: ['day', 'kind', 'name'], unique: true }],
  versions: false,
  lockDocuments: false,
  disableDuplicate: true,
  fields: readOnly(fields),
}

/** Messages whose counts are in, so that a copy of one adds nothing. */
export const countMessages: CollectionConfig = closedCollection({
  slug: COUNT_MESSAGES_SLUG,
  fields: [{ name: 'message', type: 'text', required: true, unique: true }],
})
