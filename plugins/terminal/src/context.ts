// What the endpoints and the upgrade handler share.
import { SESSION_PATH } from '@shellfolio/protocol'
import type { Payload } from 'payload'
import { addressHasher } from './address.ts'
import { createDocuments } from './documents.ts'
import { createGrants, type Grants } from './grants.ts'
import { createKeep } from './history/keep.ts'
import { createMarks } from './history/marks.ts'
import { createMomentsWriter } from './history/write-moments.ts'
import type { MintContext } from './mint.ts'
import { createOperatorCheck } from './operators/operator.ts'
import type { TerminalSettings } from './options.ts'
import { createPending } from './recordings/pending.ts'
import { terminalRegistry } from './registry.ts'
import { terminalState, type WatchedState, type Watching } from './state.ts'
import { createPermissions } from './watch/permissions.ts'

export type TerminalContext = {
  settings: TerminalSettings
  /** Address of the session endpoint of a service; `undefined` where the CMS may not be pointed. */
  upstreamOf: (service: string) => string | undefined
  grants: Grants
  hashAddress: (address: string) => string
  /** Made on first use: evaluating a configuration must not open a connection. */
  state: () => WatchedState
  mintContext: (payload: Payload) => MintContext
}

/** The Payload of the moment: development replaces it, and the watcher stays. */
const payloadOfProcess = (): Payload => {
  const { payload } = terminalRegistry()
  if (!payload) throw new Error('Payload is not ready.')
  return payload
}

const watchingFor = (settings: TerminalSettings, grants: Grants): Watching => ({
  services: { internalUrl: settings.internalUrl, allow: settings.services.allow },
  grants,
  permissions: () => createPermissions({ payload: payloadOfProcess(), settings }),
  history: {
    keep: createKeep(payloadOfProcess, settings),
    marks: createMarks(payloadOfProcess),
    write: createMomentsWriter(payloadOfProcess, settings),
  },
  operators: () => createOperatorCheck({ payload: payloadOfProcess(), settings }),
  log: {
    error: (entry) => terminalRegistry().payload?.logger.error(entry),
    info: (entry) => terminalRegistry().payload?.logger.info(entry),
  },
})

/** `apiRoute`: where the host serves its API, for instance `/api`. */
export const createContext = (settings: TerminalSettings, apiRoute: string): TerminalContext => {
  const grants = createGrants(settings.grantKey)
  const state = () => terminalState(settings.redisUrl, () => watchingFor(settings, grants))
  return {
    settings,
    upstreamOf: (service) =>
      state().fleet.isAllowed(service) ? `${service}${SESSION_PATH}` : undefined,
    grants,
    hashAddress: addressHasher(settings.grantKey),
    state,
    mintContext: (payload) => ({
      documents: createDocuments(payload, settings),
      permissions: createPermissions({ payload, settings }),
      pending: createPending(payload),
      state: state(),
      publicUrl: settings.publicUrl,
      archiveUrl: (id) =>
        `${settings.cmsUrl}${apiRoute}/terminal/archives/${encodeURIComponent(id)}`,
    }),
  }
}
