// The log says what happened and never what was typed, granted or configured.
import { describe, expect, test } from '@jest/globals'
import { createLog, type SessionFields } from './log.ts'

const open = () => {
  const lines: string[] = []
  const log = createLog({ level: 'debug', destination: { write: (line) => lines.push(line) } })
  return { log, lines, last: () => JSON.parse(lines.at(-1) ?? '') }
}

describe('the log', () => {
  test('writes JSON lines of the fields that are allowed', () => {
    const { log, last } = open()
    log.session('session ended', { sid: 's', demo: 'd', reason: 'idle', bytes: 5, ms: 7 })
    expect(last()).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      service: 'terminal',
      sid: 's',
      demo: 'd',
      reason: 'idle',
      bytes: 5,
      ms: 7,
      msg: 'session ended',
    })
  })

  test('says how a build and a smoke run went', () => {
    const { log, last } = open()
    log.session('build ended', { demo: 'd', key: 'k', outcome: 'ok', ms: 7, bytes: 5 })
    expect(last()).toMatchObject({ demo: 'd', key: 'k', outcome: 'ok', ms: 7, bytes: 5 })
    log.session('smoke run ended', { demo: 'd', outcome: 'failed', passed: 2, failed: 0, ms: 7 })
    expect(last()).toMatchObject({ outcome: 'failed', passed: 2, failed: 0 })
  })

  test('drops every other field, however it came in', () => {
    const { log, lines } = open()
    const fields = { sid: 's', token: 'T0KEN', env: { KEY: 'V4LUE' }, input: 'TYP3D' }
    log.session('session started', fields as SessionFields)
    expect(lines.join('')).toContain('"sid":"s"')
    expect(lines.join('')).not.toMatch(/T0KEN|V4LUE|TYP3D/)
  })

  test('tells a fault with its stack and causes, without what hangs on it', () => {
    const { log, lines, last } = open()
    const cause = Object.assign(new Error('inner'), { env: { KEY: 'V4LUE' } })
    const error = Object.assign(new Error('outer', { cause }), {
      code: 'EFAULT',
      request: { headers: { 'x-term-grant': 'T0KEN' } },
      spawnargs: ['TYP3D'],
    })
    log.fault(error)
    expect(last()).toMatchObject({
      level: 'error',
      error: {
        message: 'outer',
        code: 'EFAULT',
        stack: expect.stringContaining('log.test.ts'),
        cause: { message: 'inner' },
      },
    })
    log.fault({ password: 'V4LUE' })
    expect(lines.join('')).not.toMatch(/T0KEN|V4LUE|TYP3D/)
  })

  test('survives an error that is its own cause', () => {
    const { log, lines } = open()
    const error = new Error('round')
    error.cause = error
    log.fault(error)
    expect(lines).toHaveLength(1)
  })
})
