// Things and how they do: a name, a word, and since when.
import type { ReactNode } from 'react'
import type { ServiceState } from '../../cms/shapes/status.ts'

export type StatusRow = { name: string; state: ServiceState; words: string; note: ReactNode }

export const StatusList = ({ rows }: { rows: readonly StatusRow[] }) => (
  <dl className="status-list">
    {rows.map(({ name, state, words, note }) => (
      <div key={name} className="status-row">
        <dt>{name}</dt>
        <dd>
          <span className="status-state" data-state={state}>
            {words}
          </span>
          {note && <span className="status-note">{note}</span>}
        </dd>
      </div>
    ))}
  </dl>
)
