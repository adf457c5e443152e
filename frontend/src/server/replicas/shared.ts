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

/** After pages were rendered anew: empties what is kept in front of them, here and in every other process. */
export const announceChange = async (): Promise<void> => {
  pageChanges().count += 1
  pageChanges().at = Date.now()
  await replicas()?.tell()
}
