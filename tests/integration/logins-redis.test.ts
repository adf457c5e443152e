// The count of logins over several replicas, against a real Redis, and while that is away.
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { LOGIN_RATE } from '../../cms/src/limits.ts'
import { createLoginGate, type LoginGate } from '../../cms/src/login-limiter.ts'
import { type RedisServer, startRedis } from '../support/redis-server.ts'

let server: RedisServer
let gates: LoginGate[]

beforeEach(async () => {
  server = await startRedis()
  const gate = () => createLoginGate({ redisUrl: server.url, key: 'k'.repeat(32) })
  gates = [gate(), gate()]
})
afterEach(async () => {
  for (const gate of gates) gate.close()
  await server.stop()
})

const allowed = async (count: number, address: string) => {
  const waits = await Promise.all(
    Array.from({ length: count }, (_, index) => gates[index % gates.length]!.take(address)),
  )
  return waits.filter((wait) => wait === 0).length
}

test('one address has one burst for all replicas, also at the same moment', async () => {
  const taken = await allowed(LOGIN_RATE.burst * 2, '203.0.113.7')
  expect(taken).toBeGreaterThanOrEqual(LOGIN_RATE.burst)
  expect(taken).toBeLessThanOrEqual(LOGIN_RATE.burst + 1)
  expect(await gates[0]!.take('203.0.113.8')).toBe(0)
})

test('without Redis the gate neither opens nor locks everybody out', async () => {
  await server.stop()
  const taken = await allowed(LOGIN_RATE.burst * 3, '203.0.113.7')
  expect(taken).toBeGreaterThan(0)
  expect(taken).toBeLessThanOrEqual(LOGIN_RATE.burst * gates.length + gates.length)
})
