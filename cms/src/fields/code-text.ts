// A field for code or markup, whose length and type Payload itself does not check.
import type { CodeField } from 'payload'
import { PLAIN_INPUT } from './plain-inputs.ts'

export type CodeTextOptions = {
  name: string
  /** Longest text, in characters. */
  maxLength: number
  required?: boolean
  label?: string
  description?: string
  /** What it is written in. */
  language?: string
  /** True for what it may be, otherwise what is wrong with it. */
  check?: (text: string) => true | string
}

export const codeText = (options: CodeTextOptions): CodeField => {
  const { name, maxLength, required = false, label, description, language, check } = options
  return {
    name,
    type: 'code',
    required,
    maxLength,
    ...(label ? { label } : {}),
    admin: {
      ...(language ? { language } : {}),
      ...(description ? { description } : {}),
      components: { Field: PLAIN_INPUT },
    },
    validate: (value: unknown) => {
      if (value === undefined || value === null || value === '') {
        return !required || 'Write or paste some text.'
      }
      if (typeof value !== 'string') return 'This is not text.'
      if (value.length > maxLength) return `At most ${maxLength.toLocaleString('en')} characters.`
      return check?.(value) ?? true
    },
  }
}
