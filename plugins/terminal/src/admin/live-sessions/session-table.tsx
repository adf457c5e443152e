'use client'
import { Button } from '@payloadcms/ui'
import { Confirm } from '../confirm.tsx'
import { useWords } from '../use-words.ts'
// One row for each session that runs: whose demo, how old, what it uses, and what can be done to it.
import { ColumnHeads } from './column-heads.tsx'
import { bytes, duration, type SessionRow } from './overview.ts'

export type SessionTableProps = {
  sessions: SessionRow[]
  nowMs: number
  onWatch: (session: SessionRow) => void
  onNotice: (session: SessionRow) => void
  onEnd: (sid: string) => Promise<unknown>
}

const COLUMNS = [
  'demo',
  'state',
  'started',
  'output',
  'memory',
  'cpu',
  'viewers',
  'actions',
] as const

export const SessionTable = ({ sessions, nowMs, ...actions }: SessionTableProps) => {
  const { say, locale } = useWords()
  const cells = ({ title, state, startedAt, idleMs, bytesOut, usage, viewers }: SessionRow) => ({
    demo: title,
    state: say(`state_${state}`),
    started: say('ageAndIdle', {
      age: duration(nowMs - Date.parse(startedAt), locale),
      idle: duration(idleMs, locale),
    }),
    output: bytes(bytesOut, locale),
    memory: usage ? bytes(usage.memoryBytes, locale) : '–',
    cpu: usage ? duration(usage.cpuMs, locale) : '–',
    viewers: String(viewers),
  })
  return (
    <div className="table terminal-sessions__table">
      <table>
        <ColumnHeads columns={COLUMNS} say={say} />
        <tbody>
          {sessions.map((session) => (
            <tr key={session.sid}>
              {Object.entries(cells(session)).map(([column, text]) => (
                <td key={column} data-column={say(column as (typeof COLUMNS)[number])}>
                  {text}
                </td>
              ))}
              <td>
                <SessionActions session={session} {...actions} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const SessionActions = ({
  session,
  onWatch,
  onNotice,
  onEnd,
}: Omit<SessionTableProps, 'sessions' | 'nowMs'> & { session: SessionRow }) => {
  const { say } = useWords()
  const { sid, title: demo } = session
  return (
    <div className="terminal-sessions__actions">
      {(['watch', 'notice'] as const).map((what) => (
        <Button
          aria-label={say(what === 'watch' ? 'watchLabel' : 'noticeTo', { demo })}
          buttonStyle="secondary"
          key={what}
          margin={false}
          onClick={() => (what === 'watch' ? onWatch : onNotice)(session)}
          size="small"
        >
          {say(what)}
        </Button>
      ))}
      <Confirm
        slug={`end-${sid}`}
        label={say('end')}
        description={say('endLabel', { demo })}
        body={say('endBody')}
        onConfirm={() => onEnd(sid)}
      />
    </div>
  )
}
