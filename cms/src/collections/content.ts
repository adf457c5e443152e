// What collections of content have in common: drafts, a trash, a history, and word to the site when visitors see another thing.
import type { CollectionConfig, Where } from 'payload'
import { owners, PUBLISHED, readers, readersOrWhere, staff, writers } from '../access/rules.ts'
import { refuseDepth } from '../fields/depth.ts'
import { AUTOSAVE_INTERVAL_MS, MAX_VERSIONS } from '../limits.ts'
import { draftHooks } from '../outbox/reported.ts'

type Shared = Pick<CollectionConfig, 'access' | 'hooks' | 'trash' | 'versions'>

/** `visible`: what a document needs beyond being published before visitors see it. */
export const contentRules = ({ visible }: { visible?: Where } = {}): Shared => ({
  access: {
    read: readersOrWhere(visible ? { and: [PUBLISHED, visible] } : PUBLISHED),
    create: writers,
    update: writers,
    delete: writers,
    readVersions: readers,
    unlock: owners,
    admin: staff,
  },
  trash: true,
  versions: {
    maxPerDoc: MAX_VERSIONS,
    drafts: { autosave: { interval: AUTOSAVE_INTERVAL_MS }, schedulePublish: true },
  },
  hooks: { ...draftHooks(), beforeOperation: [refuseDepth] },
})
