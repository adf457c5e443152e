// What an upgrade leaves behind where visitors are recorded: a recording that will be found.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals'
import { createPending } from '../../plugins/terminal/src/recordings/pending.ts'
import { GREETING } from '../support/plugin/fake-service.ts'
import { host, problem, refused, service, upgrade } from '../support/plugin/upgrade-fixture.ts'

describe('a session that is recorded', () => {
  const waiting = () => createPending(host.cms.payload).list()
  beforeEach(() => {
    host.cms.terminal.replay = { enabled: true, days: 3 }
  })
  afterEach(() => {
    delete host.cms.terminal.replay
  })

  test('is remembered with its service once its ticket is used, and not before', async () => {
    const { ticket, session } = await host.launch()
    await host.launch()
    expect(await waiting()).toEqual([])
    const client = await upgrade({ ticket })
    await client.sees(GREETING)
    const [remembered, ...others] = await waiting()
    expect(others).toEqual([])
    expect(remembered).toEqual({
      session,
      demo: 'demo-1',
      kind: 'replay',
      service: service.url,
      startedAtMs: expect.any(Number),
    })
    service.finish(session)
    await client.closed
    await createPending(host.cms.payload).remove(session)
  })

  test('does not begin when it cannot be remembered, and gives its place back', async () => {
    const { ticket } = await host.launch()
    const [places, requests] = [await host.places(), service.requests.length]
    const { kv } = host.cms.payload
    const { set } = kv
    kv.set = () => Promise.reject(new Error('The database is away.'))
    const answer = await refused({ ticket })
    kv.set = set
    expect(problem(answer)).toMatchObject({ code: 'service-unavailable' })
    expect([await host.places(), service.requests.length]).toEqual([places - 1, requests])
    expect(await waiting()).toEqual([])
  })
})
