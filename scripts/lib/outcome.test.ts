import { expect, test } from '@jest/globals'
import { closingLines, MAX_NAMED, outcomeOfCheck, outcomeOfSuite } from './outcome.mjs'

const file = (path: string, tests: Record<string, string>, status = 'passed') => ({
  name: `/house/${path}`,
  status,
  assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
})

const result = (numbers: object, testResults: object[]) => ({
  numPassedTests: 0,
  numFailedTests: 0,
  numRuntimeErrorTestSuites: 0,
  numPendingTests: 0,
  testResults,
  ...numbers,
})

test('a run without failures closes with its totals alone', () => {
  const unit = result({ numPassedTests: 2 }, [file('a.test.ts', { one: 'passed', two: 'passed' })])
  expect(
    closingLines([outcomeOfCheck('TypeScript', true), outcomeOfSuite('unit', unit, '/house')]),
  ).toEqual(['3 passed, 0 failed'])
})

test('failed and skipped tests, broken files and failed checks are each named on one line', () => {
  const cms = result(
    { numPassedTests: 1, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numPendingTests: 1 },
    [
      file(
        'tests/a.test.ts',
        { good: 'passed', 'in two\n  lines': 'failed', left: 'pending' },
        'failed',
      ),
      file('tests/b.test.ts', {}, 'failed'),
    ],
  )
  expect(
    closingLines([outcomeOfCheck('TypeScript', false), outcomeOfSuite('cms', cms, '/house')]),
  ).toEqual([
    '  TypeScript',
    '  cms  tests/a.test.ts › in two lines',
    '  cms  tests/a.test.ts › left (skipped)',
    '  cms  tests/b.test.ts › broke outside of its tests',
    '1 passed, 4 failed',
  ])
})

test('a project that ended early or ran nothing is a failure with a name', () => {
  expect(outcomeOfSuite('e2e', undefined, '/house')).toEqual({
    passed: 0,
    failed: 1,
    names: ['e2e  ended without a result'],
  })
  expect(outcomeOfSuite('unit', result({}, []), '/house')).toEqual({
    passed: 0,
    failed: 1,
    names: ['unit  had no test that passed'],
  })
})

test('of very many failures the first are named and the others counted', () => {
  const many = Array.from({ length: MAX_NAMED + 3 }, (_, at) =>
    outcomeOfCheck(`check ${at}`, false),
  )
  const lines = closingLines(many)
  expect(lines).toHaveLength(1 + MAX_NAMED + 1)
  expect(lines.slice(-2)).toEqual(['  and 3 more', `0 passed, ${MAX_NAMED + 3} failed`])
})
