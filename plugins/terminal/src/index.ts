// Live terminals for a Payload project: tickets, the WebSocket's upgrade handler, archives for the terminal service.
import type { Config, Plugin } from 'payload'
import { withTerminalAdmin } from './admin-config.ts'
import { withDemoCheck } from './check-demo.ts'
import { checkHost } from './check-host.ts'
import { createContext } from './context.ts'
import { archivesEndpoint } from './endpoints/archives.ts'
import { lookOnEndpoints } from './endpoints/look-on.ts'
import { momentsEndpoint } from './endpoints/moments.ts'
import { operateEndpoints } from './endpoints/operate.ts'
import { queueEndpoint } from './endpoints/queue.ts'
import { recordEndpoints } from './endpoints/record.ts'
import { recordingEndpoints } from './endpoints/recordings.ts'
import { servicesEndpoint } from './endpoints/services.ts'
import { statusEndpoint } from './endpoints/status.ts'
import { ticketsEndpoint } from './endpoints/tickets.ts'
import { trialEndpoints } from './endpoints/trials.ts'
import { days, pastSessions } from './history/collections.ts'
import { guardJobStats, withJobs } from './jobs/config.ts'
import { turnOf } from './launch.ts'
import { countryOf, resolveOptions, type TerminalPluginOptions } from './options.ts'
import { overviewOf } from './overview.ts'
import { recordings } from './recordings/collection.ts'
import { terminalRegistry } from './registry.ts'
import { smokeRuns } from './smoke/collection.ts'
import { smokeEndpoint } from './smoke/endpoint.ts'
import { labelled } from './translations/labelled.ts'
import { createUpgradeHandler } from './upgrade/handler.ts'

export type { ArchiveBody, TerminalPluginOptions } from './options.ts'

/**
 * Adds to the API what visitors, the terminal service and the admin ask for below `/terminal/`, to demos a check of their
 * size, to the host the collection and the nightly job of smoke runs and the admin's pages, and to the registry the handler
 * of `/terminal/ws`, which the process that owns the HTTP server takes from there.
 * @example
 * plugins: [terminalPlugin({
 *   collections: { demos: 'demos', archives: 'archives', projects: 'projects' },
 *   internalUrl: 'http://127.0.0.1:3002',
 *   publicUrl: 'wss://example.com/terminal/ws',
 *   cmsUrl: 'http://127.0.0.1:3001',
 *   origins: ['https://example.com'],
 *   grantKey: process.env.TERMINAL_GRANT_KEY,
 *   openArchive: (_, { filename }) => createReadStream(join(uploads, filename)),
 * })]
 */
export const terminalPlugin =
  (options: TerminalPluginOptions): Plugin =>
  (config: Config): Config => {
    if (options.disabled) return config
    const context = createContext(resolveOptions(options), config.routes?.api ?? '/api')
    checkHost(context.settings, config)
    const registry = terminalRegistry()
    registry.handle = createUpgradeHandler(context, registry)
    registry.overview = async (req) =>
      (await context.settings.mayOperate({ req })) ? overviewOf(context, req) : undefined
    const incomingOnInit = config.onInit
    const { demos } = options.collections
    const collections = [
      ...(config.collections ?? []).map((collection) =>
        collection.slug === demos ? withDemoCheck(collection) : collection,
      ),
      ...[smokeRuns, recordings, pastSessions, days].map((own) => labelled(own(context.settings))),
    ]
    const admin = withTerminalAdmin(context.settings, collections)
    return {
      ...config,
      ...admin(config),
      ...withJobs(context, config),
      endpoints: [
        ...(config.endpoints ?? []),
        ticketsEndpoint(context),
        queueEndpoint({
          origins: context.settings.origins,
          addressHash: (headers) => context.hashAddress(context.settings.clientAddress(headers)),
          state: context.state,
          turn: (payload, headers) =>
            turnOf(context.mintContext(payload), countryOf(context.settings, headers)),
        }),
        momentsEndpoint(context),
        statusEndpoint(context),
        archivesEndpoint(context),
        servicesEndpoint(context),
        ...operateEndpoints(context),
        ...lookOnEndpoints(context),
        ...trialEndpoints(context),
        ...recordEndpoints(context),
        ...recordingEndpoints(context),
        smokeEndpoint(context),
      ],
      onInit: async (payload) => {
        await incomingOnInit?.(payload)
        registry.payload = payload
        guardJobStats(payload)
        // Sessions may have outlived the process before this one. Scripts that start Payload watch nothing.
        if (registry.handOver) context.state().watcher.wake()
      },
    }
  }
