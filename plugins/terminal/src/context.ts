// What the endpoints and the upgrade handler share.
import { SESSION_PATH } from '@shellfolio/protocol'
import type { Payload } from 'payload'
import { addressHasher } from './address.ts'
import { createDocuments } from './documents.ts'
import { createGrants, type Grants } from './grants.ts'
import { createHealth } from './health.ts'
import type { MintContext } from './mint.ts'
import type { TerminalSettings } from './options.ts'
import { type TerminalState, terminalState } from './state.ts'

export type TerminalContext = {
  settings: TerminalSettings
  /** Address of the service's session endpoint. */
  upstream: string
  grants: Grants
  hashAddress: (address: string) => string
  /** Made on first use: evaluating a configuration must not open a connection. */
  state: () => TerminalState
  mintContext: (payload: Payload) => MintContext
}

/** `apiRoute`: where the host serves its API, for instance `/api`. */
export const createContext = (settings: TerminalSettings, apiRoute: string): TerminalContext => {
  const health = createHealth(settings.internalUrl)
  const state = () => terminalState(settings.redisUrl)
  return {
    settings,
    upstream: `${settings.internalUrl}${SESSION_PATH}`,
    grants: createGrants(settings.grantKey),
    hashAddress: addressHasher(settings.grantKey),
    state,
    mintContext: (payload) => ({
      documents: createDocuments(payload, settings),
      health,
      state: state(),
      archiveUrl: (id) =>
        `${settings.cmsUrl}${apiRoute}/terminal/archives/${encodeURIComponent(id)}`,
    }),
  }
}
