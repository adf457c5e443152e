import { describe, expect, test } from '@jest/globals'
import type { QueuePosition } from '@shellfolio/protocol'
import { followQueue, queueUrlFor } from './queue.ts'

const PLACE = 'p'.repeat(43)
const TICKET = {
  ticket: 't'.repeat(43),
  url: 'wss://x/terminal/ws',
  expiresInS: 30,
  limits: { idleS: 300, maxS: 1800 },
  session: 'i'.repeat(22),
  key: 'k'.repeat(43),
}
const event = (name: string, data: unknown) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`

const stream = (...pieces: (string | Uint8Array)[]) =>
  new Response(
    new ReadableStream({
      start: (controller) => {
        for (const piece of pieces) {
          controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece)
        }
        controller.close()
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  )

const following = async (respond: () => Response | Promise<Response>) => {
  const positions: QueuePosition[] = []
  const asked: [unknown, RequestInit | undefined][] = []
  const answer = await followQueue('/queue', {
    place: PLACE,
    onPosition: (position) => positions.push(position),
    fetcher: (async (url: unknown, init?: RequestInit) => {
      asked.push([url, init])
      return respond()
    }) as typeof fetch,
  })
  return { answer, positions, asked }
}

describe('a place in the queue', () => {
  test('is told in a body, never in an address', async () => {
    const { asked } = await following(() => stream())
    expect(asked).toMatchObject([
      ['/queue', { method: 'POST', body: JSON.stringify({ place: PLACE }), credentials: 'omit' }],
    ])
  })

  test('moves up and becomes a ticket', async () => {
    const text = [
      event('place', { position: 2, estimateS: 40 }),
      ': still here\n\n',
      event('later', { of: 'another version' }),
      event('place', { position: 1 }),
      event('ticket', TICKET),
      event('place', { position: 9 }),
    ].join('')
    const bytes = new TextEncoder().encode(text)
    const { answer, positions } = await following(() =>
      stream(bytes.subarray(0, 33), bytes.subarray(33)),
    )
    expect(answer).toEqual({ is: 'ticket', ticket: TICKET })
    expect(positions).toEqual([{ position: 2, estimateS: 40 }, { position: 1 }])
  })

  test('may be refused, in the stream or before it', async () => {
    const code = 'terminal-disabled'
    const inside = await following(() => stream(event('refused', { code })))
    const before = await following(() => Response.json({ code: 'not-found' }, { status: 404 }))
    expect(inside.answer).toMatchObject({
      is: 'refused',
      isFinal: true,
      phase: { state: 'unavailable', reason: code },
    })
    expect(before.answer).toMatchObject({
      is: 'refused',
      phase: { state: 'ended', message: expect.stringContaining('no longer there') },
    })
  })

  test.each<[string, () => Response | Promise<Response>]>([
    ['ends', () => stream(event('place', { position: 2 }))],
    ['cannot be reached', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['is refused by a busy server', () => new Response('', { status: 502 })],
    ['carries an event without end', () => stream('data: ', 'x'.repeat(20_000))],
    ['gives a ticket that is none', () => stream(event('ticket', { ...TICKET, url: 'x' }))],
  ])('is not given up when its stream %s', async (_, respond) => {
    expect((await following(respond)).answer).toEqual({ is: 'broken' })
  })

  test('is not believed to be anything but a position', async () => {
    const { positions } = await following(() =>
      stream('event: place\ndata: {\n\n', event('place', { position: -1 })),
    )
    expect(positions).toEqual([])
  })
})

describe('the address of the queue', () => {
  test.each([
    ['/api/terminal/tickets', '/api/terminal/queue'],
    ['https://x.example/api/tickets?a=b/c', 'https://x.example/api/queue'],
    ['tickets', 'queue'],
    ['/tickets/', '/queue'],
  ])('is beside that of the tickets: %s', (tickets, queue) => {
    expect(queueUrlFor(tickets)).toBe(queue)
  })
})
