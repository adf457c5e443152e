// The public API of a Payload instance: whoever serves opens it, whoever has changed something empties it.
import type { Payload } from 'payload'
import { createPublicApi, type PublicApi } from './api.ts'

const KEY = Symbol.for('shellfolio.public-api')
/** The bundler may hold several copies of this module; each Payload instance has one API. */
const holder = globalThis as { [KEY]?: WeakMap<Payload, PublicApi> }

/** Opened once; `closePayload` closes it. */
export const openPublicApi = (
  payload: Payload,
  options: Parameters<typeof createPublicApi>[1] = {},
): PublicApi => {
  holder[KEY] ??= new WeakMap()
  const api = holder[KEY].get(payload) ?? createPublicApi(payload, options)
  holder[KEY].set(payload, api)
  return api
}

/** Nothing in a process that does not serve. */
export const publicApiOf = (payload: Payload): PublicApi | undefined => holder[KEY]?.get(payload)
