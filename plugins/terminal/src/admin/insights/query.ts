// What the page of insights was asked for, by its address. Pure.

/** Times that can be looked at, in days. */
export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]

export type InsightsQuery = { period: Period; demo: string | undefined }

const DEFAULT_PERIOD: Period = 30
const ID = /^[\w-]{1,128}$/

type Params = Record<string, string | string[] | undefined>

/** Anything else is what is shown at first. */
export const queryOf = (params: Params = {}): InsightsQuery => {
  const period = PERIODS.find((each) => String(each) === params.days) ?? DEFAULT_PERIOD
  const { demo } = params
  return { period, demo: typeof demo === 'string' && ID.test(demo) ? demo : undefined }
}

export const searchOf = ({ period, demo }: InsightsQuery): string =>
  `?${new URLSearchParams({ days: String(period), ...(demo === undefined ? {} : { demo }) })}`
