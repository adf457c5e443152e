// Who may do what: every collection, global and sensitive field that the config holds, asked over REST by everybody.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { CollectionSlug, GlobalSlug } from 'payload'
import { type People, peopleOf } from '../support/access-people.ts'
import { FORGED, type Made, type Sample, sampleOf, seedsOf } from '../support/access-samples.ts'
import {
  BEYOND,
  COLLECTIONS,
  FIELDS,
  type FieldRow,
  GLOBALS,
  type Operation,
  OWN_ACCOUNT,
  type Row,
  WHO,
  type Who,
} from '../support/access-table.ts'
import { type Account, startTestCms, type TestCms } from '../support/cms.ts'
import { sensitiveFields, valueAt, withValue } from '../support/sensitive-fields.ts'

type Doc = Record<string, unknown>

let cms: TestCms
let people: People
const made: Made = { archive: '', account: '', other: '' }

beforeAll(async () => {
  cms = await startTestCms()
  people = await peopleOf(cms)
  made.account = people.accounts.viewer.id
  made.archive = await create('archives')
})
afterAll(() => cms?.stop())

/** Below Payload where its operations are closed to everybody. */
const BELOW = new Set(['audit-log', 'payload-jobs', 'payload-kv'])

const create = async (
  collection: string,
  { isHidden = false, more = {} } = {},
): Promise<string> => {
  // One for each account.
  if (collection === 'second-factors') made.other = await create('users')
  const { data, file } = await sampleOf(collection, made, isHidden)
  const { payload } = cms
  const slug = collection as CollectionSlug
  const doc = BELOW.has(collection)
    ? await payload.db.create({ collection: slug, data, req: {} })
    : await payload.create({
        collection: slug,
        data: { ...data, ...more } as never,
        ...(file ? { file } : {}),
        context: { isSetup: true },
        overrideAccess: true,
      })
  return String(doc.id)
}

const stored = (collection: string, id: string): Promise<Doc> =>
  cms.payload.findByID({
    collection: collection as CollectionSlug,
    id,
    depth: 0,
    showHiddenFields: true,
    overrideAccess: true,
  }) as unknown as Promise<Doc>

/** `sample`: sent as a form where there is a file. */
const ask = (who: Who | Record<string, string>, method: string, path: string, sample?: Sample) => {
  const headers = typeof who === 'string' ? people.headers[who] : who
  if (!sample) return cms.rest(path, { method, headers })
  if (!sample.file) {
    return cms.rest(path, {
      method,
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(sample.data),
    })
  }
  const form = new FormData()
  const { data, mimetype, name } = sample.file
  form.set('file', new Blob([new Uint8Array(data)], { type: mimetype }), name)
  form.set('_payload', JSON.stringify(sample.data))
  return cms.rest(path, { method, headers, body: form })
}

const REFUSED = [401, 403, 404]

/** Whether it was done. Anything but that and a refusal is the test's failure. */
const isDone = ({ status, body }: { status: number; body: unknown }, isClosed = false): boolean => {
  if (status >= 200 && status < 300) return true
  // 501: Payload gives some tables no address at all.
  if (REFUSED.includes(status) || (isClosed && status === 501)) return false
  throw new Error(`${status}: ${JSON.stringify(body)}`)
}

/** Those of `WHO` of whom `act` says so, one after the other or, where nothing is written, all at once. */
const those = async (act: (who: Who) => Promise<boolean>, isAtOnce = false): Promise<Who[]> => {
  const verdicts: boolean[] = []
  if (isAtOnce) verdicts.push(...(await Promise.all(WHO.map(act))))
  else for (const who of WHO) verdicts.push(await act(who))
  return WHO.filter((_, at) => verdicts[at])
}

const configOf = (slug: string) => cms.payload.collections[slug as CollectionSlug].config

const perform = async (slug: string, operation: Operation, allowed: readonly Who[]) => {
  const isClosed = configOf(slug).endpoints === false
  const done = (answer: { status: number; body: unknown }) => isDone(answer, isClosed)
  if (operation === 'create') {
    return those(async (who) =>
      done(await ask(who, 'POST', `/${slug}`, await sampleOf(slug, made))),
    )
  }
  if (operation === 'read versions') {
    return those(async (who) => done(await ask(who, 'GET', `/${slug}/versions`)), true)
  }
  if (operation === 'unlock') {
    const { email } = people.accounts.viewer
    return those(async (who) =>
      done(await ask(who, 'POST', `/${slug}/unlock`, { data: { email } })),
    )
  }
  const id = await create(slug, { isHidden: operation === 'read what visitors do not see' })
  switch (operation) {
    case 'update': {
      const data = slug === 'users' ? { name: 'New name' } : {}
      return those(async (who) => done(await ask(who, 'PATCH', `/${slug}/${id}`, { data })))
    }
    case 'delete': {
      const deleted = await those(async (who) => {
        const own = allowed.includes(who) ? await create(slug) : id
        return done(await ask(who, 'DELETE', `/${slug}/${own}`))
      })
      const { pool, tableNameMap } = cms.payload.db
      const key = slug.replaceAll('-', '_')
      const left = await pool.query(
        `select 1 from "${tableNameMap.get(key) ?? key}" where id = $1`,
        [id],
      )
      expect(left.rowCount).toBe(1)
      return deleted
    }
    default:
      return those(async (who) => done(await ask(who, 'GET', `/${slug}/${id}`)), true)
  }
}

