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

test('a query that failed is logged without the values that it was about', () => {
  const cause = new Error('The connection was lost.')
  const failed = Object.assign(
    new Error('Failed query: insert … $1\nparams: a@b.example,x9', { cause }),
    {
      query: 'insert … $1',
      params: ['a@b.example', 'x9'],
    },
  )
  const [[{ err }]] = log(failed).error as [[{ err: Error & { query: string } }]]
  expect([err.message, err.query, err.cause]).toEqual([
    'Failed query: insert … $1',
    'insert … $1',
    cause,
  ])
  for (const text of [err.stack, JSON.stringify(err)]) {
    expect(text).not.toContain('x9')
    expect(text).not.toContain('a@b.example')
  }
  expect(err.stack).toContain('logger.test.ts')
})
