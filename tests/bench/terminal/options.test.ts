import { describe, expect, it } from '@jest/globals'
import { parseOptions, SCENARIOS } from './options.ts'

describe('the options of the bench', () => {
  it('mean everything, in full, when there are none', () => {
    const { scenarios, isStrict, sizes } = parseOptions([])
    expect(scenarios).toBe(SCENARIOS)
    expect(isStrict).toBe(false)
    expect(sizes).toMatchObject({ idleSessions: 300, bulkBytes: 100_000_000, numbers: 5_000_000 })
  })

  it('choose scenarios, sizes and strictness', () => {
    const { scenarios, isStrict, sizes } = parseOptions(['echo', '--quick', 'bulk', '--strict'])
    expect(scenarios).toEqual(['echo', 'bulk'])
    expect(isStrict).toBe(true)
    expect(sizes.rounds).toBe(1)
  })

  it('take as many rounds as are asked for, however long they last', () => {
    expect(parseOptions(['bulk', '--rounds=20']).sizes).toMatchObject({
      rounds: 20,
      roundsMs: Number.POSITIVE_INFINITY,
      bulkBytes: 100_000_000,
    })
  })

  it('are refused when they are not known', () => {
    expect(() => parseOptions(['ecko'])).toThrow('ecko is none of start, echo')
    expect(() => parseOptions(['--fast'])).toThrow('--fast')
    expect(() => parseOptions(['--rounds=0'])).toThrow('--rounds=1 to 99')
  })
})
