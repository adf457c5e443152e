import { describe, expect, test } from '@jest/globals'
import { MAX_COMMAND_NAME_CHARS, MAX_COMMAND_NAMES } from '../limits.ts'
import { Ledger } from './ledger.ts'

const KNOWN = { sid: 's', demoId: 'd', bytesIn: 3, bytesOut: 5 }
const usage = (memoryBytes: number, cpuMs: number) => ({ memoryBytes, cpuMs, processes: 1 })

describe('what is remembered of a session', () => {
  test('is its times, sizes and counts', () => {
    const ledger = new Ledger()
    ledger.prompted(123.4)
    ledger.prompted(999)
    ledger.exited(3)
    expect(ledger.close('exit', KNOWN)).toEqual({
      ...KNOWN,
      startedAt: expect.stringMatching(/^20\d\d-/),
      endedAt: expect.stringMatching(/^20\d\d-/),
      reason: 'exit',
      exitCode: 3,
      peakMemoryBytes: 0,
      cpuMs: 0,
      startMs: 123,
      hasTyped: false,
      commands: {},
    })
  })

  test('has no exit code of a program that was ended, and no start that never came', () => {
    const ledger = new Ledger()
    ledger.exited(9)
    const past = ledger.close('idle', KNOWN)
    expect([past.exitCode, 'startMs' in past]).toEqual([null, false])
  })

  test('is that a line was sent, and nothing of the line', () => {
    const ledger = new Ledger()
    ledger.typed(Buffer.from('\u001b[?1;2c half a line'))
    expect(ledger.close('idle', KNOWN).hasTyped).toBe(false)
    ledger.typed(Buffer.from('export KEY=secret\r'))
    const past = ledger.close('idle', KNOWN)
    expect(past.hasTyped).toBe(true)
    expect(JSON.stringify(past)).not.toContain('secret')
  })

  test('is the most memory, and the time of all its sandboxes together', () => {
    const ledger = new Ledger()
    for (const seen of [usage(5, 100), undefined, usage(9, 250), usage(2, 40), usage(2, 60)]) {
      ledger.used(seen)
    }
    expect(ledger.close('idle', KNOWN)).toMatchObject({ peakMemoryBytes: 9, cpuMs: 310 })
  })

  test('is a bounded number of commands with bounded names', () => {
    const ledger = new Ledger()
    for (let index = 0; index < 3 * MAX_COMMAND_NAMES; index += 1) ledger.ran(`program-${index}`)
    ledger.ran('program-0')
    ledger.ran('x'.repeat(1000))
    const { commands } = ledger.close('idle', KNOWN)
    expect(Object.keys(commands)).toHaveLength(MAX_COMMAND_NAMES)
    expect(commands['program-0']).toBe(2)
    const other = new Ledger()
    other.ran('x'.repeat(1000))
    expect(other.close('idle', KNOWN).commands).toEqual({ ['x'.repeat(MAX_COMMAND_NAME_CHARS)]: 1 })
  })

  test('is a name of whole characters, which any database takes', () => {
    const ledger = new Ledger()
    const long = 'x'.repeat(MAX_COMMAND_NAME_CHARS - 1)
    ledger.ran(`${long}\u{1f37d}\u{1f37d}`)
    ledger.ran('half \ud83c and \0')
    expect(ledger.close('exit', KNOWN).commands).toEqual({
      [`${long}\u{1f37d}`]: 1,
      'half \ufffd and \ufffd': 1,
    })
  })
})
