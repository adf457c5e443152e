// Every endpoint of the plugin, asked by everybody from everywhere: what each may do is written down here, and nothing is missing.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionConfig, Endpoint } from 'payload'
import type { Role } from '../../cms/src/access/roles.ts'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { type FakeService, startFakeService } from '../support/plugin/fake-service.ts'

const OWN = 'http://cms.example'
const FOREIGN = 'https://evil.example'
const UUID = '00000000-0000-4000-8000-000000000000'

/** Whom an endpoint answers. `operator`: owners and editors. A page is one of ours, by its Origin. */
type Kind = 'everyone' | 'page' | 'bearer' | 'operator' | 'operator on a page'
type Answer = [status: number, code?: string]
type Row = { kind: Kind; body?: unknown; answer: Answer }

const GONE: Answer = [404, 'not-found']
const NO_DEMO: Answer = [404, 'demo-not-found']
const ROWS: Record<string, Row> = {
  'get /terminal/status': { kind: 'everyone', answer: [200] },
  'get /terminal/smoke': { kind: 'everyone', answer: [200] },
  'get /terminal/demos/:id/recording': { kind: 'everyone', answer: GONE },
  'post /terminal/tickets': { kind: 'page', body: { project: 'nowhere' }, answer: NO_DEMO },
  'post /terminal/queue': { kind: 'page', body: { place: 'x'.repeat(43) }, answer: GONE },
  'post /terminal/moments': {
    kind: 'page',
    body: { project: 'nowhere', moment: 'seen' },
    answer: [204],
  },
  'get /terminal/archives/:id': { kind: 'bearer', answer: [401, 'signature-refused'] },
  'post /terminal/services': { kind: 'bearer', answer: [401, 'signature-refused'] },
  'get /terminal/sessions': { kind: 'operator', answer: [200] },
  'delete /terminal/sessions/:sid': { kind: 'operator', answer: GONE },
  'post /terminal/drain': { kind: 'operator', answer: [202] },
  'get /terminal/recordings/:id': { kind: 'operator', answer: GONE },
  'post /terminal/demos/:id/check': { kind: 'operator', answer: NO_DEMO },
  'post /terminal/demos/:id/build': { kind: 'operator', answer: NO_DEMO },
  'post /terminal/demos/:id/smoke': { kind: 'operator', answer: NO_DEMO },
  'post /terminal/demos/:id/commands/:index': { kind: 'operator', answer: NO_DEMO },
  'post /terminal/demos/:id/record': {
    kind: 'operator on a page',
    body: { demo: UUID },
    answer: NO_DEMO,
  },
  'post /terminal/recordings': {
    kind: 'operator on a page',
    body: { session: 'x'.repeat(22), title: 'A title' },
    answer: GONE,
  },
  'post /terminal/sessions/:sid/watch': {
    kind: 'operator on a page',
    answer: [410, 'session-gone'],
  },
  'post /terminal/sessions/:sid/notice': {
    kind: 'operator on a page',
    body: { text: 'Hello' },
    answer: GONE,
  },
}

/** Somebody of another collection, who says of themselves that they are an owner. */
const customers: CollectionConfig = {
  slug: 'customers',
  auth: {
    disableLocalStrategy: true,
    strategies: [
      {
        name: 'by-header',
        authenticate: ({ headers }) => ({
          user: headers.has('x-customer')
            ? ({ id: UUID, collection: 'customers', role: 'owner' } as never)
            : null,
        }),
      },
    ],
  },
  fields: [],
}

const WHO = ['anonymous', 'viewer', 'editor', 'owner', 'customer'] as const
type Who = (typeof WHO)[number]
const FROM: Record<string, Record<string, string>> = {
  'its own page': { origin: OWN, 'sec-fetch-site': 'same-origin' },
  'a foreign page': { origin: FOREIGN, 'sec-fetch-site': 'cross-site' },
  'a foreign page that hides its origin': { origin: 'null', 'sec-fetch-site': 'cross-site' },
  'no page': {},
}

let service: FakeService
let cms: TestCms
const credentials = new Map<Who, Record<string, string>>([
  ['anonymous', {}],
  ['customer', { 'x-customer': 'yes' }],
])
beforeAll(async () => {
  service = await startFakeService()
  cms = await startTestCms({
    terminalUrl: service.url,
    extend: (config) => ({ ...config, collections: [...(config.collections ?? []), customers] }),
  })
  for (const role of ['viewer', 'editor', 'owner'] satisfies Role[]) {
    const { email } = await cms.account(role)
    const { body } = await cms.rest('/users/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    credentials.set(role, { cookie: `payload-token=${(body as { token: string }).token}` })
  }
})
afterAll(async () => {
  await cms?.stop()
  await service?.stop()
})

const endpoints = (): Endpoint[] =>
  cms.payload.config.endpoints.filter(({ path }) => path.startsWith('/terminal/'))
const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>) => `${method} ${path}`

