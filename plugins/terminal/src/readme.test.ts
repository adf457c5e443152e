// The documents say what is there: each option, endpoint and export, and all that a page can ask of the element.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { terminalPlugin } from '@shellfolio/payload-terminal'
import { hostConfig } from '../../../tests/support/plugin/fake-payload.ts'
import { createLiveTerminal } from './client/live-terminal.ts'
import { OPTION_NAMES } from './options.ts'
import { OPTIONS } from './options-fixture.ts'

const read = (path: string) => readFileSync(join(import.meta.dirname, path), 'utf8')

/** What stands between backticks in the first cells of the table that begins with `heading`. */
const table = (document: string, heading: string): string[] => {
  const lines = read(document).split('\n')
  const start = lines.findIndex((line) => line.startsWith(`| ${heading} `))
  const rows = lines.slice(start + 2)
  const end = rows.findIndex((line) => !line.startsWith('|'))
  return rows
    .slice(0, end)
    .flatMap((row) => [...(row.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/g)])
    .map(([, name = '']) => name)
}

describe('the README of the plugin', () => {
  test('has every option in its table', () => {
    expect(table('../README.md', 'option').sort()).toEqual([...OPTION_NAMES].sort())
  })

  test('has every endpoint in its table', async () => {
    const before = hostConfig()
    const { endpoints = [], collections = [] } = await terminalPlugin(OPTIONS)(before)
    const own = collections.flatMap(({ slug, endpoints: more }) =>
      (more || []).map(({ method, path }) => `${method.toUpperCase()} /api/${slug}${path}`),
    )
    const added = endpoints.map(({ method, path }) => `${method.toUpperCase()} /api${path}`)
    expect(table('../README.md', 'endpoint').sort()).toEqual([...added, ...own].sort())
  })

  test('has every export in its table', () => {
    const { exports } = JSON.parse(read('../package.json'))
    expect(
      [...read('../README.md').matchAll(/`(\.(?:\/[\w.-]+)?)`/g)].map(([, path]) => path),
    ).toEqual(expect.arrayContaining(Object.keys(exports)))
  })
})

describe('the README of the element', () => {
  const sources = readdirSync(join(import.meta.dirname, 'client'))
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => read(`client/${name}`))
    .join('\n')
  const found = (pattern: RegExp) => [
    ...new Set([...sources.matchAll(pattern)].map(([, name = '']) => name)),
  ]

  test('has every method in its table', () => {
    Object.assign(globalThis, { HTMLElement: class {} })
    const { prototype } = createLiveTerminal()
    const methods = Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(
        ([name, { value }]) => typeof value === 'function' && !/Callback$|^constructor$/.test(name),
      )
      .map(([name]) => name)
    const documented = table('client/README.md', 'method').map((name) => name.replace(/\(.*/, ''))
    expect(documented.sort()).toEqual(methods.sort())
    Reflect.deleteProperty(globalThis, 'HTMLElement')
  })

  test('has every attribute in its table', () => {
    const asked = found(/(?:get|has)Attribute\('([a-z-]+)'\)/g)
    expect(asked.length).toBeGreaterThan(5)
    expect(table('client/README.md', 'attribute').sort()).toEqual(
      expect.arrayContaining(asked.filter((name) => !name.startsWith('aria-')).sort()),
    )
  })

  test('has every event', () => {
    const events = found(/new CustomEvent(?:<\w+>)?\('([\w-]+)'/g)
    expect(events).toContain('terminal-state')
    for (const name of events) expect(read('client/README.md')).toContain(`\`${name}\``)
  })
})
