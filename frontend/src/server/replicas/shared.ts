// The one connection to the other processes of the site: opened by server.ts, used by the webhook and by Next's cache.
import { pageChanges } from '../page-changes.ts'
import type { Replicas } from './replicas.ts'

const KEY = Symbol.for('shellfolio.replicas')
const holder = globalThis as { [KEY]?: Replicas | undefined }

/** Undefined when this process is the only one. */
export const replicas = (): Replicas | undefined => holder[KEY]

export const shareReplicas = (opened: Replicas | undefined): void => {
  holder[KEY] = opened
}

/** Empties what is kept in front of Next, here and in every other process. Never rejects. */
export const announceChange = async (): Promise<void> => {
  pageChanges().count += 1
  await replicas()?.tell()
}

/**
 * Before pages are rendered for a change: every page stored so far is one of before it, in all processes. Each is shown
 * once more at most, and a render that is under way is not stored. Never rejects.
 */
export const beginChange = async (): Promise<void> => {
  const changes = pageChanges()
  changes.begun += 1
  changes.at = Date.now()
  await replicas()?.beginChange()
  await announceChange()
}
