// Who may do what with the plugin's own collections: operators read, and only what a collection opens is written by hand.
import type { Access, CollectionConfig } from 'payload'
import type { TerminalSettings } from './options.ts'

const nobody: Access = () => false

/** `open` are operations that operators may do through the API and the admin beside reading. */
export const operatorAccess = (
  { mayOperate }: Pick<TerminalSettings, 'mayOperate'>,
  open: readonly ('update' | 'delete')[] = [],
): NonNullable<CollectionConfig['access']> => {
  const operators: Access = ({ req }) => mayOperate({ req })
  return {
    read: operators,
    create: nobody,
    update: open.includes('update') ? operators : nobody,
    delete: open.includes('delete') ? operators : nobody,
    readVersions: nobody,
    unlock: nobody,
    admin: ({ req }) => mayOperate({ req }),
  }
}
