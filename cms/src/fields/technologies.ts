// What something was made with.
import type { RelationshipField } from 'payload'

export const technologiesField = (): RelationshipField => ({
  name: 'technologies',
  type: 'relationship',
  relationTo: 'technologies',
  hasMany: true,
  maxRows: 60,
})
