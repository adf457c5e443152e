// Run as a process of its own: the plugin on documents in memory, over HTTP, with its relay process. One replica of a CMS.
import { readFileSync } from 'node:fs'
import { startHost } from '../plugin/host.ts'

export type CmsSettings = {
  port: number
  internalUrl: string
  redisUrl: string
  grantKey: string
  allow: string[]
  /** Projects by their slug, each with the file of its archive. */
  projects: Record<string, { file: string; sha256: string; bytes: number }>
}

const settings = JSON.parse(process.env.CMS_SETTINGS ?? '') as CmsSettings
const { port, internalUrl, redisUrl, grantKey, allow, projects } = settings
const RATE = { burst: 100_000, perMinute: 100_000 }

const host = await startHost(internalUrl, {
  port,
  redisUrl,
  grantKey,
  isBehindProxy: true,
  cmsUrl: `http://127.0.0.1:${port}`,
  publicUrl: `ws://127.0.0.1:${port}/terminal/ws`,
  services: { allow },
  launchRate: RATE,
  allLaunchesRate: RATE,
  mayOperate: () => true,
  openArchive: (_, { filename }) =>
    new Blob([readFileSync(String(filename))]).stream() as ReadableStream<Uint8Array>,
})
Object.assign(host.cms.terminal, { capacity: 1000, maxSessionsPerAddress: 1000 })
for (const [slug, { file, sha256, bytes }] of Object.entries(projects)) {
  const archive = { id: `archive-${slug}`, sha256, format: 'tar.gz', filesize: bytes }
  const demo = { id: `demo-${slug}`, title: slug, toolchain: 'c', enabled: true }
  host.cms.documents.archives?.push({ ...archive, filename: file })
  host.cms.documents.demos?.push({ ...demo, archive: archive.id, maxSessions: 1000 })
  host.cms.documents.projects?.push({ id: slug, slug, demo: demo.id, _status: 'published' })
}
process.send?.(port)
// The test has ended, however it did.
process.on('disconnect', () => process.exit(0))
process.on('SIGTERM', () => void host.stop().then(() => process.exit(0)))
