// Of what was measured, the figures of the table, with the budgets of issue and design.
import { percentile } from '../stats.ts'
import type { Figure } from '../terminal/budgets.ts'
import type { LoadResult } from './load.ts'

export const most = (value: number) => ({ at: 'most', value }) as const
export const least = (value: number) => ({ at: 'least', value }) as const

/** `isFirst`: of questions that nobody has asked yet, for which there is no budget but that all are answered. */
export const loadFigures = (
  what: string,
  { times, seconds, errors, unsent }: LoadResult,
  { isFirst = false } = {},
): Figure[] => [
  {
    what: `${what}, p50`,
    unit: 'ms',
    ours: [percentile(times, 0.5)],
    budget: isFirst ? undefined : most(10),
  },
  {
    what: `${what}, p99`,
    unit: 'ms',
    ours: [percentile(times, 0.99)],
    budget: isFirst ? undefined : most(50),
  },
  {
    what: `${what}, requests/s`,
    unit: '',
    ours: [times.length / seconds],
    budget: isFirst ? undefined : least(500),
  },
  { what: `${what}, errors in ${times.length}`, unit: '', ours: [errors], budget: most(0) },
  // Only where there are some: the time for them was over.
  ...(unsent > 0
    ? [
        {
          what: `${what}, not sent in time`,
          unit: '',
          ours: [unsent],
          budget: isFirst ? undefined : most(0),
        },
      ]
    : []),
]
