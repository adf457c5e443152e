// Texts of the fields beside a preview, as they are typed.
import { useFormFields } from '@payloadcms/ui'

/** `path`: of the preview. */
export const useText = (path: string, name: string): string =>
  useFormFields(([fields]) => {
    const value = fields?.[path.replace(/[^.]*$/, name)]?.value
    return typeof value === 'string' ? value : ''
  })
