// Next as the carrier of Payload.
import { join } from 'node:path'
import { withPayload } from '@payloadcms/next/withPayload'

const root = join(import.meta.dirname, '../../..')

/** @type {import('next').NextConfig} */
const config = {
  agentRules: false,
  turbopack: { root },
  outputFileTracingRoot: root,
  // In the repository the plugin and what it stands on are TypeScript.
  transpilePackages: [
    '@shellfolio/payload-terminal',
    '@shellfolio/protocol',
    '@shellfolio/runtime',
  ],
  typescript: { ignoreBuildErrors: true },
}

export default withPayload(config)
