// What the plugin does to configurations of hosts that differ from ours.
import { describe, expect, test } from '@jest/globals'
import { type TerminalPluginOptions, terminalPlugin } from '@shellfolio/payload-terminal'
import { buildConfig, type Config, type Endpoint, type Payload } from 'payload'
import { fakePayload, hostConfig } from '../../../tests/support/plugin/fake-payload.ts'
import { OPTIONS } from './options-fixture.ts'
import { terminalRegistry } from './registry.ts'

const withPlugin = async (
  more: Partial<Config> = {},
  options: Partial<TerminalPluginOptions> = {},
) => terminalPlugin({ ...OPTIONS, ...options })({ ...hostConfig(), ...more })

const queuesOf = ({ jobs }: Config) =>
  Array.isArray(jobs?.autoRun) ? jobs.autoRun.map(({ queue }) => queue) : jobs?.autoRun

describe('a disabled plugin', () => {
  test('leaves the configuration as it is, even when nothing else is set', async () => {
    const config = hostConfig()
    const off = terminalPlugin({ disabled: true } as TerminalPluginOptions)
    expect(await off(config)).toBe(config)
    expect(config).toEqual(hostConfig())
  })
})

describe('the collections of the plugin', () => {
  test('have a name for everything that the admin shows, in each language of the plugin', async () => {
    const { collections = [] } = await withPlugin()
    const own = collections.filter(
      ({ slug, admin }) => slug.startsWith('terminal-') && !admin?.hidden,
    )
    expect(own.length).toBeGreaterThan(2)
    const said = own.flatMap(({ slug, labels, admin, fields }) => [
      [slug, labels?.singular],
      [slug, labels?.plural],
      [slug, admin?.group],
      ...fields.flatMap((field) => {
        if (!('name' in field) || field.type === 'ui' || field.hidden || field.admin?.hidden)
          return []
        const { description } = field.admin ?? {}
        const name = `${slug}.${field.name}`
        return [[name, field.label], ...(description ? [[name, description]] : [])]
      }),
    ])
    const both = { en: expect.any(String), fr: expect.any(String) }
    expect(said).toEqual(said.map(([name]) => [name, both]))
  })
})

describe('a host', () => {
  test('is told which collection or global it does not have', async () => {
    const { collections = [] } = hostConfig()
    await expect(withPlugin({ collections: collections.slice(0, 1) })).rejects.toThrow(
      'collections.archives: there is no collection "archives"',
    )
    await expect(withPlugin({}, { global: 'shells' })).rejects.toThrow(
      'global: there is no global "shells"',
    )
  })

  test('may have no jobs and no languages of its own', async () => {
    const config = await withPlugin()
    expect(queuesOf(config)).toEqual(config.jobs?.tasks?.map(({ slug }) => slug))
    expect(Object.keys(config.i18n?.translations ?? {})).toEqual(['en', 'fr'])
  })

  test('keeps its jobs, and decides alone where it decides by a function', async () => {
    const task = { slug: 'own', handler: async () => ({ output: {} }) }
    const own = { tasks: [task], autoRun: [{ cron: '* * * * *', queue: 'own' }] }
    const config = await withPlugin({ jobs: own })
    expect(config.jobs?.tasks?.[0]).toBe(task)
    expect(queuesOf(config)).toEqual(config.jobs?.tasks?.map(({ slug }) => slug))
    const autoRun = () => []
    expect(queuesOf(await withPlugin({ jobs: { tasks: [], autoRun } }))).toBe(autoRun)
  })

  test('may run without smoke runs', async () => {
    const { jobs } = await withPlugin({}, { smokeCron: false })
    expect(jobs?.tasks?.map(({ slug }) => slug)).not.toContain('terminal-smoke')
  })

  test('keeps its words, beside those of the plugin', async () => {
    const i18n = { fallbackLanguage: 'en', translations: { en: { own: { a: 'A' } } } } as const
    const { i18n: merged } = await withPlugin({ i18n: i18n as Config['i18n'] })
    expect(merged).toMatchObject(i18n)
    expect(Object.keys(merged?.translations?.en ?? {})).toEqual(['own', 'terminal'])
  })

  test('keeps its links and views in the admin, before those of the plugin', async () => {
    const components = {
      afterNavLinks: ['/own#Link'],
      views: { own: { Component: '/own#View', path: '/own' as const } },
    }
    const { admin } = await withPlugin({ admin: { user: 'people', components } })
    expect(admin?.user).toBe('people')
    expect(admin?.components?.afterNavLinks?.[0]).toBe('/own#Link')
    expect(admin?.components?.views).toMatchObject(components.views)
    const plain = await withPlugin({ admin: { components } }, { admin: false })
    expect(plain.admin).toEqual({ components })
  })

  test('keeps its endpoints, before those of the plugin', async () => {
    const own: Endpoint = { path: '/own', method: 'get', handler: async () => new Response() }
    const { endpoints } = await withPlugin({ endpoints: [own] })
    expect(endpoints?.[0]).toBe(own)
    expect(endpoints?.slice(1).every(({ path }) => path.startsWith('/terminal/'))).toBe(true)
  })

  test('is ready before the plugin answers, and does not start it when it fails', async () => {
    const registry = terminalRegistry()
    const { payload } = fakePayload()
    delete registry.payload
    let wasEarly: boolean | undefined
    const { onInit } = await withPlugin({
      onInit: async (asked: Payload) => {
        wasEarly = registry.payload !== undefined
        expect(asked).toBe(payload)
      },
    })
    await onInit?.(payload)
    expect([wasEarly, registry.payload]).toEqual([false, payload])
    delete registry.payload
    const failing = await withPlugin({ onInit: () => Promise.reject(new Error('not today')) })
    await expect(failing.onInit?.(payload)).rejects.toThrow('not today')
    expect(registry.payload).toBeUndefined()
  })

  test('passes Payload’s own checks, whatever else it has', async () => {
    const autoRun = () => []
    const { collections = [], ...rest } = hostConfig()
    const config = await buildConfig({
      ...rest,
      collections: [...collections, { slug: 'people', auth: true, fields: [] }],
      secret: 'x',
      db: { defaultIDType: 'number', init: () => ({}) } as unknown as Config['db'],
      admin: { user: 'people', importMap: { autoGenerate: false } },
      routes: { admin: '/manage', api: '/rest' },
      jobs: { tasks: [], autoRun },
      i18n: { supportedLanguages: {} },
      plugins: [terminalPlugin(OPTIONS)],
    })
    expect(config.jobs.autoRun).toBe(autoRun)
    expect(config.collections.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining(['people', 'demos', 'terminal-sessions', 'payload-jobs']),
    )
    expect(config.endpoints.map(({ path }) => path)).toContain('/terminal/tickets')
  })

  test('has what it handed in unchanged', async () => {
    const config = hostConfig()
    await terminalPlugin(OPTIONS)(config)
    expect(config).toEqual(hostConfig())
  })
})
