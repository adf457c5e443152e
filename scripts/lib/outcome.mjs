// What a check or a Jest project came to: how many passed and failed, and the name of each that failed.
import { relative } from 'node:path'

/** Names printed with the totals; a run in which more failed has one cause, not hundreds. */
export const MAX_NAMED = 20
/** A skipped test proves nothing, so it fails the run as a wrong one does. */
const NOT_RUN = new Set(['pending', 'skipped', 'disabled'])

const sameLine = (text) => text.replaceAll(/\s+/g, ' ').trim()

const namesInFile = ({ name, status, assertionResults }, root) => {
  const file = relative(root, name)
  const named = assertionResults
    .filter((test) => test.status === 'failed' || NOT_RUN.has(test.status))
    .map(
      (test) =>
        `${file} › ${sameLine(test.fullName)}${test.status === 'failed' ? '' : ' (skipped)'}`,
    )
  return named.length === 0 && status === 'failed'
    ? [`${file} › broke outside of its tests`]
    : named
}

/** One check that passes or fails as a whole. */
export const outcomeOfCheck = (title, hasPassed) => ({
  passed: hasPassed ? 1 : 0,
  failed: hasPassed ? 0 : 1,
  names: hasPassed ? [] : [title],
})

/**
 * One Jest project. A run without a result, or without a single test that passed, counts as a failure.
 * @param {string} project its name
 * @param {object} [result] what Jest wrote with --json; nothing when it ended before that
 * @param {string} root the folder that the files are named from
 */
export const outcomeOfSuite = (project, result, root) => {
  if (!result) return { passed: 0, failed: 1, names: [`${project}  ended without a result`] }
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = result
  const failed = numFailedTests + numRuntimeErrorTestSuites + numPendingTests
  const names = result.testResults
    .flatMap((file) => namesInFile(file, root))
    .map((name) => `${project}  ${name}`)
  if (numPassedTests > 0) return { passed: numPassedTests, failed, names }
  return {
    passed: 0,
    failed: Math.max(failed, 1),
    names: names.length > 0 ? names : [`${project}  had no test that passed`],
  }
}

/** The last lines of a run: what failed, and at the very end the totals, where scripts look for them. */
export const closingLines = (outcomes) => {
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0)
  const names = outcomes.flatMap((outcome) => outcome.names)
  const more = names.length - MAX_NAMED
  return [
    ...names.slice(0, MAX_NAMED).map((name) => `  ${name}`),
    ...(more > 0 ? [`  and ${more} more`] : []),
    `${total('passed')} passed, ${total('failed')} failed`,
  ]
}
