// A page with <live-terminal> under the strictest policy, a ticket endpoint, and a terminal service that echoes.
import { once } from 'node:events'
import { createServer } from 'node:http'
import { fileURLToPath } from 'node:url'
import {
  advance,
  decodeClientFrame,
  type ExitReason,
  encodeServerFrame,
  type ServerFrame,
} from '@shellfolio/protocol'
import { build } from 'esbuild'
import { type WebSocket, WebSocketServer } from 'ws'

export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'"

export type TerminalPage = {
  url: string
  /** Input of the visitor so far. */
  typed: () => string
  /** The last acknowledged offset. */
  acked: () => number
  /** Output of the program. */
  print: (text: string) => void
  exit: (reason: ExitReason, detail?: string) => void
  /** The next ticket request is answered with this problem. */
  refuse: (code: string | undefined) => void
  stop: () => Promise<void>
}

const HTML = `<!doctype html><html lang="en"><head><title>Terminal</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script></head>
<body><main><h1>Terminal</h1><button id="before">Before</button>
<live-terminal project="philosophers" tickets-url="/tickets" label="Philosophers">
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

export const startTerminalPage = async (): Promise<TerminalPage> => {
  const files = await bundle()
  let typed = ''
  let acked = 0
  let out = 0
  let refusal: string | undefined
  let socket: WebSocket | undefined

  const send = (frame: ServerFrame) => socket?.send(encodeServerFrame(frame))
  const print = (text: string) => {
    const data = new TextEncoder().encode(text)
    send({ op: 'output', offset: out, data })
    out = advance(out, data.byteLength)
  }

  const server = createServer((request, response) => {
    const { url = '/', headers } = request
    const file = files.get(url)
    if (file) {
      response.writeHead(200, { 'content-type': file.type }).end(file.body)
    } else if (url === '/tickets') {
      const ws = `ws://${headers.host}/ws`
      const body = refusal ? { code: refusal } : { ticket: 'T'.repeat(43), url: ws, expiresInS: 30 }
      response.writeHead(refusal ? 503 : 201, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body))
    } else {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY })
      response.end(HTML)
    }
  })
  const sockets = new WebSocketServer({ server, path: '/ws', handleProtocols: () => 'term.v1' })
  sockets.on('connection', (next) => {
    socket = next
    out = 0
    next.on('message', (message: Buffer) => {
      const frame = decodeClientFrame(message)
      if (frame.op === 'ack') acked = frame.offset
      if (frame.op === 'close') {
        send({ op: 'exit', exit: { reason: 'closed', code: null, signal: null, ms: 1 } })
        next.close(1000)
      }
      if (frame.op === 'input') {
        const text = Buffer.from(frame.data).toString()
        typed += text
        print(text.replaceAll('\r', '\r\n'))
      }
      if (frame.op !== 'hello') return
      const { cols, rows } = frame.hello
      send({ op: 'event', event: { t: 'stage', stage: 'build' } })
      const window = { high: 524_288, low: 196_608, ack: 65_536 }
      const limits = { idleS: 300, maxS: 1800, inputBytesPerS: 65_536 }
      const ids = { sid: 'sid', epoch: 'epoch', role: 'controller' as const }
      const size = { cols, rows, out: 0, in: 0 }
      const welcome = { v: 1 as const, ...ids, ...size, window, limits, replay: 'none' as const }
      send({ op: 'welcome', welcome })
      print('visitor:~$ ')
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  return {
    url: `http://127.0.0.1:${port}/`,
    typed: () => typed,
    acked: () => acked,
    print,
    exit: (reason, detail) => {
      const more = detail === undefined ? {} : { detail }
      send({ op: 'exit', exit: { reason, code: 0, signal: null, ms: 1, ...more } })
      socket?.close(1000)
    },
    refuse: (code) => {
      refusal = code
    },
    stop: async () => {
      for (const client of sockets.clients) client.terminate()
      sockets.close()
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
