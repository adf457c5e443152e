// The mark of a technology, one of simple-icons.
import type { TextField } from 'payload'
import { checkIcon } from '../technologies/icons.ts'

export const iconField = (): TextField => ({
  name: 'icon',
  type: 'text',
  maxLength: 80,
  validate: checkIcon,
  admin: { description: 'Name of the mark at simpleicons.org, for instance “postgresql”.' },
})
