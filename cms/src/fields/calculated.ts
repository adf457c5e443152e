// Fields that the server fills in and nobody types.
import type { NumberField, TextField } from 'payload'
import { nobody, staff } from '../access/rules.ts'

const access = { read: staff, create: nobody, update: nobody }
const admin = { readOnly: true }

export const calculatedText = (name: string, more: { label?: string; index?: boolean } = {}) =>
  ({ name, type: 'text', access, admin, ...more }) satisfies TextField

export const calculatedNumber = (name: string, more: { label?: string } = {}) =>
  ({ name, type: 'number', access, admin, ...more }) satisfies NumberField
