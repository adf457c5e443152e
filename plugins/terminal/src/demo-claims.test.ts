import { describe, expect, test } from '@jest/globals'
import { terminalPlugin } from '@shellfolio/payload-terminal'
import { jwtVerify } from 'jose'
import type { CollectionConfig, Config } from 'payload'
import { demoClaims, jsonBytes, sizeProblem } from './demo-claims.ts'
import { demoSchema } from './documents.ts'
import { createGrants } from './grants.ts'
import { MAX_CLAIMS_BYTES, MAX_DEMO_BYTES } from './limits.ts'
import { ticketRecord } from './tickets/store-contract.ts'

const GRANT_KEY = 'k'.repeat(40)
/** `MAX_HTTP_HEADER_BYTES` of the terminal service, which holds for all headers of a request together. */
const SERVICE_HEADER_BYTES = 32 * 1024

const plain = { id: 'demo-1', title: 'Demo', archive: 'archive-1', toolchain: 'c' }
const demo = (more: object = {}) => demoSchema.parse({ ...plain, ...more })
/** A demo with a welcome text that fills it to `bytes`. */
const demoOf = (bytes: number) => {
  const rules = [{ program: './run', argument: '[a-z]+' }]
  const commands = Array.from({ length: 40 }, () => ({ label: 'ü'.repeat(50), command: './run' }))
  const start = { mode: 'guided', rules, commands, build: 'x'.repeat(3000) }
  const environment = Array.from({ length: 40 }, (_, index) => ({ name: `V${index}`, value: '' }))
  let missing = bytes - jsonBytes(demoClaims(demo({ ...start, environment })))
  for (const variable of environment) {
    variable.value = 'x'.repeat(Math.min(900, Math.max(0, missing)))
    missing -= variable.value.length
  }
  return demo({ ...start, environment })
}

describe('a grant', () => {
  test('holds what a guided demo allows, suggests and opens', () => {
    const claims = demoClaims(
      demo({
        mode: 'guided',
        rules: [
          { id: 'row', program: './run', argument: '[0-9]+' },
          { program: 'ls', argument: null },
        ],
        commands: [
          { id: 'row', label: 'Run', command: './run 1', explanation: 'Long.', expect: 'one' },
          { label: 'List', command: 'ls', expect: '' },
        ],
        flags: { loopback: true, debug: null },
      }),
    )
    expect(claims).toMatchObject({
      mode: 'guided',
      rules: [
        { program: './run', argument: '[0-9]+' },
        { program: 'ls', argument: '' },
      ],
      commands: [
        { label: 'Run', command: './run 1', expect: 'one' },
        { label: 'List', command: 'ls' },
      ],
      flags: { loopback: true, debug: false },
    })
    expect(jsonBytes(claims.commands)).toBe(
      '[{"label":"Run","command":"./run 1","expect":"one"},{"label":"List","command":"ls"}]'.length,
    )
  })

  test('of a shell carries no rules, whatever its document still holds', () => {
    const rules = [{ program: './run', argument: '.*' }]
    expect(demoClaims(demo({ mode: 'shell', rules }))).toMatchObject({ mode: 'shell', rules: [] })
  })

  test('of a host that knows nothing of modes is one of a plain shell', () => {
    expect(demoClaims(demo())).toMatchObject({
      mode: 'shell',
      rules: [],
      commands: [],
      flags: { loopback: false, debug: false },
    })
  })

  test('carries an id of its own each time', async () => {
    const { session } = createGrants(GRANT_KEY)
    const key = new TextEncoder().encode(GRANT_KEY)
    const ids = new Set<unknown>()
    for (let index = 0; index < 20; index += 1) {
      ids.add((await jwtVerify(await session(ticketRecord()), key)).payload.jti)
    }
    expect(ids).not.toContain(undefined)
    expect(ids.size).toBe(20)
  })
})

describe('the largest demo', () => {
  test('fits into the headers that the service takes', async () => {
    const largest = demoOf(MAX_DEMO_BYTES)
    expect(jsonBytes(demoClaims(largest))).toBe(MAX_DEMO_BYTES)
    expect(sizeProblem(largest)).toBeUndefined()
    const { grant, ...rest } = ticketRecord()
    const url = 'https://cms.example/'.padEnd(1000, 'x')
    const full = { ...grant, demo: demoClaims(largest), archive: { ...grant.archive, url } }
    expect(jsonBytes(full)).toBeLessThanOrEqual(MAX_CLAIMS_BYTES)
    const header = await createGrants(GRANT_KEY).session({ ...rest, grant: full })
    expect(header.length).toBeLessThan(SERVICE_HEADER_BYTES - 2048)
  })

  test('plus one byte is refused, and the editor is told what to shorten', () => {
    expect(sizeProblem(demoOf(MAX_DEMO_BYTES + 1))).toMatch(/18\.0 KB.*Shorten its commands/)
  })

  test('is measured in bytes, not in characters', () => {
    const commands = Array.from({ length: 40 }, () => ({ label: '€'.repeat(170), command: 'x' }))
    expect(JSON.stringify(commands).length).toBeLessThan(MAX_DEMO_BYTES)
    expect(sizeProblem(demo({ commands }))).toBeDefined()
  })
})

describe('the plugin', () => {
  const demos: CollectionConfig = { slug: 'shows', fields: [] }
  const other: CollectionConfig = { slug: 'other', fields: [] }
  const configured = async () =>
    (await terminalPlugin({
      collections: { demos: 'shows', archives: 'other', projects: 'other' },
      global: 'switch',
      internalUrl: 'http://127.0.0.1:1',
      publicUrl: 'ws://127.0.0.1:1/terminal/ws',
      cmsUrl: 'http://127.0.0.1:1',
      origins: ['http://127.0.0.1:1'],
      grantKey: GRANT_KEY,
      openArchive: () => new Blob([]).stream() as ReadableStream<Uint8Array>,
    })({
      collections: [demos, other],
      globals: [{ slug: 'switch', fields: [] }],
    } as unknown as Config)) as Config

  test('checks demos when they are saved, and nothing else', async () => {
    const { collections = [] } = await configured()
    expect(collections[1]).toBe(other)
    const [checkSize] = collections[0]?.hooks?.beforeChange ?? []
    const save = async (data: object) => checkSize?.({ data, operation: 'create' } as never)
    const { id: _, ...small } = demoOf(1000 * 12)
    await expect(save(small)).resolves.toBe(small)
    const large = demoOf(MAX_DEMO_BYTES + 100)
    await expect(save(large)).rejects.toMatchObject({
      status: 400,
      isPublic: true,
      message: expect.stringContaining('Shorten'),
    })
  })
})
