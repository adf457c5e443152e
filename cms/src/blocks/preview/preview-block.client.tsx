// A block in the text of the editor with a preview above its fields, so that a text can be read where it is written.
'use client'
import { useBlockComponentContext } from '@payloadcms/richtext-lexical/client'
import { useLexicalEditable } from '@payloadcms/richtext-lexical/lexical/react/useLexicalEditable'
import { RenderFields, useFormFields } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import './preview.css'

/** The text in a field of this block. */
export const useText = (name: string): string =>
  useFormFields(([fields]) => {
    const value = fields?.[name]?.value
    return typeof value === 'string' ? value : ''
  })

export const PreviewBlock = ({ children }: { children: ReactNode }) => {
  const { BlockCollapsible, formSchema } = useBlockComponentContext()
  const isEditable = useLexicalEditable()
  return (
    <BlockCollapsible>
      {children}
      <RenderFields
        fields={formSchema}
        forceRender={true}
        parentIndexPath=""
        parentPath=""
        parentSchemaPath=""
        permissions={true}
        readOnly={!isEditable}
      />
    </BlockCollapsible>
  )
}
