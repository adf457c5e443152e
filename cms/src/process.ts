// Where Next's bundle, which holds Payload, and the server outside it, which ends the process, meet.
import type { Payload } from 'payload'
import type { PublicApi } from './public-api/api.ts'

export type CmsProcess = {
  /** Set once Payload is ready. */
  payload?: Payload
  /** Set with `payload`: answered by the server itself, without Next. */
  publicApi?: PublicApi
  /** Set with `payload`: lets go of its timers and its database connections. */
  close?: () => Promise<void>
}

const KEY = Symbol.for('shellfolio.cms')
const holder = globalThis as { [KEY]?: CmsProcess }

/** The one record of this process, shared by bundled and unbundled copies of this module. */
export const cmsProcess = (): CmsProcess => {
  holder[KEY] ??= {}
  return holder[KEY]
}
