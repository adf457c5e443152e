// On the dashboard: how full the terminals are, whether a launch would work, and what the last night said of each demo.
import { createLocalReq, type Payload, type PayloadRequest, type TypedUser } from 'payload'
import { Suspense } from 'react'
import { readDemos } from '../../history/read-days.ts'
import { terminalRegistry } from '../../registry.ts'
import { lastRuns } from '../../smoke/last-runs.ts'
import { INSIGHTS_PATH, TERMINAL_PATH } from '../path.ts'
import { serverWords } from '../server-words.ts'
import { Facts } from './facts.tsx'
import { SmokeList } from './smoke-list.tsx'
import './widget.css'

export type TerminalWidgetProps = {
  i18n: PayloadRequest['i18n']
  payload: Payload
  user?: TypedUser | null
}

/** `undefined` for whoever may not operate terminals, and when the database does not answer: the dashboard goes on. */
const read = async (payload: Payload, user: TypedUser) => {
  const { demos = 'demos' } = (payload.config.custom?.terminal ?? {}) as { demos?: string }
  try {
    const req = await createLocalReq({ user }, payload)
    const overview = await terminalRegistry().overview?.(req)
    if (!overview) return undefined
    const [names, runs] = await Promise.all([
      readDemos(req, demos),
      lastRuns(payload, { overrideAccess: false, req }),
    ])
    return { overview, demos: names.filter(({ isEnabled }) => isEnabled), runs }
  } catch (error) {
    payload.logger.error({ err: error, msg: 'The dashboard cannot show the terminals.' })
    return undefined
  }
}

const Loaded = async ({ i18n, payload, user }: TerminalWidgetProps) => {
  const found = user ? await read(payload, user) : undefined
  if (!found) return null
  const say = serverWords(i18n)
  const { admin } = payload.config.routes
  return (
    <section className="terminal-widget" aria-labelledby="terminal-widget-heading">
      <h2 id="terminal-widget-heading">{say('terminals')}</h2>
      <Facts overview={found.overview} say={say} />
      {found.demos.length > 0 && (
        <SmokeList
          demos={found.demos}
          runs={found.runs}
          nowMs={Date.now()}
          say={say}
          locale={i18n.language}
        />
      )}
      <p className="terminal-widget__links">
        <a href={`${admin}${TERMINAL_PATH}`}>{say('liveSessions')}</a>
        <a href={`${admin}${INSIGHTS_PATH}`}>{say('insights')}</a>
      </p>
    </section>
  )
}

/** The dashboard does not wait for a service that is slow. */
export const TerminalWidget = (props: TerminalWidgetProps) => (
  <Suspense fallback={null}>
    <Loaded {...props} />
  </Suspense>
)
