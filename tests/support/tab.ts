// A tab of chromium, driven through the tab itself. Chromium draws nothing ahead for who holds on to a page, as Playwright does.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import WebSocket from 'ws'

type Data = Record<string, unknown>
type Message = { id?: number; sessionId?: string; method?: string; params?: Data; result?: Data }

/** A page of the tab: the one that is shown, or one that was drawn ahead. */
export type TabPage = { session: string; isAhead: boolean }

export type Tab = {
  pages: TabPage[]
  /** What pages sent to addresses that end with `path`, as JSON. */
  sent: (path: string) => unknown[]
  /** The value of an expression, which can be written as JSON. */
  evaluate: (page: TabPage, expression: string) => Promise<unknown>
  goTo: (page: TabPage, url: string) => Promise<void>
  /** Moves the pointer over what is there; `isClick`: and presses its button, which may take the page away. */
  pointAt: (page: TabPage, at: { x: number; y: number }, isClick?: boolean) => void
  close: () => Promise<void>
}

const ADDRESS = /DevTools listening on (ws:\S+)/

const startChromium = async (profile: string) => {
  const chromium = spawn(
    process.env.CHROMIUM ?? '/usr/bin/chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-component-update',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  )
  for await (const line of createInterface({ input: chromium.stderr })) {
    const address = ADDRESS.exec(line)?.[1]
    if (address) return { chromium, address }
  }
  throw new Error('Chromium did not start.')
}

export const openTab = async (): Promise<Tab> => {
  const profile = mkdtempSync(join(tmpdir(), 'shellfolio-tab-'))
  const { chromium, address } = await startChromium(profile)
  chromium.stderr.resume()
  const socket = new WebSocket(address)
  await once(socket, 'open')

  const pages: TabPage[] = []
  const requests: { url: string; body: string }[] = []
  const waiting = new Map<number, (result: Data) => void>()
  let last = 0

  const send = (method: string, params: Data = {}, sessionId?: string): Promise<Data> => {
    last += 1
    socket.send(JSON.stringify({ id: last, method, params, ...(sessionId ? { sessionId } : {}) }))
    return new Promise((resolve) => waiting.set(last, resolve))
  }

  socket.on('message', (text) => {
    const { id, method, params = {}, result = {} }: Message = JSON.parse(String(text))
    if (id !== undefined) {
      waiting.get(id)?.(result)
      waiting.delete(id)
    }
    if (method === 'Target.attachedToTarget') {
      const { sessionId, targetInfo } = params as { sessionId: string; targetInfo: Data }
      if (targetInfo.type !== 'page') return
      pages.push({ session: sessionId, isAhead: targetInfo.subtype === 'prerender' })
      void send('Network.enable', {}, sessionId)
    }
    if (method === 'Network.requestWillBeSent') {
      const { url, postData = '' } = (params as { request: { url: string; postData?: string } })
        .request
      requests.push({ url, body: postData })
    }
  })

  const { targetInfos } = await send('Target.getTargets', { filter: [{ type: 'tab' }] })
  const [target] = targetInfos as { targetId: string }[]
  const { sessionId } = await send('Target.attachToTarget', {
    targetId: target?.targetId,
    flatten: true,
  })
  await send(
    'Target.setAutoAttach',
    { autoAttach: true, waitForDebuggerOnStart: false, flatten: true, filter: [{}] },
    sessionId as string,
  )

  return {
    pages,
    sent: (path) =>
      requests.flatMap(({ url, body }) => (url.endsWith(path) ? [JSON.parse(body)] : [])),
    evaluate: async ({ session }, expression) => {
      const { result } = await send(
        'Runtime.evaluate',
        { expression, returnByValue: true },
        session,
      )
      return (result as { value: unknown }).value
    },
    goTo: async ({ session }, url) => {
      await send('Page.navigate', { url }, session)
    },
    pointAt: ({ session }, { x, y }, isClick = false) => {
      const types = isClick ? ['mousePressed', 'mouseReleased'] : ['mouseMoved']
      for (const type of types) {
        const pressed = isClick ? { button: 'left', clickCount: 1 } : {}
        void send('Input.dispatchMouseEvent', { type, x, y, ...pressed }, session)
      }
    },
    close: async () => {
      const exited = once(chromium, 'exit')
      void send('Browser.close')
      await exited
      socket.terminate()
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}
