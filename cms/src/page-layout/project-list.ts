// Projects on a page: chosen one by one, or all that fit a rule, newest decisions of the owner included.
import type { Block, Field } from 'payload'
import { KINDS } from '../fields/project-kinds.ts'
import { LINE } from '../fields/text-lengths.ts'

export const MAX_LISTED_PROJECTS = 24
const DEFAULT_PROJECTS = 6

type List = { choice?: string | null } | undefined

const isByHand = (_: unknown, list: List) => list?.choice === 'hand'
const isByRule = (_: unknown, list: List) => list?.choice !== 'hand'

const rule: Field[] = [
  {
    name: 'kind',
    type: 'select',
    options: [...KINDS],
    admin: { condition: isByRule, description: 'Empty: every kind.' },
  },
  {
    name: 'technology',
    type: 'relationship',
    relationTo: 'technologies',
    admin: { condition: isByRule, description: 'Empty: whatever they are made with.' },
  },
  {
    name: 'featuredOnly',
    type: 'checkbox',
    defaultValue: false,
    label: 'Featured projects only',
    admin: { condition: isByRule },
  },
  {
    name: 'limit',
    type: 'number',
    label: 'At most',
    min: 1,
    max: MAX_LISTED_PROJECTS,
    defaultValue: DEFAULT_PROJECTS,
    admin: { condition: isByRule, step: 1 },
  },
]

export const projectListBlock: Block = {
  slug: 'projectList',
  interfaceName: 'ProjectListBlock',
  labels: { singular: 'Projects', plural: 'Projects' },
  fields: [
    { name: 'title', type: 'text', localized: true, maxLength: LINE },
    {
      name: 'choice',
      type: 'select',
      required: true,
      defaultValue: 'rule',
      options: [
        { value: 'rule', label: 'Whatever fits' },
        { value: 'hand', label: 'By hand' },
      ],
    },
    {
      name: 'projects',
      type: 'relationship',
      relationTo: 'projects',
      hasMany: true,
      required: true,
      maxRows: MAX_LISTED_PROJECTS,
      admin: { condition: isByHand },
    },
    ...rule,
  ],
}