const rowsOf = (table: Record<string, Row>) =>
  Object.entries(table).flatMap(([slug, row]) =>
    Object.entries(row).map(([operation, allowed]) => ({
      slug,
      operation: operation as Operation,
      allowed,
    })),
  )

describe('in a collection', () => {
  test.each(rowsOf(COLLECTIONS))(
    'of $slug may $operation who the table says',
    async ({ slug, operation, allowed }) => {
      expect(await perform(slug, operation, allowed)).toEqual(
        WHO.filter((who) => allowed.includes(who)),
      )
    },
  )
})

describe('in a global', () => {
  const dataOf = (slug: string) => {
    if (slug === 'site') return { name: 'N', title: 'T', intro: 'I' }
    return slug === 'account-rules' ? { requireSecondFactor: true } : {}
  }
  test.each(rowsOf(GLOBALS))(
    'of $slug may $operation who the table says',
    async ({ slug, operation, allowed }) => {
      // Visitors get what is there: a global that nobody wrote yet is there for nobody.
      if (slug === 'site') {
        const data = dataOf(slug) as never
        await cms.payload.updateGlobal({ slug: slug as GlobalSlug, data, overrideAccess: true })
      }
      const path = `/globals/${slug}${operation === 'read versions' ? '/versions' : ''}`
      const act = async (who: Who) =>
        isDone(
          operation === 'update'
            ? await ask(who, 'POST', path, { data: dataOf(slug) })
            : await ask(who, 'GET', path),
        )
      expect(await those(act)).toEqual(WHO.filter((who) => allowed.includes(who)))
    },
  )
})

/** Rows of `FIELDS` that stand in `slug`, by the place inside its documents. */
const fieldRowsOf = (slug: string): [path: string, row: FieldRow][] =>
  Object.entries(FIELDS)
    .filter(([path]) => path.startsWith(`${slug}.`))
    .map(([path, row]) => [path.slice(slug.length + 1), row])

const forgedFor = (
  slug: string,
  operation: 'create' | 'update',
): [path: string, value: unknown][] =>
  fieldRowsOf(slug)
    .filter(([, row]) => row[operation] !== undefined)
    .map(([path]) => [path, FORGED[`${slug}.${path}`]])

const told = (value: unknown): string => JSON.stringify(value) ?? ''

type Found = Record<string, Who[]>

const note = (found: Found, path: string, who: Who): void => {
  found[path] = [...(found[path] ?? []), who]
}

/** As the table says, of those who may `operation` the document at all. */
const wantedOf = (slug: string, operation: 'read' | 'create' | 'update'): Found => {
  const rows = fieldRowsOf(slug).map(([path, row]) => [
    path,
    WHO.filter((who) => row[operation]?.includes(who)),
  ])
  return Object.fromEntries(rows.filter(([, allowed]) => allowed?.length))
}

const SLUGS = [...new Set(Object.keys(FIELDS).map((path) => path.split('.')[0]!))]

