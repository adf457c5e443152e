// The admin's page /terminal/insights, rendered by the server. Sums are read as the user, so their access decides who sees them.
import type { AdminViewServerProps } from 'payload'
import { utcDay } from '../../history/days.ts'
import { insightsOf, lastDays } from '../../history/insights.ts'
import { readDays, readDemos } from '../../history/read-days.ts'
import { isPossibleId } from '../../ids.ts'
import { Frame } from '../frame.tsx'
import { INSIGHTS_PATH, TERMINAL_PATH } from '../path.ts'
import { serverWords } from '../server-words.ts'
import { Filters } from './filters.tsx'
import { Insights } from './insights.tsx'
import { queryOf } from './query.ts'
import './insights.css'

/** By its status: a bundler may have made several classes of Payload's one. */
const isForbidden = (error: unknown) =>
  error instanceof Error && 'status' in error && error.status === 403

/** `undefined` for whoever may not read them. */
const read = async (
  req: AdminViewServerProps['initPageResult']['req'],
  query: ReturnType<typeof queryOf>,
) => {
  const { demos = 'demos' } = (req.payload.config.custom?.terminal ?? {}) as { demos?: string }
  const days = lastDays(utcDay(Date.now()), query.period)
  const from = days[0] ?? ''
  const isPossible = query.demo !== undefined && isPossibleId(req.payload, demos, query.demo)
  try {
    const rows = await readDays(req, { from, demo: isPossible ? query.demo : undefined })
    return { insights: insightsOf(rows, days), demos: await readDemos(req, demos) }
  } catch (error) {
    if (isForbidden(error)) return undefined
    throw error
  }
}

export const InsightsView = async ({ initPageResult, ...rest }: AdminViewServerProps) => {
  const { req } = initPageResult
  const { routes } = req.payload.config
  const say = serverWords(req.i18n)
  const query = queryOf(rest.searchParams)
  const found = req.user ? await read(req, query) : undefined
  return (
    <Frame initPageResult={initPageResult} {...rest} heading={say('insights')}>
      {found ? (
        <div className="terminal-insights">
          <p>
            {say('insightsHint')}{' '}
            <a href={`${routes.admin}${TERMINAL_PATH}`}>{say('liveSessions')}</a>
          </p>
          <Filters
            say={say}
            query={query}
            demos={found.demos}
            path={`${routes.admin}${INSIGHTS_PATH}`}
          />
          <Insights insights={found.insights} say={say} locale={req.i18n.language} />
        </div>
      ) : (
        <p>{say('notAllowed')}</p>
      )}
    </Frame>
  )
}
