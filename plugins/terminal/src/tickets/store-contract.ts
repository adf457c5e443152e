// What every ticket store must do; its tests are run for each implementation.
import { expect, test } from '@jest/globals'
import type { TicketRecord, TicketStore } from './store.ts'

export const ticketRecord = (more: Partial<TicketRecord> = {}): TicketRecord => ({
  origin: 'https://site.example',
  addressHash: 'address',
  service: 'http://10.0.0.5:3002',
  archiveId: 'archive-1',
  grant: {
    sid: 'session-1',
    role: 'controller',
    attach: false,
    record: false,
    demo: {
      id: 'demo-1',
      title: 'Demo',
      workdir: '.',
      build: 'make',
      toolchain: 'c',
      welcome: 'Hello: “größer”',
      env: { TERM_COLOURS: '1' },
      mode: 'guided',
      rules: [{ program: './run', argument: '[0-9]+' }],
      commands: [{ label: 'Run', command: './run 1', expect: 'größer' }],
      flags: { loopback: true, debug: false },
    },
    archive: {
      url: 'http://127.0.0.1:3001/api/terminal/archives/archive-1',
      sha256: 'a'.repeat(64),
      bytes: 10,
      format: 'tar.gz',
    },
    limits: { idleS: 1, graceS: 0, maxS: 2, memoryBytes: 3, diskBytes: 4, processes: 5 },
  },
  ...more,
})

/** `expire`: lets `seconds` pass as the store sees it. */
export const ticketStoreTests = (
  store: () => TicketStore,
  expire: (seconds: number) => Promise<void>,
): void => {
  test('gives back exactly what was put, once', async () => {
    const record = ticketRecord()
    await store().put('once', record, 30)
    expect(await store().take('once')).toEqual(record)
    expect(await store().take('once')).toBeUndefined()
  })

  test('remembers whose login a ticket depends on', async () => {
    const operator = { collection: 'users', id: 7, login: 'login-1' }
    await store().put('operator', ticketRecord({ operator }), 30)
    expect((await store().take('operator'))?.operator).toEqual(operator)
  })

  test('remembers what its session is recorded for', async () => {
    await store().put('recorded', ticketRecord({ recording: 'replay' }), 30)
    expect((await store().take('recorded'))?.recording).toBe('replay')
  })

  test('knows nothing of a hash that was never put', async () => {
    expect(await store().take('never')).toBeUndefined()
  })

  test('gives a ticket to exactly one of many takers at once', async () => {
    await store().put('race', ticketRecord(), 30)
    const taken = await Promise.all(Array.from({ length: 50 }, () => store().take('race')))
    expect(taken.filter((record) => record !== undefined)).toHaveLength(1)
  })

  test('keeps tickets apart', async () => {
    await store().put('one', ticketRecord({ archiveId: 'one' }), 30)
    await store().put('two', ticketRecord({ archiveId: 'two' }), 30)
    expect((await store().take('two'))?.archiveId).toBe('two')
    expect((await store().take('one'))?.archiveId).toBe('one')
  })

  test('forgets a ticket when its time is over', async () => {
    await store().put('old', ticketRecord(), 1)
    await expire(1.1)
    expect(await store().take('old')).toBeUndefined()
  })
}
