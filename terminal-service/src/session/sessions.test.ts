// All sessions of a process together: never more than there is room for, and nothing of them left behind.
import { EventEmitter } from 'node:events'
import { describe, expect, test } from '@jest/globals'
import { encodeClientFrame, type SessionGrant } from '@shellfolio/protocol'
import fc from 'fast-check'
import type { WebSocket } from 'ws'
import { ServiceError } from '../errors.ts'
import { FLUSH_BYTES } from '../limits.ts'
import type { Recorder } from '../recording/recorder.ts'
import { eventually } from '../testing/client.ts'
import { FakeSandbox } from '../testing/fake-sandbox.ts'
import { PLAIN_DEMO } from '../testing/orders.ts'
import { Gate } from '../workspace/gate.ts'
import type { WorkspaceStore } from '../workspace/types.ts'
import type { SessionParts } from './session.ts'
import { Sessions } from './sessions.ts'
import { Snapshots } from './snapshots.ts'

const CAPACITY = 3
const HELLO = encodeClientFrame({ op: 'hello', hello: { v: 1, cols: 80, rows: 24 } })

/** The part of a WebSocket that a session uses, without a network. */
class FakeSocket extends EventEmitter {
  readonly OPEN = 1
  readyState = 1
  bufferedAmount = 0
  send(_bytes: Uint8Array, done: () => void) {
    done()
  }
  ping() {}
  close() {
    this.terminate()
  }
  terminate() {
    if (this.readyState !== this.OPEN) return
    this.readyState = 3
    this.emit('close')
  }
  hear(bytes: Uint8Array) {
    this.emit('message', Buffer.from(bytes), true)
  }
}

const grantOf = (sid: string, more: Partial<SessionGrant> = {}): SessionGrant => ({
  sid,
  role: 'controller',
  attach: false,
  record: false,
  demo: PLAIN_DEMO,
  archive: { url: 'http://x/', sha256: 'a'.repeat(64), bytes: 1, format: 'zip' },
  limits: { idleS: 9, maxS: 9, graceS: 9, memoryBytes: 1, diskBytes: 1, processes: 1 },
  ...more,
})

const openSessions = (more: Partial<SessionParts> = {}) => {
  const host = new FakeSandbox()
  const snapshots = new Snapshots()
  let leases = 0
  const workspaces = {
    acquire: async () => {
      leases += 1
      let isHeld = true
      const release = () => {
        if (isHeld) leases -= 1
        isHeld = false
      }
      return { template: '/nowhere', release }
    },
  } as unknown as WorkspaceStore
  const faults: unknown[] = []
  const ends: string[] = []
  const sessions = new Sessions({
    capacity: CAPACITY,
    partsOf: (grant) => ({
      grant,
      epoch: 'e',
      host,
      workspaces,
      snapshots,
      starts: new Gate(2),
      openRecorder: async () => undefined,
      report: (error) => faults.push(error),
      onPrompt: () => undefined,
      ...more,
    }),
    onStarted: () => undefined,
    onEnded: ({ sid, reason }) => ends.push(`${sid} ${reason}`),
  })
  return { sessions, host, snapshots, faults, ends, leases: () => leases }
}

const steps = fc.array(
  fc.record({
    what: fc.constantFrom('begin', 'join', 'look on', 'hello', 'drop', 'bad', 'close', 'end'),
    sid: fc.integer({ min: 1, max: 5 }).map(String),
    pick: fc.nat(),
  }),
  { maxLength: 40 },
)

