// What collections of content have in common: drafts, a trash, a history, and word to the site when visitors see another thing.
import type { CollectionConfig, Where } from 'payload'
import { editors, owners, PUBLISHED, staff, staffOrWhere } from '../access/rules.ts'
import { AUTOSAVE_INTERVAL_MS, MAX_VERSIONS } from '../limits.ts'
import { draftHooks } from '../outbox/reported.ts'

type Shared = Pick<CollectionConfig, 'access' | 'hooks' | 'trash' | 'versions'>

/** `visible`: what a document needs beyond being published before visitors see it. */
export const contentRules = ({ visible }: { visible?: Where } = {}): Shared => ({
  access: {
    read: staffOrWhere(visible ? { and: [PUBLISHED, visible] } : PUBLISHED),
    create: editors,
    update: editors,
    delete: editors,
    readVersions: staff,
    unlock: owners,
    admin: staff,
  },
  trash: true,
  versions: {
    maxPerDoc: MAX_VERSIONS,
    drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS }, schedulePublish: true },
  },
  hooks: draftHooks(),
})
