// Parts of collections that only the CMS's own code writes, and that some people may look at.
import type { Access, CollectionConfig, Field } from 'payload'
import { nobody, owners } from './rules.ts'

/** `readers` see the collection, in the admin too; nobody writes to it by an API or a form. */
export const readableBy = (
  readers: Access & NonNullable<NonNullable<CollectionConfig['access']>['admin']>,
): NonNullable<CollectionConfig['access']> => ({
  read: readers,
  create: nobody,
  update: nobody,
  delete: nobody,
  readVersions: nobody,
  unlock: owners,
  admin: readers,
})

/** The fields of such a collection, to look at. */
export const readOnly = (fields: Field[]): Field[] =>
  fields.map((field) =>
    field.type === 'ui'
      ? field
      : ({ ...field, admin: { ...field.admin, readOnly: true } } as Field),
  )
