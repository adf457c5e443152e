// What the dashboard says of the terminals.
import { describe, expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import type { TerminalOverview } from '../../overview.ts'
import { en } from '../../translations/en.ts'
import type { Say } from '../use-words.ts'
import { ago } from './ago.ts'
import { Facts } from './facts.tsx'
import { SmokeList } from './smoke-list.tsx'

const say: Say = (word, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replaceAll(`{{${name}}}`, String(value)),
    en.terminal[word],
  )

const HOUR_MS = 3_600_000
const NOW_MS = Date.parse('2026-03-02T06:00:00Z')

const OVERVIEW: TerminalOverview = {
  enabled: true,
  capacity: 24,
  waiting: 2,
  hosts: [],
}
const host = {
  id: '',
  url: 'http://127.0.0.1:3002',
  capacity: 24,
  running: 0,
  draining: false,
  sandbox: 'cgroup-v2',
}
const service = { sessions: [], capacity: 24, draining: false }

const factsOf = (more: Partial<TerminalOverview>) => {
  const html = renderToStaticMarkup(<Facts overview={{ ...OVERVIEW, ...more }} say={say} />)
  return [...html.matchAll(/<dt>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g)].map(([, name, text]) => ({
    name,
    text,
  }))
}

describe('the facts of the dashboard', () => {
  test('are how full it is, who waits, and the sandbox', () => {
    expect(factsOf({ service, hosts: [host] })).toEqual([
      { name: 'In use', text: '0 of 24' },
      { name: 'Queue', text: '2 waiting' },
      { name: 'Sandbox', text: 'ready (cgroup-v2)' },
    ])
  })

  test('say that the service is away, and nothing that nobody knows', () => {
    expect(factsOf({ hosts: [{ ...host, running: undefined, sandbox: undefined }] })).toEqual([
      { name: 'In use', text: 'The terminal service does not answer.' },
      { name: 'Queue', text: '2 waiting' },
      { name: 'Sandbox', text: 'unknown' },
    ])
  })

  test('say that no terminal can be launched without a sandbox', () => {
    const facts = factsOf({ service, hosts: [{ ...host, sandbox: undefined }] })
    expect(facts[2]?.text).toBe('not available: no terminal can be launched')
  })

  test('name the sandboxes of several services, and not those of silent ones', () => {
    const hosts = [
      host,
      { ...host, sandbox: 'rlimit+watchdog' },
      { ...host, running: undefined, sandbox: 'unheard of' },
    ]
    expect(factsOf({ service, hosts })[2]?.text).toBe('ready (cgroup-v2, rlimit+watchdog)')
  })

  test('say that terminals are switched off', () => {
    expect(factsOf({ enabled: false })[0]?.text).toBe('The terminals are switched off.')
  })
})

describe('the list of demos', () => {
  test('tells when each was last tried, why one failed, and which never was', () => {
    const html = renderToStaticMarkup(
      <SmokeList
        demos={[
          { id: '1', title: 'Green', isEnabled: true },
          { id: '2', title: 'Red', isEnabled: true },
          { id: '3', title: 'New', isEnabled: true },
        ]}
        runs={[
          { demo: '1', ok: true, at: '2026-03-02T03:00:00Z' },
          { demo: '2', ok: false, at: '2026-03-01T03:00:00Z', detail: './dinner <5>' },
        ]}
        nowMs={NOW_MS}
        say={say}
        locale="en"
      />,
    )
    const texts = [...html.matchAll(/<li>(.*?)<\/li>/g)].map(([, item = '']) =>
      item.replace(/<[^>]+>/g, ' ').trim(),
    )
    expect(texts).toEqual([
      'Green  ran green 3 hours ago',
      'Red  failed 1 day ago: ./dinner &lt;5&gt;',
      'New  not tried yet',
    ])
  })

  test('never speaks of the future', () => {
    expect([ago(-HOUR_MS, 'en'), ago(59_000, 'en'), ago(26 * HOUR_MS, 'fr')]).toEqual([
      '0 minutes ago',
      '0 minutes ago',
      'il y a 1 jour',
    ])
  })
})
