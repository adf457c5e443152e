// What readers without an account may ask of the REST API: all that the site asks, and nothing by which to guess.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { PASSWORD, startTestCms, type TestCms } from '../support/cms.ts'
import { queryString } from '../support/query.ts'

let cms: TestCms
let cookie: string

beforeAll(async () => {
  cms = await startTestCms()
  const { email } = await cms.account('viewer')
  const { body } = await cms.rest('/users/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: PASSWORD }),
  })
  cookie = `payload-token=${(body as { token: string }).token}`
  await cms.payload.create({
    collection: 'projects',
    data: {
      title: 'Seen',
      summary: 'It works.',
      slug: 'seen',
      kind: 'school',
      _status: 'published',
    },
    overrideAccess: true,
  })
})
afterAll(() => cms?.stop())

const refused = { status: 400, body: { code: 'query-refused', status: 400 } }

const REFUSED: [string, string][] = [
  ['private columns', '/projects?where[demo.environment.value][like]=a'],
  ['columns of related documents', '/projects?where[demo.title][equals]=a'],
  ['text search by comparing', '/projects?where[title][like]=a'],
  ['operators that cost', '/projects?where[slug][contains]=a'],
  ['columns of accounts', '/users?where[password][like]=a'],
  ['hashes', '/users?where[hash][like]=a'],
  ['counting by them', '/users/count?where[hash][like]=a'],
  ['the log', '/audit-log?where[actor][equals]=owner'],
  ['the order of private columns', '/demos?sort=maxSessions'],
  ['the order of related ones', '/projects?sort=demo.maxSessions'],
  ['many orders', '/projects?sort=title,order,createdAt,updatedAt'],
  ['everything at once', '/projects?limit=0'],
  ['everything without pages', '/projects?pagination=false'],
  ['a huge page', '/projects?limit=201'],
  ['a page far away', '/projects?page=1001'],
  ['a negative page', '/projects?page=-1'],
  ['a depth beyond three', '/projects?depth=4'],
  ['drafts', '/projects?draft=true'],
  ['the trash', '/projects?trash=true'],
  ['joins', '/experiences?joins[projects][limit]=1000'],
  ['other languages', '/projects?flattenLocales=true'],
  ['private fields by name', '/demos?select[environment]=true'],
  ['private fields through a document', '/projects?populate[demos][build]=true'],
  ['accounts through a document', '/projects?populate[users][email]=true'],
  ['fields to leave out', '/projects?select[title]=false'],
  ['JSON in a parameter', `/projects?where=${encodeURIComponent('{"title":{"like":"a"}}')}`],
  ['deep questions', `/projects?where${'[and][0]'.repeat(4)}[slug][equals]=a`],
  [
    'long questions',
    `/projects?${Array.from({ length: 21 }, (_, at) => `where[or][${at}][slug][equals]=a`).join('&')}`,
  ],
  ['very long questions', `/projects?where[slug][equals]=${'a'.repeat(5000)}`],
  ['unknown parameters', '/projects?debug=1'],
  ['globals by what they lack', '/globals/site?select[hidden]=true'],
]

test.each(REFUSED)('nobody asks for %s', async (_, path) => {
  expect(await cms.rest(path)).toMatchObject(refused)
})

test('the refusal names the parameter and quotes nothing of what was sent', async () => {
  const { body } = await cms.rest('/projects?where[title][like]=hunter2')
  expect(body).toMatchObject({
    errors: [{ message: 'Without an account, “where” cannot be asked like this.' }],
  })
  expect(JSON.stringify(body)).not.toContain('hunter2')
})

test('a question in a body is the same question', async () => {
  const override = (body: string, contentType: string) =>
    cms.rest('/users', {
      method: 'POST',
      headers: { 'X-Payload-HTTP-Method-Override': 'GET', 'content-type': contentType },
      body,
    })
  const form = 'application/x-www-form-urlencoded'
  expect(await override('where[hash][like]=a', form)).toMatchObject(refused)
  const json = await override('{"where":{"hash":{"like":"a"}}}', 'application/json')
  expect(json).toMatchObject(refused)
})

describe('the site', () => {
  const questions: [string, string][] = [
    [
      'the list',
      `/projects${queryString({ where: { _status: { equals: 'published' } }, sort: 'order', limit: 200, depth: 1, select: { title: true, slug: true, demo: true }, populate: { media: { filename: true, sizes: true }, demos: { title: true, commands: true } } })}`,
    ],
    [
      'one project',
      `/projects${queryString({ where: { _status: { equals: 'published' }, slug: { equals: 'seen' } }, limit: 1, depth: 1 })}`,
    ],
    [
      'its settings',
      `/globals/site${queryString({ depth: 1, select: { name: true, navigation: true }, populate: { media: { alt: true } } })}`,
    ],
    ['several by id', '/projects?where[id][in][0]=00000000-0000-4000-8000-000000000000'],
    ['alternatives', '/projects?where[or][0][slug][equals]=seen&where[or][1][kind][equals]=school'],
  ]
  test.each(questions)('may ask for %s', async (_, path) => {
    expect((await cms.rest(path)).status).toBe(200)
  })
})

test('whoever has an account asks as before', async () => {
  const ask = (path: string) =>
    cms.rest(path, { headers: { cookie, origin: 'http://cms.example' } })
  expect(await ask('/projects?where[title][like]=See&draft=true')).toMatchObject({
    status: 200,
    body: { totalDocs: 1 },
  })
})

test.each(['hash', 'salt', 'resetPasswordToken', 'password', 'sessions.id'])(
  'not even with an account does anybody compare by %s',
  async (field) => {
    const { status, body } = await cms.rest(`/users?where[${field}][like]=a`, {
      headers: { cookie, origin: 'http://cms.example' },
    })
    expect({ status, body }).toMatchObject({ status: 400, body: { code: 'bad-request' } })
  },
)
