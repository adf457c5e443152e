// The hooks by which a collection or global joins: the site hears of its public changes, and its old addresses lead on.
import type { CollectionConfig, GlobalConfig } from 'payload'
import { dropRedirects } from '../redirects/keep.ts'
import { rememberReach, reportChange, reportDelete } from './hooks.ts'
import { rememberPublicState, reportPublicChange, reportPublicDelete } from './public.ts'
import { rememberPublicGlobal, reportPublicGlobalChange } from './public-global.ts'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Of what has drafts, and perhaps pages of its own: those also need a line in `redirects/addresses.ts`. */
export const draftHooks = (): Hooks => ({
  beforeChange: [rememberPublicState],
  afterChange: [reportPublicChange],
  beforeDelete: [rememberReach, dropRedirects],
  afterDelete: [reportPublicDelete],
})

/** Of what has none: every change is public at once. */
export const plainHooks = (): Hooks => ({
  afterChange: [reportChange],
  beforeDelete: [rememberReach],
  afterDelete: [reportDelete],
})

/** Of a global that has drafts. */
export const globalDraftHooks = (): NonNullable<GlobalConfig['hooks']> => ({
  beforeOperation: [rememberPublicGlobal],
  afterChange: [reportPublicGlobalChange],
})
