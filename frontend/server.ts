// The site's process: owns the port, answers what needs no render, hands the rest to Next.
import { startNextServer } from '@shellfolio/runtime/next-server'
import { onShutdown } from '@shellfolio/runtime/shutdown'
import { knownAddresses } from './src/cms/memories.ts'
import { siteEnv } from './src/env.ts'
import { createPageCounts } from './src/server/counts/page-counts.ts'
import { createSiteHandler } from './src/server/handler.ts'
import { withoutCmsErrors } from './src/server/quiet-errors.ts'
import { createRenewals, shareRenewals } from './src/server/renewals.ts'
import { joinReplicas } from './src/server/replicas/join.ts'

const isDev = process.env.NODE_ENV !== 'production'
const env = siteEnv()
if (!isDev) console.error = withoutCmsErrors(console.error)
const development = isDev ? await (await import('./dev.ts')).startDevelopment() : undefined
// What a developer looks at is nobody's visit.
const counts = isDev ? undefined : createPageCounts({ env, known: () => knownAddresses().all() })
const leaveReplicas = await joinReplicas(env)
const renewals = createRenewals()
shareRenewals(renewals)

const server = await startNextServer({
  // The build and the sources are both run from the package's folder.
  dir: process.cwd(),
  hostname: env.SITE_HOST,
  port: env.SITE_PORT,
  isDev,
  trustedProxies: env.TRUSTED_PROXIES,
  onRequest: createSiteHandler({
    env,
    isDev,
    ...(counts ? { onPage: counts.watch, onSeen: counts.countSeen } : {}),
    onDevRequest: development?.onRequest,
  }),
})
console.log(`The site listens on http://${env.SITE_HOST}:${env.SITE_PORT} as ${env.SITE_URL}`)

onShutdown(async () => {
  shareRenewals(undefined)
  await renewals.close()
  await server.close()
  await counts?.close()
  await leaveReplicas()
  await development?.dispose()
})
