// The mark of a technology, one of simple-icons.
import type { TextField } from 'payload'
import { ICONS } from '../limits.ts'
import { checkIcon } from '../technologies/icons.ts'

export const iconField = (): TextField => ({
  name: 'icon',
  type: 'text',
  label: 'Mark',
  maxLength: ICONS.maxQueryCharacters,
  validate: checkIcon,
  admin: {
    description: 'One of those at simpleicons.org. Empty: the name alone is shown.',
    components: { Field: '/technologies/icon-field.client.tsx#IconField' },
  },
})
