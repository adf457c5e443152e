// A Payload with documents in memory, as far as the terminal plugin asks for them.
import type { Config, Payload } from 'payload'

export type Documents = Record<string, Record<string, unknown>[]>

export const SITE = 'https://site.example'
export const GRANT_KEY = 'k'.repeat(40)

export const documents = (): Documents => ({
  demos: [
    {
      id: 'demo-1',
      title: 'Philosophers',
      archive: 'archive-1',
      toolchain: 'c',
      build: 'make',
      enabled: true,
      limits: { memoryMb: 999_999 },
      mode: 'guided',
      rules: [{ id: 'r1', program: './dinner', argument: '[0-9]+' }],
      commands: [
        { id: 'c1', label: 'Dine', command: './dinner 5', explanation: 'Why.', expect: 'meals' },
      ],
      flags: { loopback: true, debug: false },
    },
    { id: 'demo-2', title: 'Off', archive: 'archive-1', toolchain: 'c', enabled: false },
    { id: 'demo-3', title: 'Unshown', archive: 'archive-1', toolchain: 'c', enabled: true },
  ],
  archives: [
    { id: 'archive-1', sha256: 'a'.repeat(64), format: 'tar.gz', filesize: 12, filename: 'a.tgz' },
  ],
  projects: [
    { id: 'p1', slug: 'philosophers', demo: 'demo-1', _status: 'published' },
    { id: 'p2', slug: 'draft', demo: 'demo-1', _status: 'draft' },
    { id: 'p3', slug: 'off', demo: 'demo-2', _status: 'published' },
    { id: 'p5', slug: 'unshown', demo: 'demo-3', _status: 'draft' },
    { id: 'p4', slug: 'tide-tables', demo: null, _status: 'published' },
  ],
  users: [{ id: 'owner', sessions: [{ id: 'login-1', expiresAt: '2099-01-01T00:00:00Z' }] }],
})

/** The configuration of a host that has what the plugin reads, and nothing more. */
export const hostConfig = (): Config =>
  ({
    collections: ['demos', 'archives', 'projects'].map((slug) => ({ slug, fields: [] })),
    globals: [{ slug: 'terminal', fields: [] }],
  }) as unknown as Config

/** The request's user, as Payload's strategy makes it of a login. */
export const OWNER = { collection: 'users', id: 'owner', _sid: 'login-1', _strategy: 'local-jwt' }

export type FakePayload = {
  payload: Payload
  documents: Documents
  terminal: Record<string, unknown>
  /** Errors that were logged. */
  logged: unknown[]
  /** Other messages that were logged. */
  told: unknown[]
  /** `overrideAccess` of each call so far. */
  accesses: unknown[]
}

type Find = {
  collection: string
  where?: Record<string, { equals?: unknown; in?: unknown[] }>
  overrideAccess?: boolean
}

type FindById = { collection: string; id: string; overrideAccess?: boolean }

type Create = { collection: string; data: Record<string, unknown>; overrideAccess?: boolean }

export const fakePayload = (): FakePayload => {
  const all = documents()
  const terminal: Record<string, unknown> = {
    enabled: true,
    capacity: 10,
    maxSessionsPerAddress: 3,
    notice: 'Be kind.',
  }
  const logged: unknown[] = []
  const told: unknown[] = []
  const accesses: unknown[] = []
  const kept = new Map<string, unknown>()
  const payload = {
    find: async ({ collection, where = {}, overrideAccess }: Find) => {
      accesses.push(overrideAccess)
      const [[field, wanted] = ['', {}]] = Object.entries(where)
      const values = wanted.in ?? [wanted.equals]
      return {
        docs: (all[collection] ?? []).filter((document) => values.includes(document[field])),
      }
    },
    findGlobal: async ({ overrideAccess }: { overrideAccess?: boolean }) => {
      accesses.push(overrideAccess)
      return terminal
    },
    findByID: async ({ collection, id, overrideAccess }: FindById) => {
      accesses.push(overrideAccess)
      return all[collection]?.find((document) => document.id === id) ?? null
    },
    config: {
      globals: [],
      admin: { user: 'users' },
      i18n: {
        fallbackLanguage: 'en',
        supportedLanguages: { en: { dateFNSKey: 'en-US', translations: {} } },
      },
    },
    collections: { users: { config: { auth: { useSessions: true, depth: 0 } } } },
    kv: {
      get: async (key: string) => kept.get(key) ?? null,
      set: async (key: string, value: unknown) => void kept.set(key, value),
      delete: async (key: string) => void kept.delete(key),
      keys: async () => [...kept.keys()],
    },
    db: { defaultIDType: 'text' },
    create: async ({ collection, data, overrideAccess }: Create) => {
      accesses.push(overrideAccess)
      all[collection] = [...(all[collection] ?? []), data]
      return data
    },
    update: async ({ overrideAccess }: { overrideAccess?: boolean }) => {
      accesses.push(overrideAccess)
      return { docs: [] }
    },
    delete: async ({ overrideAccess }: { overrideAccess?: boolean }) => {
      accesses.push(overrideAccess)
      return { docs: [] }
    },
    logger: {
      error: (entry: unknown) => logged.push(entry),
      info: (entry: unknown) => told.push(entry),
    },
  }
  return {
    payload: payload as unknown as Payload,
    documents: all,
    terminal,
    logged,
    told,
    accesses,
  }
}
