// The log stays as it is: nobody changes it, the database itself refuses, and only time makes it shorter.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { FORGET_AUDIT, forgetOldEntries } from '../../cms/src/audit/forget.ts'
import { cms, cookies, entries, send, startAudited, stopAudited } from '../support/audited-cms.ts'

beforeAll(startAudited)
afterAll(stopAudited)

describe('nobody', () => {
  const data = { summary: 'Forged', action: 'delete' } as never
  const id = '00000000-0000-4000-8000-000000000000'

  test('writes, changes or removes an entry, whatever they may override', async () => {
    const [entry] = await entries({ action: 'login' })
    const collection = 'audit-log'
    const where = { action: { equals: 'login' } }
    const tries = [
      () => cms.payload.create({ collection, data, overrideAccess: true }),
      () => cms.payload.update({ collection, id: entry!.id, data, overrideAccess: true }),
      () => cms.payload.update({ collection, where, data, overrideAccess: true }),
      () => cms.payload.delete({ collection, id: entry!.id, overrideAccess: true }),
      () => cms.payload.delete({ collection, where, overrideAccess: true }),
    ]
    for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ status: 403 })
    expect((await entries({ action: 'login' }))[0]).toEqual(entry)
  })

  test.each(['editor', 'viewer'] as const)('reads it as %s', async (role) => {
    expect((await send('GET', '/audit-log', undefined, cookies[role])).status).toBe(403)
  })

  test('reads or writes it as a stranger, and an owner only reads', async () => {
    expect((await send('GET', '/audit-log')).status).toBe(403)
    expect((await send('GET', '/audit-log', undefined, cookies.owner)).status).toBe(200)
    expect((await send('POST', '/audit-log', data, cookies.owner)).status).toBe(403)
    expect((await send('PATCH', `/audit-log/${id}`, data, cookies.owner)).status).toBe(403)
    expect((await send('DELETE', `/audit-log/${id}`, undefined, cookies.owner)).status).toBe(403)
  })
})

describe('the database', () => {
  const query = (text: string) => cms.payload.db.pool.query(text)
  const insertOld = (days: number, summary: string) =>
    query(
      `insert into audit_log (summary, created_at) values ('${summary}', now() - interval '${days} days')`,
    )
  const count = async (summary: string) =>
    (await query(`select 1 from audit_log where summary = '${summary}'`)).rowCount

  test('refuses to change, remove or empty the log, also to whoever is connected to it', async () => {
    await insertOld(500, 'untouchable')
    for (const statement of [
      "update audit_log set actor = 'Somebody else'",
      "delete from audit_log where summary = 'untouchable'",
      'truncate audit_log',
      'truncate audit_log cascade',
    ]) {
      await expect(query(statement)).rejects.toMatchObject({ code: '42501' })
    }
    const { db } = cms.payload
    await expect(db.deleteMany({ collection: 'audit-log', where: {} })).rejects.toThrow()
    expect(await count('untouchable')).toBe(1)
  })

  test('lets nobody remove a young entry, even in the name of forgetting', async () => {
    await insertOld(29, 'young')
    await expect(
      query("begin; set local shellfolio.forgetting = 'on'; delete from audit_log; commit"),
    ).rejects.toMatchObject({ code: '42501' })
    await query('rollback')
    await query('select audit_log_forget(0)')
    expect(await count('young')).toBe(1)
  })

  test('forgets what is older than the owner’s setting, and leaves the rest closed', async () => {
    await insertOld(61, 'older')
    await insertOld(59, 'younger')
    await cms.payload.updateGlobal({
      slug: 'audit-settings',
      data: { days: 60 },
      overrideAccess: true,
    })
    expect(await forgetOldEntries(cms.payload)).toBeGreaterThan(0)
    expect([await count('older'), await count('younger')]).toEqual([0, 1])
    await expect(query("delete from audit_log where summary = 'younger'")).rejects.toThrow()
  })

  test('keeps entries for at least a month', async () => {
    await expect(
      cms.payload.updateGlobal({
        slug: 'audit-settings',
        data: { days: 29 },
        overrideAccess: true,
      }),
    ).rejects.toMatchObject({ status: 400 })
  })

  test('is told by the nightly job', () => {
    const task = cms.payload.config.jobs.tasks?.find(({ slug }) => slug === FORGET_AUDIT)
    expect(task?.schedule).toMatchObject([{ queue: 'default' }])
  })
})
