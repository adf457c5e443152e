'use client'
// One row for each session that runs: whose demo, how old, what it uses, and a button that ends it.
import { Confirm } from '../confirm.tsx'
import { useWords } from '../use-words.ts'
import { bytes, duration, type SessionRow } from './overview.ts'

export type SessionTableProps = {
  sessions: SessionRow[]
  nowMs: number
  onEnd: (sid: string) => Promise<void>
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

export const SessionTable = ({ sessions, nowMs, onEnd }: SessionTableProps) => {
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
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {say(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => (
            <tr key={session.sid}>
              {Object.entries(cells(session)).map(([column, text]) => (
                <td key={column} data-column={say(column as (typeof COLUMNS)[number])}>
                  {text}
                </td>
              ))}
              <td>
                <Confirm
                  slug={`end-${session.sid}`}
                  label={say('end')}
                  description={say('endLabel', { demo: session.title })}
                  body={say('endBody')}
                  onConfirm={() => onEnd(session.sid)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
