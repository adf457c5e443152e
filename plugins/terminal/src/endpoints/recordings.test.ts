import { beforeEach, expect, test } from '@jest/globals'
import type { PayloadRequest } from 'payload'
import type { TerminalContext } from '../context.ts'
import { createMemoryLimiter } from '../limiter/memory-limiter.ts'
import { createReady } from '../recordings/ready.ts'
import { recordingEndpoints } from './recordings.ts'

/** Visitors on as many addresses as somebody likes to have. */
const CROWD = 60

let document: Record<string, unknown>
/** What was read of it besides the look at its version. */
let reads: string[]
let isShown: boolean
let get: (part?: string) => Promise<Response>

beforeEach(() => {
  document = { id: 'r1', updatedAt: 'monday', title: 'Dinner', cols: 80, rows: 24, durationMs: 5 }
  Object.assign(document, { poster: 'hello', cast: 'the cast' })
  reads = []
  isShown = true
  const state = { limiter: createMemoryLimiter(), ready: createReady() }
  const shown = async (ids: string[]) => new Set(isShown ? ids : [])
  const [ofDemo] = recordingEndpoints({
    settings: { clientAddress: () => undefined },
    hashAddress: () => String(Math.random()),
    state: () => state,
    mintContext: () => ({ permissions: { shown } }),
  } as unknown as TerminalContext)
  const find = async ({ select }: { select: Record<string, true> }) => {
    if (select.title) reads.push(select.cast ? 'cast' : 'poster')
    const { cast, ...rest } = document
    return { docs: [select.cast ? { ...rest, cast } : rest] }
  }
  const payload = { find, logger: { error: () => undefined } }
  get = async (part) => {
    const req = { payload, headers: new Headers(), query: { part }, routeParams: { id: 'demo-1' } }
    if (!ofDemo) throw new Error('There is no endpoint.')
    return ofDemo.handler(req as unknown as PayloadRequest)
  }
})

const crowd = () => Promise.all(Array.from({ length: CROWD }, () => get()))

test('a crowd that asks for a recording costs one reading of it', async () => {
  const answers = await crowd()
  for (const answer of [...answers, ...(await crowd())]) {
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toMatchObject({ title: 'Dinner', cast: 'the cast' })
  }
  expect(reads).toEqual(['cast'])
  expect(await (await get('poster')).json()).not.toHaveProperty('cast')
  expect(reads).toEqual(['cast', 'poster'])
})

test('a recording that has changed, or that nobody may see any more, is not served from memory', async () => {
  await crowd()
  Object.assign(document, { updatedAt: 'tuesday', title: 'Supper' })
  expect(await (await get()).json()).toMatchObject({ title: 'Supper' })
  isShown = false
  expect((await get()).status).toBe(404)
})
