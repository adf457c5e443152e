import { describe, expect, test } from '@jest/globals'
import { MAX_COMMAND_NAME_CHARS, MAX_COMMAND_NAMES, MAX_ENDED_PER_ANSWER } from '../limits.ts'
import { EndedSessions } from './ended-sessions.ts'
import { Ledger } from './ledger.ts'

const past = (sid: string) =>
  new Ledger().close('exit', { sid, demoId: 'd', bytesIn: 0, bytesOut: 0 })
const sids = (page: ReturnType<EndedSessions['after']>) => page.sessions.map(({ sid }) => sid)

describe('sessions that ended', () => {
  test('are told in order, each after the number of the one before', () => {
    const ended = new EndedSessions('here')
    for (const sid of ['a', 'b', 'c']) ended.add(past(sid))
    expect(ended.after(0)).toMatchObject({ epoch: 'here', hasMore: false })
    expect(ended.after(0).sessions.map(({ sid, seq }) => `${sid}${seq}`)).toEqual([
      'a1',
      'b2',
      'c3',
    ])
    expect(sids(ended.after(2))).toEqual(['c'])
    expect(sids(ended.after(3))).toEqual([])
  })

  test('are forgotten from the oldest on, and keep their numbers', () => {
    const ended = new EndedSessions('here', 2)
    for (const sid of ['a', 'b', 'c']) ended.add(past(sid))
    expect(ended.after(0).sessions.map(({ sid, seq }) => `${sid}${seq}`)).toEqual(['b2', 'c3'])
  })

  test('are told a page at a time, each of which fits into an answer', () => {
    const ended = new EndedSessions('here')
    for (let index = 0; index <= MAX_ENDED_PER_ANSWER; index += 1) {
      const ledger = new Ledger()
      for (let name = 0; name < MAX_COMMAND_NAMES; name += 1) {
        ledger.ran(`${name} ${'漢'.repeat(MAX_COMMAND_NAME_CHARS)}`)
      }
      ended.add(ledger.close('hard-limit', { ...past('x'.repeat(64)), demoId: 'd'.repeat(128) }))
    }
    const page = ended.after(0)
    expect([page.sessions.length, page.hasMore]).toEqual([MAX_ENDED_PER_ANSWER, true])
    expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(1024 * 1024)
    expect(ended.after(page.sessions.at(-1)?.seq ?? 0)).toMatchObject({ hasMore: false })
  })
})
