import { describe, expect, test } from '@jest/globals'
import { PROBLEMS } from '@shellfolio/protocol'
import { requestLaunch } from './launch-request.ts'

const SECRET = 's'.repeat(43)
const TICKET = {
  ticket: 't'.repeat(43),
  url: 'wss://x/terminal/ws',
  expiresInS: 30,
  limits: { idleS: 300, maxS: 1800 },
  session: 'i'.repeat(22),
  key: SECRET,
}

const answering = (response: () => Response | Promise<Response>) =>
  requestLaunch(
    '/api/terminal/tickets',
    { project: 'philosophers' },
    { fetcher: (async () => response()) as typeof fetch },
  )

describe('a request for a launch', () => {
  test.each([{ project: 'philosophers' }, { demo: '7' }, { session: 'i'.repeat(22), key: SECRET }])(
    'sends what is wanted in its body, and nothing that names the visitor: %j',
    async (request) => {
      let asked: [unknown, RequestInit | undefined] | undefined
      await requestLaunch('/tickets', request, {
        fetcher: (async (url: unknown, init?: RequestInit) => {
          asked = [url, init]
          return Response.json(TICKET, { status: 201 })
        }) as typeof fetch,
      })
      expect(asked?.[0]).toBe('/tickets')
      expect(asked?.[1]).toMatchObject({
        method: 'POST',
        credentials: 'omit',
        body: JSON.stringify(request),
      })
    },
  )

  test('says who asks only where that is wanted', async () => {
    let credentials: unknown
    const fetcher = (async (_: unknown, init?: RequestInit) => {
      credentials = init?.credentials
      return Response.json(TICKET, { status: 201 })
    }) as typeof fetch
    await requestLaunch('/tickets', { demo: '7' }, { fetcher, isLoggedIn: true })
    expect(credentials).toBe('same-origin')
  })

  test('gives the ticket with the way back', async () => {
    const answer = await answering(() => Response.json(TICKET, { status: 201 }))
    expect(answer).toEqual({ is: 'ticket', ticket: TICKET })
  })

  test('gives a place where there is no terminal yet', async () => {
    const place = { place: SECRET, position: 3, estimateS: 40 }
    expect(await answering(() => Response.json(place, { status: 202 }))).toEqual({
      is: 'place',
      place,
    })
  })

  test.each(Object.entries(PROBLEMS))('tells a refusal in its own words: %s', async (code, its) => {
    const answer = await answering(() => Response.json({ code }, { status: its.status }))
    expect(answer).toMatchObject({ is: 'refused', phase: { message: its.title, reason: code } })
  })

  test('tells a server that has no terminal from a page that may not ask', async () => {
    const full = await answering(() => Response.json({ code: 'terminal-full' }, { status: 503 }))
    const foreign = await answering(() =>
      Response.json({ code: 'origin-refused' }, { status: 403 }),
    )
    expect(full).toMatchObject({ phase: { state: 'unavailable' }, isFinal: false })
    expect(foreign).toMatchObject({ phase: { state: 'failed' }, isFinal: true })
  })

  test('knows that an owner who switched the terminals off will not switch them on in a moment', async () => {
    const off = await answering(() => Response.json({ code: 'terminal-disabled' }, { status: 503 }))
    expect(off).toMatchObject({ phase: { state: 'unavailable' }, isFinal: true })
  })

  test('tells that the server is away, in words of its own, and that it may come back', async () => {
    const offline = await answering(() => Promise.reject(new TypeError('Failed to fetch')))
    const proxy = await answering(() => new Response('<h1>502</h1>', { status: 502 }))
    const isFinal = false
    expect(offline).toMatchObject({
      phase: { state: 'failed', message: expect.stringContaining('connection') },
      isFinal,
    })
    expect(proxy).toMatchObject({
      phase: { state: 'failed', message: expect.stringContaining('not available') },
      isFinal,
    })
  })

  test.each([
    null,
    {},
    { ticket: 't' },
    { ...TICKET, key: undefined },
    { ...TICKET, url: 'javascript:alert(1)' },
  ])('trusts no answer of another shape: %j', async (body) => {
    expect((await answering(() => Response.json(body))).is).toBe('refused')
  })
})
