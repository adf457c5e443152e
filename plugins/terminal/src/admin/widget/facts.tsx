// How full the terminals are and whether a launch would work, in a few words each.
import type { TerminalOverview } from '../../overview.ts'
import type { Say } from '../use-words.ts'

export type FactsProps = { overview: TerminalOverview; say: Say }

type Fact = { name: string; text: string; isBad?: boolean }

const sandboxOf = ({ hosts }: TerminalOverview, say: Say): Fact => {
  const name = say('sandbox')
  // A service that does not answer does not say what runs on it either.
  const known = hosts.filter(({ running }) => running !== undefined)
  if (known.length === 0) return { name, text: say('sandboxUnknown'), isBad: true }
  const modes = new Set(known.flatMap(({ sandbox }) => sandbox ?? []))
  if (modes.size === 0) return { name, text: say('sandboxMissing'), isBad: true }
  return { name, text: say('sandboxReady', { mode: [...modes].join(', ') }) }
}

const inUse = ({ service, capacity, enabled }: TerminalOverview, say: Say): Fact => {
  const name = say('inUse')
  if (!enabled) return { name, text: say('switchedOff'), isBad: true }
  if (!service) return { name, text: say('serviceAway'), isBad: true }
  const text = say('countOf', { count: service.sessions.length, capacity })
  return { name, text: service.draining ? `${text} · ${say('draining')}` : text }
}

export const factsOf = (overview: TerminalOverview, say: Say): Fact[] => [
  inUse(overview, say),
  { name: say('queue'), text: say('waiting', { count: overview.waiting }) },
  sandboxOf(overview, say),
]

export const Facts = ({ overview, say }: FactsProps) => (
  <dl className="terminal-widget__facts">
    {factsOf(overview, say).map(({ name, text, isBad }) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd className={isBad ? 'terminal-widget__red' : undefined}>{text}</dd>
      </div>
    ))}
  </dl>
)
