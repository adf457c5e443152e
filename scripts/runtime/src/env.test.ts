import { expect, test } from '@jest/globals'
import { z } from 'zod'
import { EnvError, parseEnv } from './env.ts'

const schema = z.object({
  PORT: z.coerce.number().int().min(1).default(3000),
  SECRET_KEY: z.string().min(32),
})

test('settings come out typed, with their defaults, and an empty variable counts as unset', () => {
  const env = { PORT: '', SECRET_KEY: 'x'.repeat(32) }
  expect(parseEnv('site', schema, env)).toEqual({ PORT: 3000, SECRET_KEY: 'x'.repeat(32) })
})

test('everything that is wrong is listed at once, without showing a value', () => {
  const parse = () => parseEnv('site', schema, { PORT: 'many', SECRET_KEY: 'hunter2' })
  expect(parse).toThrow(EnvError)
  expect(parse).toThrow(/site cannot start.*PORT {8}.*SECRET_KEY {2}/s)
  expect(parse).not.toThrow(/hunter2/)
})
