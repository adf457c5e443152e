// Measures the public read API and the admin's lists of a full CMS against their budgets: npm run bench -- api
import { setTimeout as delay } from 'node:timers/promises'
import { type LoadResult, load } from './api/load.ts'
import { startWorld, type World } from './api/world.ts'
import { percentile } from './stats.ts'
import { type Figure, verdictOn } from './terminal/budgets.ts'
import { residentKib } from './terminal/proc.ts'
import { table } from './terminal/report.ts'

const FULL = { projects: 500, technologies: 5000, warm: 20_000, all: 100_000, cold: 400 }
const QUICK = { projects: 100, technologies: 500, warm: 4000, all: 10_000, cold: 100 }
type Sizes = typeof FULL

const AT_ONCE = 10
/** Until what the start needed has been let go, in milliseconds. */
const SETTLE_MS = 15_000
const KIB_PER_MB = 1000 ** 2 / 1024

const most = (value: number) => ({ at: 'most', value }) as const
const least = (value: number) => ({ at: 'least', value }) as const

const megabytes = ({ cms }: World) => residentKib(cms.pid) / KIB_PER_MB

const figuresOf = (what: string, { times, seconds, errors }: LoadResult): Figure[] => [
  { what: `${what}, p50`, unit: 'ms', ours: [percentile(times, 0.5)], budget: most(10) },
  { what: `${what}, p99`, unit: 'ms', ours: [percentile(times, 0.99)], budget: most(50) },
  { what: `${what}, requests/s`, unit: '', ours: [times.length / seconds], budget: least(500) },
  { what: `${what}, errors`, unit: '', ours: [errors], budget: most(0) },
]

/** Each question for the first time since the process was started: nothing of it is kept anywhere but in Postgres. */
const coldFigures = (what: string, { times, errors, seconds }: LoadResult): Figure[] => [
  { what: `${what}, uncached, p50`, unit: 'ms', ours: [percentile(times, 0.5)] },
  { what: `${what}, uncached, p99`, unit: 'ms', ours: [percentile(times, 0.99)] },
  { what: `${what}, uncached, requests/s`, unit: '', ours: [times.length / seconds] },
  { what: `${what}, uncached, errors`, unit: '', ours: [errors], budget: most(0) },
]

const adminList = async ({ cms, authorization }: World): Promise<Figure[]> => {
  // What the list view asks for: the page itself, rendered on the server, with its rows.
  const ask = async (page: number) => {
    const begun = performance.now()
    const url = `${cms.url}/admin/collections/technologies?limit=50&page=${page}`
    const cookie = `payload-token=${authorization.replace('JWT ', '')}`
    const response = await fetch(url, { headers: { cookie } })
    const text = await response.text()
    if (response.status !== 200 || !text.includes('Technology ')) {
      throw new Error(`The list was answered with ${response.status}.`)
    }
    return performance.now() - begun
  }
  const first = await ask(1)
  const times: number[] = []
  for (let page = 2; page <= 8; page += 1) times.push(await ask(page))
  return [
    { what: 'admin list, first', unit: 'ms', ours: [first] },
    { what: 'admin list', unit: 'ms', ours: times, budget: most(1000) },
  ]
}

const measure = async (world: World, sizes: Sizes): Promise<Figure[]> => {
  const { api } = world
  await delay(SETTLE_MS)
  const idle = megabytes(world)
  const details = Array.from(
    { length: sizes.projects },
    (_, index) => `${api}/projects/project-${index}`,
  )
  const lists = Array.from({ length: 5 }, (_, index) => `${api}/projects?page=${index + 1}`)
  const pages = Array.from(
    { length: sizes.cold / 10 },
    (_, index) => `${api}/projects?pageSize=10&page=${index + 1}`,
  )
  const cold = { atOnce: AT_ONCE }
  const coldDetails = await load(details, { ...cold, count: Math.min(sizes.cold, details.length) })
  const coldLists = await load(pages, { ...cold, count: pages.length })
  const list = await load(lists, { count: sizes.warm, atOnce: AT_ONCE })
  const detail = await load(details, { count: sizes.warm, atOnce: AT_ONCE })
  const before = megabytes(world)
  const mixed = await load([...lists, ...details], { count: sizes.all, atOnce: AT_ONCE })
  const after = megabytes(world)
  return [
    ...coldFigures('project', coldDetails),
    ...coldFigures('list', coldLists),
    ...figuresOf('list', list),
    ...figuresOf('project', detail),
    ...figuresOf(`${sizes.all} of both`, mixed),
    { what: 'memory, idle', unit: 'MB', ours: [idle], budget: most(350) },
    { what: `memory, before ${sizes.all} requests`, unit: 'MB', ours: [before] },
    // Flat: what V8 has not collected yet comes and goes.
    {
      what: `memory, after ${sizes.all} requests`,
      unit: 'MB',
      ours: [after],
      budget: most(before + 30),
    },
    ...(await adminList(world)),
    { what: 'memory, after the admin was used', unit: 'MB', ours: [megabytes(world)] },
  ]
}

export const benchApi = async (words: readonly string[]): Promise<void> => {
  const unknown = words.find((word) => word !== '--quick' && word !== '--strict')
  if (unknown !== undefined) throw new Error(`${unknown} is neither --quick nor --strict.`)
  const sizes = words.includes('--quick') ? QUICK : FULL
  const world = await startWorld(sizes)
  try {
    const figures = await measure(world, sizes)
    console.log(`${sizes.projects} projects, ${sizes.technologies} technologies, c=${AT_ONCE}`)
    console.log('The client runs on the same machine: what else that does is in the figures.\n')
    console.log(table(figures))
    const missed = figures.filter((figure) => verdictOn(figure) === 'MISSED')
    const names = missed.map(({ what }) => what).join('; ')
    console.log(missed.length === 0 ? '\nNo budget was missed.' : `\nMISSED: ${names}`)
    if (words.includes('--strict') && missed.length > 0) process.exitCode = 1
  } finally {
    await world.stop()
  }
}
