import { describe, expect, test } from '@jest/globals'
import { PROBLEMS } from '@shellfolio/protocol'
import { requestTicket } from './ticket.ts'

const answering = (response: () => Response | Promise<Response>) =>
  requestTicket('/api/terminal/tickets', 'philosophers', {
    fetcher: (async () => response()) as typeof fetch,
  })

describe('a ticket request', () => {
  test('sends the project and nothing that names the visitor', async () => {
    let asked: [unknown, RequestInit | undefined] | undefined
    await requestTicket('/tickets', 'philosophers', {
      fetcher: (async (url: unknown, init?: RequestInit) => {
        asked = [url, init]
        return Response.json({ ticket: 't', url: 'wss://x/y' })
      }) as typeof fetch,
    })
    expect(asked?.[0]).toBe('/tickets')
    expect(asked?.[1]).toMatchObject({
      method: 'POST',
      credentials: 'omit',
      body: '{"project":"philosophers"}',
    })
  })

  test('gives the ticket and the address', async () => {
    const answer = await answering(() => Response.json({ ticket: 't', url: 'ws://x/terminal/ws' }))
    expect(answer).toEqual({ ok: true, ticket: 't', url: 'ws://x/terminal/ws' })
  })

  test.each(Object.entries(PROBLEMS))('tells a refusal in its own words: %s', async (code, its) => {
    const answer = await answering(() => Response.json({ code }, { status: its.status }))
    expect(answer).toEqual({ ok: false, message: its.title })
  })

  test('tells that the server is away, in words of its own', async () => {
    const offline = await answering(() => Promise.reject(new TypeError('Failed to fetch')))
    const proxy = await answering(() => new Response('<h1>502</h1>', { status: 502 }))
    expect(offline).toEqual({ ok: false, message: expect.stringContaining('connection') })
    expect(proxy).toEqual({ ok: false, message: expect.stringContaining('not available') })
  })

  test.each([null, {}, { ticket: 't' }, { ticket: 't', url: 'javascript:alert(1)' }])(
    'trusts no answer of another shape: %j',
    async (body) => {
      expect((await answering(() => Response.json(body))).ok).toBe(false)
    },
  )
})
