// The built site in front of a CMS that answers at once, each a process of its own on a free port, gone afterwards.
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { signWebhook } from '@shellfolio/runtime/webhook'
import { buildOne, outdatedBuilds } from '../../../scripts/lib/builds.mjs'
import { startBuiltSite, WEBHOOK_KEY } from '../../support/built-site.ts'
import { residentKib } from '../terminal/proc.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const KIB_PER_MB = 1000 ** 2 / 1024

export type World = {
  url: string
  /** A file that Next serves itself, as `next start` would. */
  staticFile: string
  /** From the start of the site's process to its first answer, in milliseconds. */
  startMs: number
  megabytes: () => number
  /** Gives the first project another title and tells the site. Resolves when the site has acted on it. */
  publish: (title: string) => Promise<void>
  stop: () => Promise<void>
}

const startCms = async (projects: number) => {
  const cms = fork(join(ROOT, 'tests/bench/site/fake-cms-process.ts'), [], {
    execArgv: ['--no-deprecation', '--import', 'tsx'],
    env: { PATH: process.env.PATH ?? '', BENCH_PROJECTS: String(projects) } as never,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const [url] = (await once(cms, 'message')) as [string]
  return { cms, url }
}

/** A style sheet of the site: several KB, compressible, with a lifetime. */
const staticFileOf = () => {
  const manifest = readFileSync(join(ROOT, 'frontend/public/_islands/manifest.json'), 'utf8')
  return (JSON.parse(manifest) as Record<string, string>)['site.css'] ?? '/favicon.svg'
}

export const startWorld = async ({ projects }: { projects: number }): Promise<World> => {
  if (outdatedBuilds().includes('frontend')) await buildOne('frontend')
  const { cms, url: cmsUrl } = await startCms(projects)
  const stopCms = async () => {
    if (cms.exitCode !== null) return
    const exited = once(cms, 'exit')
    cms.kill('SIGTERM')
    await exited
  }
  const site = await startBuiltSite(cmsUrl).catch(async (error) => {
    await stopCms()
    throw error
  })
  const { url, startMs } = site
  const stop = async () => {
    await site.stop()
    await stopCms()
  }
  let messages = 0
  const publish = async (title: string) => {
    cms.send(title)
    await once(cms, 'message')
    messages += 1
    const body = JSON.stringify({
      version: 2,
      id: `bench-${messages}`,
      event: 'changed',
      collection: 'projects',
      slug: 'philosophers',
      related: [],
      isEverywhere: false,
    })
    const headers = signWebhook(body, WEBHOOK_KEY)
    const response = await fetch(`${url}/api/revalidate`, { method: 'POST', body, headers })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`The site answered the message with ${response.status}.`)
  }
  return {
    url,
    staticFile: staticFileOf(),
    startMs,
    megabytes: () => residentKib(site.pid) / KIB_PER_MB,
    publish,
    stop,
  }
}
