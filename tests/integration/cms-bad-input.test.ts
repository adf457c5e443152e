// Everything that takes input gets what nobody should send: no fault of ours in the answer, nothing stored half, nothing repeated.
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import type { Endpoint } from 'payload'
import { logger } from '../../cms/src/logger.ts'
import { type People, peopleOf } from '../support/access-people.ts'
import { type Made, sampleOf } from '../support/access-samples.ts'
import { COLLECTIONS, GLOBALS } from '../support/access-table.ts'
import { BODIES, FILE_NAMES, IDS, MARK, QUERIES, VALUES } from '../support/bad-input.ts'
import { startTestCms, type TestCms } from '../support/cms.ts'
import { onePixelPng, tarGz } from '../support/files.ts'
import { type FakeService, startFakeService } from '../support/plugin/fake-service.ts'

type Answer = { status: number; body: unknown }

let service: FakeService
let cms: TestCms
let people: People
const made: Made = { archive: '', account: '', other: '' }
const log: string[] = []
/** What the route itself says, which is not Payload's log. */
const said: string[] = []

beforeAll(async () => {
  jest.spyOn(console, 'error').mockImplementation((line) => void said.push(String(line)))
  service = await startFakeService()
  const destination = new PassThrough()
  destination.on('data', (line) => log.push(String(line)))
  const { options } = logger as { options: object }
  cms = await startTestCms({
    terminalUrl: service.url,
    extend: (config) => ({ ...config, logger: { options, destination } }),
  })
  people = await peopleOf(cms)
  made.account = people.accounts.viewer.id
})
afterAll(async () => {
  await cms?.stop()
  await service?.stop()
  jest.restoreAllMocks()
})

const send = (method: string, path: string, body?: string, headers = people.headers.owner) =>
  cms.rest(path, {
    method,
    headers: { ...headers, origin: 'http://cms.example', 'content-type': 'application/json' },
    ...(body === undefined || method === 'GET' || method === 'DELETE' ? {} : { body }),
  })

