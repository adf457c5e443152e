'use client'
import { Confirm } from '../confirm.tsx'
import { useWords } from '../use-words.ts'
// One row for each terminal service: where it is, how full, how it confines programs, and a button that drains it.
import { ColumnHeads } from './column-heads.tsx'
import type { HostRow } from './overview.ts'

export type HostTableProps = {
  hosts: HostRow[]
  onDrain: (host: HostRow) => Promise<unknown>
}

const COLUMNS = ['host', 'running', 'sandbox', 'state', 'actions'] as const
const UNKNOWN = '–'

export const HostTable = ({ hosts, onDrain }: HostTableProps) => {
  const { say } = useWords()
  const cells = ({ id, url, running, capacity, sandbox, draining }: HostRow) => ({
    // The first part tells starts of one address apart.
    host: id ? `${url} (${id.slice(0, 8)})` : url,
    running: `${running ?? UNKNOWN} / ${capacity ?? UNKNOWN}`,
    sandbox: sandbox ?? say('noSandbox'),
    state: say(draining ? 'host_draining' : 'host_open'),
  })
  return (
    <div className="table terminal-sessions__table">
      <table aria-label={say('hosts')}>
        <ColumnHeads columns={COLUMNS} say={say} />
        <tbody>
          {hosts.map((host) => (
            <tr key={`${host.url} ${host.id}`}>
              {Object.entries(cells(host)).map(([column, text]) => (
                <td key={column} data-column={say(column as (typeof COLUMNS)[number])}>
                  {text}
                </td>
              ))}
              <td>
                {!host.draining && (
                  <Confirm
                    slug={`drain-${host.id || 'one'}`}
                    label={say('drain')}
                    description={say('drainLabel', { host: host.url })}
                    body={say('drainBody')}
                    onConfirm={() => onDrain(host)}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
