import { describe, expect, test } from '@jest/globals'
import { CLOSE, EXIT_REASONS, PROBLEMS, type ProblemCode } from '@shellfolio/protocol'
import { closePhase, exitPhase, problemOf, queuedPhase, refusedPhase } from './phase.ts'
import { isOver } from './terminal-state.ts'

describe('what a visitor is told', () => {
  test.each(EXIT_REASONS)('is one sentence for each way a session ends: %s', (reason) => {
    const phase = exitPhase({ reason, code: 0, signal: null, ms: 1 })
    expect([isOver(phase), phase.reason]).toEqual([true, reason])
    expect(phase.message).toMatch(/^[A-Z].*\.$/)
  })

  test.each(Object.entries(CLOSE))('is one for each way a connection ends: %s', (_, code) => {
    expect(isOver(closePhase(code))).toBe(true)
    expect(closePhase(code).message).toMatch(/^[A-Z].*\.$/)
  })

  test.each(Object.entries(PROBLEMS))('tells what is away from what is broken: %s', (code, its) => {
    const { state } = refusedPhase(code as ProblemCode)
    expect(state).toBe(its.status === 503 ? 'unavailable' : 'failed')
  })

  test.each([null, 'x', {}, { code: 'toString' }, { code: 7 }])(
    'takes nothing from an error of another shape: %j',
    (body) => {
      expect(problemOf(body)).toBeUndefined()
    },
  )

  test.each([
    [1, undefined, 'You are next.'],
    [1, 3, 'You are next, in about 10 seconds.'],
    [4, 41, 'You are number 4 in line, in about 50 seconds.'],
    [4, 56, 'You are number 4 in line, in about a minute.'],
    [40, 610, 'You are number 40 in line, in about 10 minutes.'],
  ])(
    'is the place and a time that promises no more than is known: %i, %p s',
    (position, s, end) => {
      const { message } = queuedPhase(s === undefined ? { position } : { position, estimateS: s })
      expect(message).toBe(`Every terminal is in use. ${end}`)
    },
  )
})
