'use client'
// The page of live sessions: what runs, how full it is, and the owner's switches.
import { Banner, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { Confirm } from '../confirm.tsx'
import { useWords } from '../use-words.ts'
import { HostTable } from './host-table.tsx'
import type { HostRow, Overview } from './overview.ts'
import { SessionPanel, type SessionPanelProps } from './session-panel.tsx'
import { SessionTable } from './session-table.tsx'
import { useOverview } from './use-overview.ts'
import './live-sessions.css'

export type LiveSessionsProps = {
  /** Address of the API, for instance `/api`. */
  api: string
  /** Slug of the global with the switch. */
  global: string
}

/** The session that is looked at or spoken to below the table. */
type Chosen = Pick<SessionPanelProps, 'session' | 'isWatched'>

const FORBIDDEN = [401, 403]

const send = async (url: string, method: string, body?: object) => {
  const response = await fetch(url, {
    method,
    ...(body
      ? { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
      : {}),
  })
  if (!response.ok) throw new Error(String(response.status))
}

export const LiveSessions = ({ api, global }: LiveSessionsProps) => {
  const { say } = useWords()
  const [chosen, setChosen] = useState<Chosen>()
  const { overview, refusal, refresh } = useOverview(`${api}/terminal/sessions`)

  /** Does it, tells how it went, and looks again. Resolves with whether it worked. */
  const act = async (done: string, work: () => Promise<void>): Promise<boolean> => {
    let isDone = true
    try {
      await work()
      toast.success(done)
    } catch (error) {
      isDone = false
      toast.error(say('failed', { reason: error instanceof Error ? error.message : '' }))
    }
    refresh()
    return isDone
  }
  const end = (sid: string) =>
    act(say('ended'), () => send(`${api}/terminal/sessions/${sid}`, 'DELETE'))
  const notify = (sid: string) => (text: string) =>
    act(say('noticeShown'), () => send(`${api}/terminal/sessions/${sid}/notice`, 'POST', { text }))
  const drain = ({ id }: HostRow) => {
    const which = id ? `?service=${encodeURIComponent(id)}` : ''
    return act(say('drained'), () => send(`${api}/terminal/drain${which}`, 'POST'))
  }
  const setEnabled = (enabled: boolean) =>
    act(say(enabled ? 'switchedOn' : 'switchedOff'), () =>
      send(`${api}/globals/${global}`, 'POST', { enabled }),
    )

  if (refusal !== undefined && FORBIDDEN.includes(refusal)) return <p>{say('notAllowed')}</p>
  if (!overview) {
    return refusal === undefined ? null : <Banner type="error">{say('unavailable')}</Banner>
  }
  const { enabled, capacity, waiting, hosts, service } = overview
  const sessions = service?.sessions ?? []
  return (
    <div className="terminal-sessions">
      <p>{say('pageHint')}</p>
      <Warnings {...overview} />
      <div className="terminal-sessions__bar">
        <p className="terminal-sessions__count" role="status">
          {say('capacity', { count: sessions.length, capacity })}
          {waiting > 0 && ` · ${say('waiting', { count: waiting })}`}
        </p>
        <Confirm
          slug="terminal-switch"
          label={say(enabled ? 'switchOff' : 'switchOn')}
          body={enabled ? say('switchOffBody') : ''}
          onConfirm={() => setEnabled(!enabled)}
        />
      </div>
      {service && sessions.length === 0 && <p>{say('none')}</p>}
      {sessions.length > 0 && (
        <SessionTable
          sessions={sessions}
          nowMs={Date.now()}
          onWatch={(session) => setChosen({ session, isWatched: true })}
          onNotice={(session) => setChosen({ session, isWatched: false })}
          onEnd={end}
        />
      )}
      {/* It stays when its session is over: the last screen may be what one looks for. */}
      {chosen && (
        <SessionPanel
          {...chosen}
          key={`${chosen.session.sid} ${chosen.isWatched}`}
          ticketsUrl={`${api}/terminal/tickets`}
          onNotice={notify(chosen.session.sid)}
          onClose={() => setChosen(undefined)}
        />
      )}
      {service && <HostTable hosts={hosts} onDrain={drain} />}
    </div>
  )
}

const Warnings = ({ enabled, service }: Overview) => {
  const { say } = useWords()
  const silent = service?.silent ?? []
  return (
    <>
      {!enabled && <Banner type="error">{say('disabled')}</Banner>}
      {silent.length > 0 && (
        <Banner type="error">{say('silent', { services: silent.join(', ') })}</Banner>
      )}
      {!service && <Banner type="error">{say('unavailable')}</Banner>}
      {service?.draining && <Banner type="info">{say('draining')}</Banner>}
    </>
  )
}
