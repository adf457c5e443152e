// Next as the carrier of Payload: its admin and its REST API, nothing else.
import { join } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  agentRules: false,
  turbopack: { root: join(import.meta.dirname, '..') },
  outputFileTracingRoot: join(import.meta.dirname, '..'),
  transpilePackages: [
    '@shellfolio/payload-terminal',
    '@shellfolio/protocol',
    '@shellfolio/runtime',
    '@shellfolio/terminal-service',
  ],
  // One of each for all of Next's bundles: the code that answers knows an error by its class, and hooks run in another
  // bundle. With a copy in each, whatever a hook refuses is "an unknown error".
  serverExternalPackages: ['payload', '@payloadcms/db-postgres'],
  // The repository's own `tsc` checks types; Next would check them with settings of its own.
  typescript: { ignoreBuildErrors: true },
  redirects: async () => [{ source: '/', destination: '/admin', permanent: false }],
  experimental: {
    // A second build takes a third of the time.
    turbopackFileSystemCacheForBuild: true,
    // The admin sends a whole form while somebody writes, drawings included.
    serverActions: { bodySizeLimit: '8mb' },
  },
}

export default withPayload(config)
