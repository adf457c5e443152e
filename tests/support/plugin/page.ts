// A page with <live-terminal> under the strictest policy, a ticket endpoint, a queue, and a session that echoes.
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { type ProblemCode, problem, type QueueEvent } from '@shellfolio/protocol'
import { build } from 'esbuild'
import { WebSocketServer } from 'ws'
import { createPageSession, type PageSession } from './page-session.ts'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'"

export type TerminalPage = {
  url: string
  /** The session that launches get; a new one after each `begin`. */
  session: () => PageSession
  begin: () => void
  /** Ticket requests are answered with this problem from now on. */
  refuse: (code: ProblemCode | undefined) => void
  /** Launches get a place in the queue from now on. */
  fill: (isFull: boolean) => void
  /** Launches are recorded from now on. */
  record: () => void
  /** Says something to whoever waits in the queue. */
  call: (event: QueueEvent, data: unknown) => void
  /** Ends the queue's streams. */
  hangUp: () => void
  /** Visitors who follow their place now. */
  waiting: () => number
  ticket: () => unknown
  /** Bodies of ticket requests since `begin`; address and cookie of those to look on. */
  asked: () => readonly unknown[]
  /** What pages told of their visitors since `begin`. */
  moments: () => readonly { body: unknown; cookie: string | undefined }[]
  stop: () => Promise<void>
}

const SECRET = 'S'.repeat(43)

const HTML = `<!doctype html><html lang="en"><head><title>Terminal</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script></head>
<body><main><h1>Terminal</h1><button id="before">Before</button>
<live-terminal project="philosophers" tickets-url="/tickets" moments-url="/moments" label="Philosophers">
<div data-terminal-poster><p>A poster.</p><button data-terminal-launch>Launch</button></div>
</live-terminal><button id="after">After</button></main></body></html>`

const bundle = async (): Promise<Map<string, { type: string; body: Uint8Array }>> => {
  const client = fileURLToPath(new URL('../../../plugins/terminal/src/client/', import.meta.url))
  const { outputFiles } = await build({
    stdin: {
      contents: `import { defineLiveTerminal } from './index.ts'; defineLiveTerminal()`,
      resolveDir: client,
      sourcefile: 'page.ts',
    },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    entryNames: 'page',
    outdir: '/',
    write: false,
  })
  const style = await build({
    entryPoints: { style: `${client}live-terminal.css` },
    bundle: true,
    outdir: '/',
    write: false,
  })
  const files = new Map<string, { type: string; body: Uint8Array }>()
  for (const { path, contents } of [...outputFiles, ...style.outputFiles]) {
    files.set(path, {
      type: path.endsWith('.css') ? 'text/css' : 'text/javascript',
      body: contents,
    })
  }
  return files
}

const TICKETS = '/tickets'
const WATCH = /^\/sessions\/[\w-]+\/watch$/

const answer = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

export const startTerminalPage = async (): Promise<TerminalPage> => {
  const files = await bundle()
  const streams = new Set<ServerResponse>()
  let session = createPageSession()
  let refusal: ProblemCode | undefined
  let isFull = false
  let isRecorded = false
  let asked: unknown[] = []
  let moments: { body: unknown; cookie: string | undefined }[] = []
  let port = 0

  const ticket = () => ({
    ticket: 'T'.repeat(43),
    url: `ws://127.0.0.1:${port}/ws`,
    expiresInS: 30,
    limits: { idleS: 300, maxS: 1800 },
    session: 'I'.repeat(22),
    key: SECRET,
    ...(isRecorded ? { recorded: true } : {}),
  })
  const onTickets = async (request: IncomingMessage, response: ServerResponse) => {
    const body: unknown = await json(request)
    const { url, headers } = request
    asked.push(url === TICKETS ? body : { url, cookie: headers.cookie })
    if (refusal) answer(response, problem(refusal).status, problem(refusal))
    else if (isFull) answer(response, 202, { place: SECRET, position: 3, estimateS: 90 })
    else answer(response, 201, ticket())
  }
  const onMoments = async (request: IncomingMessage, response: ServerResponse) => {
    moments.push({ body: await json(request), cookie: request.headers.cookie })
    response.writeHead(204).end()
  }
  const onQueue = async (request: IncomingMessage, response: ServerResponse) => {
    const { place } = (await json(request)) as { place?: unknown }
    if (place !== SECRET) return answer(response, 404, problem('not-found'))
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.flushHeaders()
    streams.add(response)
    response.on('close', () => streams.delete(response))
  }
  const server = createServer((request, response) => {
    const { url = '/' } = request
    const file = files.get(url)
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.body)
    else if (url === TICKETS || WATCH.test(url)) void onTickets(request, response)
    else if (url === '/moments') void onMoments(request, response)
    else if (url === '/queue') void onQueue(request, response)
    else {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY })
      response.end(HTML)
    }
  })
  const sockets = new WebSocketServer({ server, path: '/ws', handleProtocols: () => 'term.v1' })
  sockets.on('connection', (socket) => session.attach(socket))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as { port: number }).port
  return {
    url: `http://127.0.0.1:${port}/`,
    session: () => session,
    begin: () => {
      session = createPageSession()
      refusal = undefined
      isFull = false
      isRecorded = false
      asked = []
      moments = []
    },
    refuse: (code) => {
      refusal = code
    },
    fill: (is) => {
      isFull = is
    },
    record: () => {
      isRecorded = true
    },
    call: (event, data) => {
      for (const stream of streams) {
        stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      }
    },
    hangUp: () => {
      for (const stream of streams) stream.destroy()
    },
    waiting: () => streams.size,
    ticket,
    asked: () => asked,
    moments: () => moments,
    stop: async () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