describe('in the fields', () => {
  test.each(SLUGS)('of %s everybody reads what they may, and no more', async (slug) => {
    const seeds = seedsOf(made)[slug] ?? {}
    const id = await create(slug)
    await cms.payload.update({
      collection: slug as CollectionSlug,
      id,
      data: seeds as never,
      context: { isSetup: true },
      overrideAccess: true,
    })
    const paths = fieldRowsOf(slug).flatMap(([path, { read }]) => (read ? [path] : []))
    const all = await stored(slug, id)
    expect(paths.filter((path) => valueAt(all, path) === undefined)).toEqual([])
    const found: Found = {}
    for (const who of WHO) {
      const { status, body } = await ask(who, 'GET', `/${slug}/${id}?depth=0`)
      if (status !== 200) continue
      for (const path of paths) if (valueAt(body, path) !== undefined) note(found, path, who)
    }
    expect(found).toEqual(wantedOf(slug, 'read'))
  })

  const written = SLUGS.filter((slug) => forgedFor(slug, 'update').length > 0)

  test.each(written)('of %s everybody writes what they may, and no more', async (slug) => {
    const found: Found = {}
    const shared = await create(slug)
    for (const who of WHO) {
      const id = COLLECTIONS[slug]?.update?.includes(who) ? await create(slug) : shared
      const before = await stored(slug, id)
      const data = forgedFor(slug, 'update').reduce<Doc>(
        (doc, [path, value]) => withValue(doc, path, value),
        {},
      )
      const isAllowed = isDone(await ask(who, 'PATCH', `/${slug}/${id}`, { data }))
      const after = await stored(slug, id)
      if (!isAllowed) expect(after).toEqual(before)
      for (const [path] of forgedFor(slug, 'update')) {
        if (told(valueAt(after, path)) !== told(valueAt(before, path))) note(found, path, who)
      }
      // The address is unique.
      if (id !== shared) {
        await cms.payload.delete({ collection: slug as CollectionSlug, id, overrideAccess: true })
      }
    }
    expect(found).toEqual(wantedOf(slug, 'update'))
  })

  const begun = SLUGS.filter(
    (slug) => COLLECTIONS[slug]?.create?.length && forgedFor(slug, 'create').length > 0,
  )

  test.each(begun)('of %s everybody begins with what they may, and no more', async (slug) => {
    const found: Found = {}
    for (const who of WHO.filter((one) => COLLECTIONS[slug]?.create?.includes(one))) {
      const { data, file } = await sampleOf(slug, made)
      const forged = forgedFor(slug, 'create')
      const sent = forged.reduce<Doc>((doc, [path, value]) => withValue(doc, path, value), data)
      const answer = await ask(who, 'POST', `/${slug}`, { data: sent, ...(file ? { file } : {}) })
      expect(isDone(answer)).toBe(true)
      const after = await stored(slug, (answer.body as { doc: { id: string } }).doc.id)
      for (const [path, value] of forged) {
        if (told(valueAt(after, path)) === told(value)) note(found, path, who)
      }
    }
    expect(found).toEqual(wantedOf(slug, 'create'))
  })

  /** New ones, for they change; who is no person asks about somebody else's. */
  const ownOf = async (
    who: Who,
  ): Promise<{ account: Account; headers: Record<string, string> }> => {
    if (who === 'viewer' || who === 'editor' || who === 'owner') return people.member(who)
    const { due, disabled } = people.accounts
    return { account: who === 'second factor due' ? due : disabled, headers: people.headers[who] }
  }

  test('of their own account everybody writes what they may, and no more', async () => {
    const found: Found = {}
    for (const who of WHO) {
      const { account, headers } = await ownOf(who)
      const path = `/users/${account.id}`
      const before = await stored('users', account.id)
      const isRead = isDone(await ask(headers, 'GET', path))
      const isNamed = isDone(await ask(headers, 'PATCH', path, { data: { name: `Own ${who}` } }))
      expect([who, isRead]).toEqual([who, isNamed])
      if (isNamed) note(found, 'read and rename', who)
      const role = before.role === 'owner' ? 'editor' : 'owner'
      const data = { role, disabled: before.disabled !== true, email: `own-${account.email}` }
      await ask(headers, 'PATCH', path, { data })
      const after = await stored('users', account.id)
      for (const name of ['role', 'disabled', 'email']) {
        if (after[name] !== before[name]) note(found, name, who)
      }
    }
    expect(found).toEqual(OWN_ACCOUNT)
  })
})

describe('nothing is forgotten:', () => {
  const columnsOf = async (slug: string): Promise<Operation[]> => {
    const { access, auth, versions } = configOf(slug)
    const seen = await access.read({ req: { user: null, context: {} } } as never)
    const columns: Operation[] = ['read', 'create', 'update', 'delete']
    if (typeof seen === 'object') columns.push('read what visitors do not see')
    if (versions) columns.push('read versions')
    if (auth) columns.push('unlock')
    return columns.sort()
  }

  test('every collection and global has its row', async () => {
    const { collections, globals } = cms.payload.config
    expect(collections.map(({ slug }) => slug).sort()).toEqual(
      [...Object.keys(COLLECTIONS), ...Object.keys(BEYOND)].sort(),
    )
    expect(globals.map(({ slug }) => slug).sort()).toEqual(Object.keys(GLOBALS).sort())
  })

  test('every row has a column for each thing that can be done', async () => {
    for (const [slug, row] of Object.entries(COLLECTIONS)) {
      expect([slug, Object.keys(row).sort()]).toEqual([slug, await columnsOf(slug)])
    }
    for (const { slug, versions } of cms.payload.config.globals) {
      const columns = versions ? ['read', 'read versions', 'update'] : ['read', 'update']
      expect([slug, Object.keys(GLOBALS[slug]!).sort()]).toEqual([slug, columns])
    }
  })

  test('every field with a rule of its own is in the table, with each of its rules', () => {
    const { collections, globals } = cms.payload.config
    const ruled = [...collections, ...globals]
      .filter(({ slug }) => !Object.hasOwn(BEYOND, slug))
      .flatMap(({ slug, flattenedFields }) =>
        sensitiveFields(flattenedFields).map(({ path, operations }) => [
          `${slug}.${path}`,
          operations.sort(),
        ]),
      )
    const rows = Object.entries(FIELDS).map(([path, row]) => [path, Object.keys(row).sort()])
    expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(ruled))
  })
})