/** Words of programs, which an editor cannot do anything with. */
const OURS =
  /Failed query|params:|node_modules|\bat \w+ \(|TypeError|SyntaxError|invalid input syntax|\[object|undefined/

type Told = { code?: unknown; title?: unknown; message?: unknown; errors?: { message?: unknown }[] }

/** What is wrong with an answer; nothing when it is one for people. */
const faultOf = ({ status, body }: Answer): string | undefined => {
  if (status >= 500 && status !== 501) return `${status} ${JSON.stringify(body)?.slice(0, 300)}`
  if (status < 400) return undefined
  const { code, title, message, errors } = (body ?? {}) as Told
  const words = [title, message, ...(errors ?? []).map((error) => error.message)].filter(Boolean)
  // Who asks for a picture reads no words.
  if (status === 404 && body === '') return undefined
  if (words.length === 0) return `${status} without words: ${JSON.stringify(body)?.slice(0, 200)}`
  if (typeof code !== 'string' && !errors && !message) return `${status} without a code`
  const text = words.join(' ')
  if (OURS.test(text)) return `${status} in words of programs: ${text.slice(0, 200)}`
  return undefined
}

type Case = [name: string, ask: () => Promise<Answer>]

/** Faults of all cases, by their name. `watch`: what must stay as it is wherever a case is refused. */
const faultsOf = async (cases: readonly Case[], watch: () => Promise<unknown> = async () => 0) => {
  const faults: Record<string, string> = {}
  let before = await watch()
  for (const [name, ask] of cases) {
    const answer = await ask()
    const fault = faultOf(answer)
    if (fault) faults[name] = fault
    const after = await watch()
    const isKept = JSON.stringify(after) === JSON.stringify(before)
    if (answer.status >= 400 && !isKept) faults[name] = `${answer.status}, and something is stored`
    before = after
  }
  return faults
}

/** Rows of the collection and of all tables that hang on it, its versions included, and when they changed last. */
const rowsOf = (slug: string) => {
  let question: Promise<string> | undefined
  const ask = async () => {
    const name = slug.replaceAll('-', '_')
    const { rows } = await cms.payload.db.pool.query<{ name: string; newest: string }>(
      `select table_name as name,
         case when bool_or(column_name = 'updated_at') then 'max(updated_at)' else 'null' end as newest
       from information_schema.columns
       where table_schema = 'public' and (table_name like $1 or table_name like $2)
       group by 1 order by 1`,
      [`${name}%`, `\\_${name}%`],
    )
    return rows
      .map((row) => `select '${row.name}', count(*), ${row.newest}::text from "${row.name}"`)
      .join(' union all ')
  }
  return async () => {
    question ??= ask()
    return (await cms.payload.db.pool.query(await question)).rows
  }
}

const create = async (slug: string): Promise<string | undefined> => {
  if (!COLLECTIONS[slug]?.create?.length) return undefined
  if (slug === 'demos' && !made.archive) made.archive = (await create('archives')) ?? ''
  const { data, file } = await sampleOf(slug, made)
  const doc = await cms.payload.create({
    collection: slug as 'projects',
    data: data as never,
    ...(file ? { file } : {}),
    overrideAccess: true,
    user: people.accounts.owner,
  })
  return doc.id
}

/** Every field of the document as `value`. */
const filled = (fields: readonly { name: string }[], value: string): string =>
  `{${fields
    .filter(({ name }) => !['id', 'password', 'sessions', 'role', 'disabled'].includes(name))
    .map(({ name }) => `${JSON.stringify(name)}:${value}`)
    .join(',')}}`

const SLUGS = Object.keys(COLLECTIONS).filter(
  (slug) => !['second-factors', 'logins', 'page-count-messages'].includes(slug),
)

describe('a collection', () => {
  test.each(SLUGS)('%s takes what can be stored, and refuses the rest in words', async (slug) => {
    const { flattenedFields: fields } = cms.payload.collections[slug as 'projects'].config
    const id = await create(slug)
    const bodies = [
      ...BODIES,
      ...VALUES.map(([name, value]) => [`all as ${name}`, filled(fields, value)] as const),
    ]
    const cases = bodies.flatMap(([name, body]): Case[] => [
      [`create: ${name}`, () => send('POST', `/${slug}`, body)],
      [`create a draft: ${name}`, () => send('POST', `/${slug}?draft=true`, body)],
      ...(id ? [[`update: ${name}`, () => send('PATCH', `/${slug}/${id}`, body)] as Case] : []),
    ])
    expect(await faultsOf(cases, rowsOf(slug))).toEqual({})
  })

  test.each(SLUGS)('%s answers hostile ids and questions', async (slug) => {
    const cases = [
      ...IDS.flatMap((id): Case[] => [
        [`read ${id.slice(0, 40)}`, () => send('GET', `/${slug}/${id}`)],
        [`update ${id.slice(0, 40)}`, () => send('PATCH', `/${slug}/${id}`, '{}')],
        [`delete ${id.slice(0, 40)}`, () => send('DELETE', `/${slug}/${id}`)],
      ]),
      ...QUERIES.flatMap(([name, query]): Case[] => [
        [`list: ${name}`, () => send('GET', `/${slug}?${query}`)],
        [`list as a visitor: ${name}`, () => send('GET', `/${slug}?${query}`, undefined, {})],
      ]),
    ]
    expect(await faultsOf(cases, rowsOf(slug))).toEqual({})
  })
})

test.each(Object.keys(GLOBALS))('the global %s refuses in words', async (slug) => {
  const { flattenedFields } = cms.payload.config.globals.find((global) => global.slug === slug)!
  // The rule of this test's own accounts stays as it is.
  const fields = flattenedFields.filter(({ name }) => name !== 'requireSecondFactor')
  const cases = [
    ...BODIES,
    ...VALUES.map(([name, value]) => [`all as ${name}`, filled(fields, value)] as const),
  ].map(([name, body]): Case => [name, () => send('POST', `/globals/${slug}`, body)])
  expect(await faultsOf(cases, rowsOf(slug))).toEqual({})
})

describe('the endpoints that are not of every collection', () => {
  const nameOf = (base: string, { method, path }: Pick<Endpoint, 'method' | 'path'>) =>
    `${method} ${base}${path}`

  /** All but those that each collection and global has, which are asked above. */
  const endpoints = (): string[] => {
    const { collections, globals, endpoints: root } = cms.payload.config
    const usual = new Set(
      [
        ...(cms.payload.collections.technologies.config.endpoints || []),
        ...(globals.find(({ slug }) => slug === 'terminal')?.endpoints || []),
      ].map((endpoint) => nameOf('', endpoint)),
    )
    const own = [
      ...collections.map(({ slug, endpoints: all }) => [`/${slug}`, all] as const),
      ...globals.map(({ slug, endpoints: all }) => [`/globals/${slug}`, all] as const),
    ].flatMap(([base, all]) =>
      (all || []).filter((one) => !usual.has(nameOf('', one))).map((one) => nameOf(base, one)),
    )
    return [...new Set([...root.map((one) => nameOf('', one)), ...own])]
  }

  test('answer hostile bodies, ids and questions in words', async () => {
    expect(endpoints()).toContain('post /contact')
    expect(endpoints()).toContain('post /users/login')
    const cases = endpoints().flatMap((name): Case[] => {
      const [method = '', path = ''] = name.split(' ')
      const verb = method.toUpperCase()
      // Whoever asks here is logged out.
      const headers = path.endsWith('/logout') ? people.headers.viewer : people.headers.owner
      const usual = path.replace(/:index/, '0').replace(/:\w+\??/g, made.account)
      const ids = path.includes(':') ? IDS : []
      return [
        ...(verb === 'GET' ? [] : BODIES).map(
          ([kind, body]): Case => [`${name}: ${kind}`, () => send(verb, usual, body, headers)],
        ),
        ...ids.map(
          (id): Case => [
            `${name}: ${id.slice(0, 40)}`,
            () => send(verb, path.replace(/:\w+\??/g, id), '{}', headers),
          ],
        ),
        ...(verb === 'GET' ? QUERIES : []).map(
          ([kind, query]): Case => [
            `${name}: ${kind}`,
            () => send(verb, `${usual}?${query}`, undefined, headers),
          ],
        ),
      ]
    })
    expect(await faultsOf(cases)).toEqual({})
  })
})

describe('a file', () => {
  const form = (name: string, bytes: Buffer) => {
    const head = `--xx\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`
    const fields =
      '\r\n--xx\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{"alt":"A"}\r\n--xx--\r\n'
    return Buffer.concat([Buffer.from(head), bytes, Buffer.from(fields)])
  }

  test.each(['media', 'archives'])(
    'in %s may have any name, and is kept under a harmless one',
    async (slug) => {
      const { data } =
        slug === 'media' ? await onePixelPng('x.png') : await tarGz('x.tar.gz', { 'main.c': MARK })
      const names: unknown[] = []
      const cases = FILE_NAMES.map(
        (name): Case => [
          JSON.stringify(name.slice(0, 40)),
          async () => {
            const answer = await cms.rest(`/${slug}`, {
              method: 'POST',
              headers: {
                ...people.headers.owner,
                'content-type': 'multipart/form-data; boundary=xx',
              },
              body: new Uint8Array(form(name, data)),
            })
            if (answer.status === 201)
              names.push((answer.body as { doc: { filename: string } }).doc.filename)
            return answer
          },
        ],
      )
      expect(await faultsOf(cases, rowsOf(slug))).toEqual({})
      for (const name of names) expect(name).toMatch(/^[\w-][\w.-]{0,254}$/)
    },
  )
})

describe('two who edit one document at once', () => {
  const edit = (id: string, title: string, seen?: string) =>
    send('PATCH', `/projects/${id}`, JSON.stringify({ title }), {
      ...people.headers.owner,
      ...(seen === undefined ? {} : { 'if-match': `"${seen}"` }),
    })

  test('are told of each other where they say what they saw', async () => {
    const id = (await create('projects'))!
    const { updatedAt } = await cms.payload.findByID({
      collection: 'projects',
      id,
      overrideAccess: true,
    })
    const answers = await Promise.all(
      ['A', 'B', 'C', 'D'].map((title) => edit(id, title, updatedAt)),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const refused = answers.find(({ status }) => status === 409)
    expect(refused?.body).toMatchObject({
      code: 'conflict',
      errors: [{ message: expect.stringContaining('Load it again') }],
    })
  })

  test('the last one wins where they do not, and the document is whole', async () => {
    const id = (await create('projects'))!
    const answers = await Promise.all(['A', 'B', 'C', 'D'].map((title) => edit(id, title)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200])
    const doc = await cms.payload.findByID({ collection: 'projects', id, overrideAccess: true })
    expect(['A', 'B', 'C', 'D']).toContain(doc.title)
  })
})

test('of all this the log repeats nothing', () => {
  const lines = [...log, ...said].filter((line) => line.includes(MARK))
  expect(lines.map((line) => line.slice(0, 600))).toEqual([])
  // Bodies that are nested too deep for a parser.
  expect([...new Set(said)]).toEqual(['The API could not answer a request: RangeError.'])
})
