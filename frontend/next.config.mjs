// Next as a renderer of documents: pages are cached in memory, no page sends a framework script.
import { join } from 'node:path'

/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  turbopack: { root: join(import.meta.dirname, '..') },
  outputFileTracingRoot: join(import.meta.dirname, '..'),
  transpilePackages: ['@shellfolio/runtime', '@shellfolio/protocol'],
  // The repository's own `tsc` checks types; Next would check them with settings of its own.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  // Built before the pages. Without REDIS_URL it is Next's own memory.
  ...(process.env.NODE_ENV === 'production'
    ? { cacheHandler: join(import.meta.dirname, 'dist/cache-handler.mjs') }
    : {}),
  experimental: {
    // A page belongs to the CMS that this process asks, so it must not outlive the process.
    isrFlushToDisk: false,
  },
  headers: async () =>
    process.env.NODE_ENV === 'production'
      ? [
          {
            source: '/_islands/:path*',
            headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
          },
        ]
      : [],
}
