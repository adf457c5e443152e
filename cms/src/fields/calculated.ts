// Fields that the server fills in and nobody types.
import type { Condition, NumberField, TextField } from 'payload'
import { anyone, nobody, staff } from '../access/rules.ts'

type More = {
  label?: string
  index?: boolean
  /** Visitors may read it as well. */
  isPublic?: boolean
  /** Of no use to people: the admin does not show it. */
  isHidden?: boolean
  condition?: Condition
}

const settings = ({ isPublic, isHidden, condition, ...more }: More) => ({
  ...more,
  access: { read: isPublic ? anyone : staff, create: nobody, update: nobody },
  admin: {
    readOnly: true,
    ...(isHidden ? { hidden: true } : {}),
    ...(condition ? { condition } : {}),
  },
})

export const calculatedText = (name: string, more: More = {}) =>
  ({ name, type: 'text', ...settings(more) }) satisfies TextField

export const calculatedNumber = (name: string, more: More = {}) =>
  ({ name, type: 'number', ...settings(more) }) satisfies NumberField
