// The admin's page /terminal: for whoever may operate terminals, in Payload's own frame.
import type { AdminViewServerProps } from 'payload'
import { Frame } from '../frame.tsx'
import { INSIGHTS_PATH } from '../path.ts'
import { serverWords } from '../server-words.ts'
import { LiveSessions } from './live-sessions.tsx'

export const LiveSessionsView = ({ initPageResult, ...rest }: AdminViewServerProps) => {
  const { i18n, payload } = initPageResult.req
  const { config } = payload
  const { global = 'terminal' } = (config.custom?.terminal ?? {}) as { global?: string }
  const say = serverWords(i18n)
  return (
    <Frame initPageResult={initPageResult} {...rest} heading={say('liveSessions')}>
      <p>
        <a href={`${config.routes.admin}${INSIGHTS_PATH}`}>{say('insights')}</a>
      </p>
      <LiveSessions api={config.routes.api} global={global} />
    </Frame>
  )
}
