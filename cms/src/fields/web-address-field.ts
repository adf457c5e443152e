// A text field that takes an absolute web address.
import type { TextField } from 'payload'
import { ADDRESS } from './text-lengths.ts'
import { isWebAddress } from './web-address.ts'

export const webAddressField = (name: string, required = false): TextField => ({
  name,
  type: 'text',
  required,
  maxLength: ADDRESS,
  validate: (value: string | null | undefined) => {
    if (!value) return !required || 'Give an address.'
    return value.length <= ADDRESS ? isWebAddress(value) : `At most ${ADDRESS} characters.`
  },
})
