// The text that lies beside the source code, in Markdown.
import type { CodeField } from 'payload'
import { MAX_README_CHARACTERS } from '../limits.ts'
import { codeText } from './code-text.ts'

export const readmeField = (): CodeField =>
  codeText({
    name: 'readme',
    label: 'README',
    language: 'markdown',
    maxLength: MAX_README_CHARACTERS,
    description: 'Markdown as on GitHub. Scripts, styles and forms in it are not shown.',
  })
