// Measures the public read API and the admin's lists of a full CMS against their budgets: npm run bench -- api
import { setTimeout as delay } from 'node:timers/promises'
import { listFigures, publishFigures } from './api/admin.ts'
import { loadFigures, most } from './api/figures.ts'
import { load } from './api/load.ts'
import { readOptions, type Sizes } from './api/options.ts'
import { startWorld, type World } from './api/world.ts'
import { type Figure, verdictOn } from './terminal/budgets.ts'
import { residentKib } from './terminal/proc.ts'
import { table } from './terminal/report.ts'

const AT_ONCE = 10
/** Searches at the same time, each for something else, so that Postgres is asked for all of them. */
const SEARCHES_AT_ONCE = [10, 50]
/** Until what the start needed has been let go, in milliseconds. */
const SETTLE_MS = 15_000
/** A load that takes longer is cut short, in seconds: all together stay below eight minutes, the build left aside. */
const MAX_SECONDS = { cold: 30, warm: 30, all: 180 } as const
const KIB_PER_MB = 1000 ** 2 / 1024
/** What V8 has not collected yet comes and goes, in megabytes. */
const FLAT_MB = 30

const megabytes = ({ cms }: World) => residentKib(cms.pid) / KIB_PER_MB

const numbered = (count: number, addressOf: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => addressOf(index))

const measure = async (
  world: World,
  sizes: Sizes,
  tell: (stage: string) => void,
): Promise<Figure[]> => {
  const { api } = world
  tell('idle')
  await delay(SETTLE_MS)
  const idle = megabytes(world)
  const details = numbered(sizes.projects, (index) => `${api}/projects/project-${index}`)
  const lists = numbered(5, (index) => `${api}/projects?page=${index + 1}`)
  const pages = numbered(
    Math.ceil(sizes.cold / 10),
    (index) => `${api}/projects?pageSize=10&page=${index + 1}`,
  )
  const searches = numbered(
    sizes.search * SEARCHES_AT_ONCE.length,
    (index) => `${api}/search?q=project ${index % sizes.projects} -absent${index}`,
  )
  const unknown = numbered(sizes.warm, (index) => `${api}/projects/nothing-${index}`)
  const run = (urls: string[], kind: keyof typeof MAX_SECONDS, more: { status?: number } = {}) =>
    load(urls, {
      count: kind === 'cold' ? Math.min(sizes.cold, urls.length) : sizes[kind],
      atOnce: AT_ONCE,
      maxSeconds: MAX_SECONDS[kind],
      ...more,
    })
  // For the first time since the process was started: nothing of it is kept anywhere but in Postgres.
  tell('first reads')
  const firstDetails = await run(details, 'cold')
  const firstLists = await run(pages, 'cold')
  tell('reads')
  const list = await run(lists, 'warm')
  const detail = await run(details, 'warm')
  tell('reads of what is not there')
  const nothing = await run(unknown, 'warm', { status: 404 })
  tell('searches')
  const found: Figure[] = []
  for (const [round, atOnce] of SEARCHES_AT_ONCE.entries()) {
    const urls = searches.slice(round * sizes.search, (round + 1) * sizes.search)
    const result = await load(urls, {
      count: urls.length,
      atOnce,
      maxSeconds: MAX_SECONDS.warm,
    })
    found.push(...loadFigures(`search, c=${atOnce}`, result, { isFirst: true }))
  }
  tell(`${sizes.all} reads`)
  const both = await run([...lists, ...details], 'all')
  // Until here V8's heap has grown to what this load takes; what grows from here on is lost.
  const before = megabytes(world)
  tell(`${sizes.all} reads again`)
  const again = await run([...lists, ...details], 'all')
  const after = megabytes(world)
  tell('the admin')
  return [
    ...loadFigures('project, first read', firstDetails, { isFirst: true }),
    ...loadFigures('list, first read', firstLists, { isFirst: true }),
    ...loadFigures('list', list),
    ...loadFigures('project', detail),
    ...loadFigures('unknown project', nothing),
    ...found,
    ...loadFigures('both', both),
    ...loadFigures('both again', again),
    { what: 'memory, idle', unit: 'MB', ours: [idle], budget: most(350) },
    { what: `memory, after ${sizes.all} requests`, unit: 'MB', ours: [before] },
    {
      what: 'memory, after as many again',
      unit: 'MB',
      ours: [after],
      budget: most(before + FLAT_MB),
    },
    ...(await listFigures(world)),
    ...(await publishFigures(world)),
    { what: 'memory, after the admin was used', unit: 'MB', ours: [megabytes(world)] },
  ]
}

export const benchApi = async (words: readonly string[]): Promise<void> => {
  const { sizes, isStrict } = readOptions(words)
  const begun = performance.now()
  const tell = (stage: string) => {
    const seconds = Math.round((performance.now() - begun) / 1000)
    console.error(`${String(seconds).padStart(4)} s  ${stage}`)
  }
  tell(`filling a database with ${sizes.projects} projects`)
  const world = await startWorld(sizes)
  try {
    const figures = await measure(world, sizes, tell)
    console.log(`${sizes.projects} projects, ${sizes.technologies} technologies, c=${AT_ONCE}`)
    console.log('The client runs on the same machine: what else that does is in the figures.\n')
    console.log(table(figures))
    const missed = figures.filter((figure) => verdictOn(figure) === 'MISSED')
    const names = missed.map(({ what }) => what).join('; ')
    console.log(missed.length === 0 ? '\nNo budget was missed.' : `\nMISSED: ${names}`)
    if (isStrict && missed.length > 0) process.exitCode = 1
  } finally {
    await world.stop()
  }
}
