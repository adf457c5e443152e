// A place among the fields of a block, in a text or on a page, that shows what they come to. It holds no data.
import type { UIField } from 'payload'

/** `component`: one of the import map. */
export const previewField = (component: string): UIField => ({
  name: 'preview',
  type: 'ui',
  admin: { disableListColumn: true, components: { Field: component } },
})

export const codePreview = (): UIField =>
  previewField('/blocks/preview/code-preview.client.tsx#CodePreview')

export const terminalStepPreview = (): UIField =>
  previewField('/blocks/preview/terminal-step-preview.client.tsx#TerminalStepPreview')
