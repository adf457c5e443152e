import { expect, jest, test } from '@jest/globals'
import { APIError } from 'payload'
import { logger } from './logger.ts'

const hook = () => {
  const options = (logger as { options: { hooks: { logMethod: unknown } } }).options
  return options.hooks.logMethod as (
    this: { info: (...args: unknown[]) => void },
    args: unknown[],
    method: (...args: unknown[]) => void,
    level: number,
  ) => void
}

const log = (error: unknown) => {
  const info = jest.fn<(...args: unknown[]) => void>()
  const asError = jest.fn<(...args: unknown[]) => void>()
  hook().call({ info }, [{ err: error }], asError, 50)
  return { info: info.mock.calls, error: asError.mock.calls }
}

test('a refusal is one line of information', () => {
  const refused = new APIError('You may not.', 403, null, true)
  expect(log(refused)).toEqual({ info: [[{ status: 403 }, 'You may not.']], error: [] })
})

test('what went wrong on our side is logged whole', () => {
  for (const error of [new Error('no'), new APIError('no', 500, null, true)]) {
    expect(log(error)).toEqual({ info: [], error: [[{ err: error }]] })
  }
})
