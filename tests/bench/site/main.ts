// Measures the built site against its budgets: npm run bench -- site [requests|publish|bytes|scale|lighthouse…] [--quick] [--strict]
import { type Figure, verdictOn } from '../terminal/budgets.ts'
import { table } from '../terminal/report.ts'
import { measureBytes } from './bytes.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measurePublish } from './publish.ts'
import { measureRequests } from './requests.ts'
import { measureScale } from './scale.ts'
import { startWorld, type World } from './world.ts'

const COUNT = { full: 10_000, quick: 1000 }
const PROJECTS = 40

type Size = { isQuick: boolean }

/** Those that share one site with a portfolio of ordinary size. */
const ORDINARY: Record<string, (world: World, size: Size) => Promise<Figure[]>> = {
  requests: (world, { isQuick }) =>
    measureRequests(world, { count: isQuick ? COUNT.quick : COUNT.full }),
  publish: (world) => measurePublish(world),
  bytes: (world) => measureBytes(world),
}
/** Those that start a system of their own. */
const ALONE: Record<string, (size: Size) => Promise<Figure[]>> = {
  scale: measureScale,
  lighthouse: measureLighthouse,
}
const FLAGS = ['--quick', '--strict']

const figuresOf = async (wanted: readonly string[], size: Size): Promise<Figure[]> => {
  const figures: Figure[] = []
  const ordinary = wanted.filter((name) => name in ORDINARY)
  if (ordinary.length > 0) {
    const world = await startWorld({ projects: PROJECTS })
    try {
      for (const name of ordinary) figures.push(...((await ORDINARY[name]?.(world, size)) ?? []))
    } finally {
      await world.stop()
    }
  }
  for (const name of wanted) figures.push(...((await ALONE[name]?.(size)) ?? []))
  return figures
}

export const benchSite = async (words: readonly string[]): Promise<void> => {
  const all = [...Object.keys(ORDINARY), ...Object.keys(ALONE)]
  const unknown = words.find((word) => !all.includes(word) && !FLAGS.includes(word))
  if (unknown !== undefined) {
    throw new Error(`${unknown} is none of ${[...all, ...FLAGS].join(', ')}.`)
  }
  const named = words.filter((word) => all.includes(word))
  const isQuick = words.includes('--quick')
  const figures = await figuresOf(named.length > 0 ? named : all, { isQuick })
  console.log('The client and the CMS run on the same machine: what they take is in the figures.\n')
  console.log(table(figures))
  const missed = figures.filter((figure) => verdictOn(figure) === 'MISSED')
  const names = missed.map(({ what }) => what).join('; ')
  console.log(missed.length === 0 ? '\nNo budget was missed.' : `\nMISSED: ${names}`)
  if (words.includes('--strict') && missed.length > 0) process.exitCode = 1
}
