// Payload's own inputs for code and JSON load an editor from a server of somebody else. These are ours instead.
import type { Field } from 'payload'

/** A text area; what is no text is shown in it as JSON. */
export const PLAIN_INPUT = '/fields/plain-input.client.tsx#PlainInput'

/** The same fields, those for code and JSON typed in a plain text area unless they have a component of their own. */
export const withPlainInputs = (fields: Field[]): Field[] =>
  fields.map((field) => {
    if (field.type === 'tabs') {
      const tabs = field.tabs.map((tab) => ({ ...tab, fields: withPlainInputs(tab.fields) }))
      return { ...field, tabs }
    }
    if (field.type === 'code' || field.type === 'json') {
      const components = { Field: PLAIN_INPUT, ...field.admin?.components }
      return { ...field, admin: { ...field.admin, components } } as Field
    }
    return 'fields' in field ? { ...field, fields: withPlainInputs(field.fields) } : field
  })
