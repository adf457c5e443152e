import { expect, test } from '@jest/globals'
import { readOptions } from './options.ts'

test('it measures in full unless told otherwise', () => {
  expect(readOptions([])).toMatchObject({ sizes: { projects: 500, all: 100_000 }, isStrict: false })
  const { sizes, isStrict } = readOptions(['--quick', '--strict', '--requests=1000'])
  expect([sizes, isStrict]).toEqual([
    { projects: 100, technologies: 500, cold: 100, search: 400, warm: 1000, all: 1000 },
    true,
  ])
  expect(readOptions(['--projects=20']).sizes).toMatchObject({ projects: 20, cold: 20 })
})

test.each([['--fast'], ['list'], ['--projects=many'], ['--projects=0'], ['--requests=-1']])(
  '%s is refused',
  (word) => {
    expect(() => readOptions([word])).toThrow()
  },
)
