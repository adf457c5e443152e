// Requests per second and times of answers: cached pages, unknown addresses and search, beside a static file that Next serves.
import { LIMITS } from '../../../frontend/src/limits.ts'
import { type LoadResult, load, visitor } from '../api/load.ts'
import { percentile } from '../stats.ts'
import type { Figure } from '../terminal/budgets.ts'
import type { World } from './world.ts'

const most = (value: number) => ({ at: 'most', value }) as const
const least = (value: number) => ({ at: 'least', value }) as const

/** Of what a static file gets, in the same run: the machine's noise cancels out. */
const PART_OF_STATIC = 0.9
const ROUNDS = 3
/** Of one round. */
const MAX_SECONDS = 60

const rate = ({ times, seconds }: LoadResult) => times.length / seconds

/** Answered once each before anything is timed. */
const warm = async (urls: readonly string[]) => {
  for (const [index, url] of urls.entries())
    await (await fetch(url, { headers: visitor(index) })).arrayBuffer()
}

export const measureRequests = async (
  { url, staticFile }: World,
  { count }: { count: number },
): Promise<Figure[]> => {
  const kinds = {
    'cached page': ['/', '/projects', '/projects/philosophers', '/fr'].map((path) => url + path),
    'unknown address': Array.from({ length: 200 }, (_, index) => `${url}/nobody-${index}`),
    search: Array.from({ length: 50 }, (_, index) => `${url}/api/search?q=shell${index}`),
  }
  const still = [url + staticFile]
  await warm([...Object.values(kinds).flat(), ...still])
  const figures: Figure[] = []
  for (const atOnce of [10, 50]) {
    const rates = { still: [] as number[], pages: [] as number[] }
    for (const [what, urls] of Object.entries(kinds)) {
      const isPage = what === 'cached page'
      const status = what === 'unknown address' ? 404 : 200
      const all: LoadResult[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        if (isPage)
          rates.still.push(rate(await load(still, { count, atOnce, maxSeconds: MAX_SECONDS })))
        const result = await load(urls, { count, atOnce, status, maxSeconds: MAX_SECONDS })
        if (isPage) rates.pages.push(rate(result))
        all.push(result)
      }
      const name = `${what}, c=${atOnce}`
      figures.push(
        {
          what: `${name}, p50`,
          unit: 'ms',
          ours: all.map(({ times }) => percentile(times, 0.5)),
          ...(isPage && atOnce === 10 ? { budget: most(5) } : {}),
        },
        { what: `${name}, p99`, unit: 'ms', ours: all.map(({ times }) => percentile(times, 0.99)) },
        { what: `${name}, requests/s`, unit: '', ours: all.map(rate) },
        {
          what: `${name}, errors`,
          unit: '',
          ours: all.map(({ errors }) => errors),
          // More searches at once than the site asks the CMS for are refused, and meant to be.
          ...(what === 'search' && atOnce > LIMITS.searchesAtOnce ? {} : { budget: most(0) }),
        },
      )
    }
    figures.push(
      { what: `static file of Next, c=${atOnce}, requests/s`, unit: '', ours: rates.still },
      {
        what: `cached page, c=${atOnce}, of a static file`,
        unit: '',
        ours: rates.pages.map((each, round) => each / (rates.still[round] ?? Number.NaN)),
        budget: least(PART_OF_STATIC),
      },
    )
  }
  return figures
}
