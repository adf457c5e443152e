// Languages that the site highlights.
import type { SelectField } from 'payload'

export const CODE_LANGUAGES = [
  'text',
  'bash',
  'c',
  'cpp',
  'make',
  'python',
  'javascript',
  'typescript',
  'json',
] as const

export const languageField = (): SelectField => ({
  name: 'language',
  type: 'select',
  required: true,
  defaultValue: 'text',
  options: [...CODE_LANGUAGES],
})