let asked = 0
const ask = async (name: string, who: Who, from: Record<string, string>): Promise<Answer> => {
  const [method = '', path = ''] = name.split(' ')
  asked += 1
  const { status, body } = await cms.rest(path.replace(/:index/, '0').replace(/:\w+/g, UUID), {
    method: method.toUpperCase(),
    headers: {
      ...credentials.get(who),
      ...from,
      'content-type': 'application/json',
      // Rates are of one address each.
      'x-forwarded-for': `198.51.${asked >> 8}.${asked & 255}`,
    },
    ...(method === 'post' ? { body: JSON.stringify(ROWS[name]?.body ?? {}) } : {}),
  })
  const { code } = (body ?? {}) as { code?: string }
  return code === undefined ? [status] : [status, code]
}

const expected = ({ kind, answer }: Row, who: Who, isOwn: boolean): Answer => {
  const isOperator = (who === 'editor' || who === 'owner') && isOwn
  switch (kind) {
    case 'everyone':
    case 'bearer':
      return answer
    case 'page':
      return isOwn ? answer : [403, 'origin-refused']
    case 'operator':
      return isOperator ? answer : [403, 'not-allowed']
    case 'operator on a page':
      if (!isOwn) return [403, 'origin-refused']
      return isOperator ? answer : [403, 'not-allowed']
  }
}

describe('the endpoints of the plugin', () => {
  test('are all in the table, and nothing else is', () => {
    expect(endpoints().map(nameOf).sort()).toEqual(Object.keys(ROWS).sort())
  })

  test.each(Object.entries(ROWS))('%s answers whom it should', async (name, row) => {
    const answers: Record<string, Answer> = {}
    const wanted: Record<string, Answer> = {}
    for (const who of WHO) {
      for (const [from, headers] of Object.entries(FROM)) {
        answers[`${who} from ${from}`] = await ask(name, who, headers)
        wanted[`${who} from ${from}`] = expected(row, who, from === 'its own page')
      }
    }
    expect(answers).toEqual(wanted)
  })

  test('order nothing of the service for anybody else', () => {
    // Two operators, from one page, each once: what is left are questions that change nothing.
    const changes = service.orders.filter(({ action }) => action === 'drain')
    expect(changes).toHaveLength(2)
  })
})

/** What operators may do with the plugin's own collections beside reading. Nobody else may do anything. */
const COLLECTIONS: Record<string, ('PATCH' | 'DELETE')[]> = {
  'terminal-smoke-runs': [],
  'terminal-recordings': ['PATCH', 'DELETE'],
  'terminal-sessions': ['DELETE'],
  'terminal-days': [],
}

describe('the collections of the plugin', () => {
  test('are all in the table, and nothing else is', () => {
    const slugs = cms.payload.config.collections.map(({ slug }) => slug)
    const ours = slugs.filter((slug) => slug.startsWith('terminal-'))
    expect(ours.sort()).toEqual(Object.keys(COLLECTIONS).sort())
  })

  test.each(Object.entries(COLLECTIONS))('%s are open to operators only', async (slug, open) => {
    const calls: [string, string, boolean][] = [
      ['GET', `/${slug}`, true],
      ['POST', `/${slug}`, false],
      ['PATCH', `/${slug}/${UUID}`, open.includes('PATCH')],
      ['DELETE', `/${slug}/${UUID}`, open.includes('DELETE')],
    ]
    for (const who of WHO) {
      for (const [from, headers] of Object.entries(FROM)) {
        const isOperator = (who === 'editor' || who === 'owner') && from === 'its own page'
        for (const [method, path, isOpen] of calls) {
          const { status } = await cms.rest(path, {
            method,
            headers: { ...credentials.get(who), ...headers, 'content-type': 'application/json' },
            ...(method === 'GET' || method === 'DELETE' ? {} : { body: '{}' }),
          })
          const isRefused = status === 403
          expect([who, from, method, isRefused]).toEqual([
            who,
            from,
            method,
            !(isOperator && isOpen),
          ])
        }
      }
    }
  })
})

describe('the owner’s cookie, sent by a foreign page', () => {
  const state = async () => {
    const terminal = await cms.payload.findGlobal({ slug: 'terminal', overrideAccess: true })
    const { totalDocs } = await cms.payload.count({ collection: 'users', overrideAccess: true })
    return { enabled: terminal.enabled, users: totalDocs }
  }
  const writes: [string, string, unknown][] = [
    ['POST', '/globals/terminal', { enabled: false }],
    ['POST', '/users', { email: 'x@example.com', password: PASSWORD, name: 'x', role: 'owner' }],
    ['DELETE', '/users?where[role][equals]=viewer', undefined],
    ['POST', '/users/logout?allSessions=true', {}],
    ['POST', '/payload-jobs/run', {}],
  ]
  test.each(writes)('is worth nothing: %s %s', async (method, path, body) => {
    const before = await state()
    for (const from of ['a foreign page', 'a foreign page that hides its origin', 'no page']) {
      const { status } = await cms.rest(path, {
        method,
        headers: {
          ...credentials.get('owner'),
          ...FROM[from],
          'content-type': 'application/json',
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      expect([from, status]).toEqual([from, expect.any(Number)])
      expect(status).toBeGreaterThanOrEqual(400)
    }
    expect(await state()).toEqual(before)
  })

  test('still works on our own page', async () => {
    const { status } = await cms.rest('/globals/terminal', {
      method: 'POST',
      headers: {
        ...credentials.get('owner'),
        ...FROM['its own page'],
        'content-type': 'application/json',
      },
      body: JSON.stringify({ notice: 'Hello' }),
    })
    expect(status).toBe(200)
  })
})
