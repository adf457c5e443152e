// A list of places to go, on this site or elsewhere.
import type { ArrayField } from 'payload'
import { ADDRESS } from './text-lengths.ts'
import { isDestination } from './web-address.ts'

export const linkRows = (name: string, maxRows: number): ArrayField => ({
  name,
  type: 'array',
  maxRows,
  labels: { singular: 'Link', plural: 'Links' },
  fields: [
    { name: 'label', type: 'text', localized: true, required: true, maxLength: 40 },
    {
      name: 'href',
      type: 'text',
      required: true,
      maxLength: ADDRESS,
      label: 'Address',
      validate: (value: string | null | undefined) => {
        if (!value) return 'Give an address.'
        return value.length <= ADDRESS ? isDestination(value) : `At most ${ADDRESS} characters.`
      },
    },
  ],
})
