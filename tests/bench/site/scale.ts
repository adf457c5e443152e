// Ten thousand projects in two languages: the build, the start, memory, and pages that nobody has asked for before.
import { buildOne } from '../../../scripts/lib/builds.mjs'
import { load } from '../api/load.ts'
import { percentile } from '../stats.ts'
import type { Figure } from '../terminal/budgets.ts'
import { startWorld } from './world.ts'

const PROJECTS = 10_000
const AT_ONCE = 10

const most = (value: number) => ({ at: 'most', value }) as const

const time = async (work: () => Promise<unknown>) => {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

export const measureScale = async ({ isQuick }: { isQuick: boolean }): Promise<Figure[]> => {
  const buildMs = isQuick ? undefined : await time(() => buildOne('frontend'))
  const world = await startWorld({ projects: PROJECTS })
  try {
    const { url, megabytes } = world
    const atStart = megabytes()
    const lists = Array.from({ length: 50 }, (_, index) => `${url}/projects/page/${index + 2}`)
    const details = Array.from(
      { length: 400 },
      (_, index) => `${url}/projects/project-${index * 20}`,
    )
    const unknown = Array.from({ length: 400 }, (_, index) => `${url}/projects/nobody-${index}`)
    const once = { atOnce: AT_ONCE, maxSeconds: 120 }
    const firstLists = await load(lists, { ...once, count: lists.length })
    const firstDetails = await load(details, { ...once, count: details.length })
    const again = await load(lists, { ...once, count: isQuick ? 500 : 4000 })
    const missing = await load(unknown, { ...once, count: isQuick ? 500 : 4000, status: 404 })
    const sitemapMs = await time(async () => (await fetch(`${url}/sitemap.xml`)).arrayBuffer())
    const p50 = (
      what: string,
      { times, errors }: { times: number[]; errors: number },
    ): Figure[] => [
      { what: `${what}, p50`, unit: 'ms', ours: [percentile(times, 0.5)] },
      { what: `${what}, errors`, unit: '', ours: [errors], budget: most(0) },
    ]
    return [
      ...(buildMs === undefined ? [] : [{ what: 'build', unit: 's', ours: [buildMs / 1000] }]),
      { what: 'start to first answer', unit: 's', ours: [world.startMs / 1000] },
      { what: 'memory at the start', unit: 'MB', ours: [atStart] },
      ...p50('list page, first visit', firstLists),
      ...p50('project, first visit', firstDetails),
      ...p50('list page, cached', again),
      ...p50('unknown address', missing),
      { what: 'sitemap of 20 000 addresses, first', unit: 'ms', ours: [sitemapMs] },
      { what: 'memory after all of it', unit: 'MB', ours: [megabytes()], budget: most(600) },
    ]
  } finally {
    await world.stop()
  }
}
