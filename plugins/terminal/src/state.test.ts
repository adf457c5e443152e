import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { eventually } from '../../../tests/support/eventually.ts'
import { createGrants } from './grants.ts'
import { ROOMY, sessionRecord } from './sessions/sessions-contract.ts'
import { createTerminalState, type WatchedState, watched } from './state.ts'

let server: Server
let sockets: number
let state: WatchedState

beforeEach(async () => {
  sockets = 0
  // A service that never answers.
  server = createServer(() => undefined)
  server.on('connection', (socket) => {
    sockets += 1
    socket.once('close', () => {
      sockets -= 1
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const internalUrl = `http://127.0.0.1:${port}`
  state = watched(createTerminalState(), {
    services: { internalUrl, allow: [] },
    grants: createGrants('k'.repeat(40)),
    history: {
      keep: async () => [],
      marks: { read: async () => undefined, write: async () => undefined },
      write: async () => [],
    },
    permissions: () => ({ areOn: async () => true, runnable: async () => new Set() }),
    operators: () => async () => true,
    log: { error: () => undefined, info: () => undefined },
  })
})

afterEach(() => {
  server.close()
})

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

test('closing the state ends a look that hangs, and leaves no socket and no timer', async () => {
  const before = timers()
  await state.sessions.reserve(sessionRecord({ sid: 'one' }), ROOMY)
  await state.sessions.begin('one')
  state.watcher.hasLeft('one')
  expect(timers()).toBeGreaterThan(before)
  await eventually('the service is being asked', () => sockets === 1)
  const closedAt = performance.now()
  await state.close()
  expect(performance.now() - closedAt).toBeLessThan(1000)
  await eventually('no socket is left', () => sockets === 0)
  expect(timers()).toBeLessThanOrEqual(before)
})

test('closing the state before a look leaves no timer, and nobody is asked', async () => {
  const before = timers()
  state.watcher.wake()
  expect(timers()).toBe(before + 1)
  await state.close()
  expect(timers()).toBe(before)
  expect(sockets).toBe(0)
})
