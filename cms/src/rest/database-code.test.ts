import { expect, test } from '@jest/globals'
import { AWAY, databaseCode } from './database-code.ts'

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)

test('the code of Postgres is found in the causes of an error', () => {
  const cause = error('invalid input syntax', { code: '22P02' })
  expect(databaseCode(error('Failed query: select', { cause }))).toBe('22P02')
})

test.each(['EPIPE', 'ECONNRESET', 'ENOENT'])('%s is no code of Postgres', (code) => {
  expect(databaseCode(error('write', { code }))).toBeUndefined()
})

test.each([
  error('Failed query: begin', { cause: error('connect', { code: 'ECONNREFUSED' }) }),
  error('Connection terminated unexpectedly'),
  error('timeout exceeded when trying to connect'),
])('a query that was never answered counts as one without a connection: %s', (unanswered) => {
  expect(databaseCode(unanswered)).toBe(AWAY)
})