describe('whatever visitors do', () => {
  test('there are never more sessions than places, and none leaves a program or a project behind', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (list) => {
        const { sessions, host, snapshots, faults, ends, leases } = openSessions()
        const sockets: FakeSocket[] = []
        let begun = 0
        for (const { what, sid, pick } of list) {
          const socket = sockets[pick % Math.max(1, sockets.length)]
          const enter = (grant: SessionGrant) => {
            try {
              const { settle } = sessions.admit(grant)
              settle()
            } catch (error) {
              expect(error).toBeInstanceOf(ServiceError)
              return
            }
            const entered = new FakeSocket()
            sockets.push(entered)
            const before = sessions.count
            sessions.join(grant, entered as unknown as WebSocket)
            if (sessions.count > before) begun += 1
          }
          if (what === 'begin') enter(grantOf(sid))
          else if (what === 'join') enter(grantOf(sid, { attach: true }))
          else if (what === 'look on') enter(grantOf(sid, { attach: true, role: 'observer' }))
          else if (what === 'hello') socket?.hear(HELLO)
          else if (what === 'drop') socket?.terminate()
          else if (what === 'bad') socket?.hear(Buffer.from([0x77]))
          else if (what === 'close') socket?.hear(encodeClientFrame({ op: 'close' }))
          else sessions.end(sid)
          expect(sessions.count).toBeLessThanOrEqual(CAPACITY)
          if (pick % 3 === 0) await new Promise((resolve) => setImmediate(resolve))
        }
        await sessions.close()
        await eventually('every end', () => ends.length === begun)
        expect(sessions.count).toBe(0)
        expect(leases()).toBe(0)
        expect(host.terminals.every(({ isKilled }) => isKilled)).toBe(true)
        expect(faults).toEqual([])
        await snapshots.dispose()
      }),
      { numRuns: 60 },
    )
  })

  test('a place that is kept for an upgrade counts, and is given back', () => {
    const { sessions } = openSessions()
    const kept = ['1', '2', '3'].map((sid) => sessions.admit(grantOf(sid)))
    expect(() => sessions.admit(grantOf('4'))).toThrow('full')
    kept[0]?.settle()
    expect(() => sessions.admit(grantOf('4'))).not.toThrow()
  })

  test('what waits for a slow network is not written over by what others are sent', async () => {
    const { sessions, host, snapshots } = openSessions()
    const waiting: { bytes: Uint8Array; done: () => void }[] = []
    const [slow, fast] = [new FakeSocket(), new FakeSocket()]
    slow.send = (bytes, done) => waiting.push({ bytes, done })
    for (const [sid, socket] of [slow, fast].entries()) {
      sessions.join(grantOf(`${sid}`), socket as unknown as WebSocket)
      socket.hear(HELLO)
      await eventually('its terminal', () => host.terminals.length === sid + 1)
    }
    const [toSlow, toFast] = host.terminals
    const flood = (letter: string) => Buffer.alloc(FLUSH_BYTES, letter)
    const sent = () => Buffer.concat(waiting.map(({ bytes }) => bytes.subarray(5))).toString()
    toSlow?.say(flood('a'))
    for (let round = 0; round < 5; round += 1) toFast?.say(flood('b'))
    expect(sent()).toContain(`${flood('a')}`)
    expect(sent()).not.toContain('bb')
    for (const { done } of waiting) done()
    await sessions.close()
    await snapshots.dispose()
  })

  test('nobody begins while the service drains, and those who are there are told and stay', async () => {
    const { sessions, snapshots } = openSessions()
    const socket = new FakeSocket()
    sessions.join(grantOf('1'), socket as unknown as WebSocket)
    socket.hear(HELLO)
    sessions.drain()
    expect(() => sessions.admit(grantOf('2'))).toThrow('draining')
    expect(sessions.admit(grantOf('1', { attach: true }))).toBeDefined()
    expect(sessions.count).toBe(1)
    await sessions.close()
    await snapshots.dispose()
  })

  test('one whose programs cannot be ended is told to the operator, and keeps neither its project nor its recording', async () => {
    let isClosed = false
    const openRecorder = async () =>
      ({
        output: () => undefined,
        close: async () => {
          isClosed = true
        },
      }) as unknown as Recorder
    const { sessions, host, snapshots, faults, ends, leases } = openSessions({ openRecorder })
    const socket = new FakeSocket()
    sessions.join(grantOf('1'), socket as unknown as WebSocket)
    socket.hear(HELLO)
    await eventually('its terminal', () => host.terminals.length === 1)
    const stuck = new Error('Processes of a sandbox did not end.')
    for (const terminal of host.terminals) terminal.kill = () => Promise.reject(stuck)
    await sessions.close()
    expect(ends).toEqual(['1 shutdown'])
    expect(faults).toContain(stuck)
    expect({ isClosed, leases: leases() }).toEqual({ isClosed: true, leases: 0 })
    await snapshots.dispose()
  })
})
