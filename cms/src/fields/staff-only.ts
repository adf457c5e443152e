// Marks a field as one that only people with an account read, whoever may read the rest of its document.
import type { Field } from 'payload'
import { staff } from '../access/rules.ts'

/** `field` with staff as its only readers. Queries by such a field are refused to others as well. */
export const staffOnly = <F extends Field>(field: F): F => {
  const given = 'access' in field ? field.access : undefined
  return { ...field, access: { ...given, read: staff } }
}
