// The player of recordings in a real browser under the strictest policy: a poster, and then a recording that moves.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import {
  type Cast,
  durationMs,
  encodeCast,
} from '../../plugins/terminal/src/recordings/asciicast.ts'
import { renderPoster } from '../../plugins/terminal/src/recordings/poster.ts'
import { freePort } from '../../scripts/lib/ports.mjs'
import { openBrowser } from '../support/e2e.ts'
import { eventually } from '../support/eventually.ts'
import { POLICY } from '../support/plugin/page.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const CAST: Cast = {
  cols: 60,
  rows: 12,
  events: [
    { atMs: 0, is: 'output', text: '$ ' },
    { atMs: 300, is: 'output', text: 'first \x1b[31mred\x1b[0m <script>alert(1)</script>\r\n' },
    { atMs: 1500, is: 'output', text: 'second\r\n' },
    { atMs: 61_000, is: 'size', cols: 50, rows: 10 },
    { atMs: 62_000, is: 'output', text: '\x1b[2J\x1b[Hthe end' },
  ],
}

const source = (path: string) =>
  fileURLToPath(new URL(`../../plugins/terminal/src/${path}`, import.meta.url))

const HTML = `<!doctype html><html lang="en"><head><title>Player</title>
<link rel="stylesheet" href="/style.css"><script type="module" src="/page.js"></script></head>
<body><main><h1>Player</h1><button id="before">Before</button><div id="player"></div>
<button id="after">After</button></main></body></html>`

const files = async (): Promise<Map<string, { type: string; body: Uint8Array }>> => {
  const recording = {
    poster: await renderPoster(CAST),
    durationMs: durationMs(CAST),
    label: 'How it works',
  }
  const shared = { bundle: true, minify: true, outdir: '/', write: false } as const
  const script = await build({
    ...shared,
    stdin: {
      contents: `import { openPlayer } from './exports/player.ts'
        const cast = async () => {
          const response = await fetch('/cast')
          if (!response.ok) throw new Error()
          return response.text()
        }
        window.player = openPlayer(document.querySelector('#player'), {
          ...${JSON.stringify(recording)}, cast })`,
      resolveDir: source('.'),
      sourcefile: 'page.ts',
    },
    splitting: true,
    format: 'esm',
    entryNames: 'page',
  })
  const style = await build({
    ...shared,
    entryPoints: { style: source('client/player/player.css') },
  })
  return new Map(
    [...script.outputFiles, ...style.outputFiles].map(({ path, contents }) => [
      path,
      { type: path.endsWith('.css') ? 'text/css' : 'text/javascript', body: contents },
    ]),
  )
}

let browser: Browser
let page: Page
let errors: string[]
let hasCast = true
let url: string
const server = createServer()

beforeAll(async () => {
  const all = await files()
  server.on('request', (request, response) => {
    const { url: path = '/' } = request
    const file = all.get(path)
    if (file) response.writeHead(200, { 'content-type': file.type }).end(file.body)
    else if (path === '/cast') response.writeHead(hasCast ? 200 : 503).end(encodeCast(CAST))
    else {
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': POLICY })
      response.end(HTML)
    }
  })
  const port = (await freePort()) as number
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${port}/`
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  server.close()
  server.closeAllConnections()
})
beforeEach(async () => {
  hasCast = true
  errors = []
  page = await browser.newPage({ reducedMotion: 'reduce' })
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(url)
  await page.getByRole('button', { name: 'Play' }).waitFor()
})
afterEach(() => page.close())

const poster = () => page.locator('.terminal-poster')
const rows = async () =>
  ((await page.locator('.xterm-rows').textContent()) ?? '').replace(/\u00a0/g, ' ')
const shows = (text: string) =>
  eventually(`it shows ${text}`, async () => (await rows().catch(() => '')).includes(text))
/** Scripts and data so far, not compressed. */
const fetched = () =>
  page.evaluate(() => {
    const all = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const scripts = all.filter(({ name }) => name.endsWith('.js'))
    return {
      names: all.map(({ name }) => new URL(name).pathname),
      bytes: scripts.reduce((sum, { decodedBodySize }) => sum + decodedBodySize, 0),
    }
  })
const focused = () =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.className)

describe('a player in a page', () => {
  test('is a poster in colours, for which nothing heavy is loaded, and nothing moves by itself', async () => {
    const text = await poster().textContent()
    expect(text).toContain('first red <script>alert(1)</script>')
    const colour = await poster()
      .locator('.f1')
      .evaluate((span) => getComputedStyle(span).color)
    expect(colour).toBe('rgb(240, 82, 79)')
    const { names, bytes } = await fetched()
    expect(names).not.toContain('/cast')
    // xterm alone has twenty times as much.
    expect(bytes).toBeLessThan(20_000)
    expect(await page.locator('.xterm').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('plays when it is told to, with no violation of the policy', async () => {
    await page.getByRole('button', { name: 'Play' }).click()
    await shows('second')
    expect(await poster().isVisible()).toBe(false)
    expect(errors).toEqual([])
  })

  test('is used with the keyboard alone, and lets it pass', async () => {
    await page.locator('#before').focus()
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('terminal-player__poster')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await shows('first red')
    await page.getByRole('button', { name: 'Pause' }).waitFor()
    await page.keyboard.press('Space')
    await page.getByRole('button', { name: 'Play' }).waitFor()
    await page.keyboard.press('Tab')
    const bar = page.getByRole('slider', { name: 'Position' })
    expect(await focused()).toContain('terminal-player__position')
    await page.keyboard.press('End')
    await shows('the end')
    expect(await bar.getAttribute('aria-valuetext')).toBe('1:02 / 1:02')
    expect(await bar.inputValue()).toBe('62000')
    await page.keyboard.press('ArrowLeft')
    expect(await bar.getAttribute('aria-valuetext')).toBe('0:57 / 1:02')
    await shows('second')
    await page.keyboard.press('Home')
    await eventually('it is at its start', async () => (await rows()).trim() === '$')
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('terminal-player__speed')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('after')
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toContain('terminal-player__speed')
  })

  test('says that the recording could not be loaded, and tries again', async () => {
    hasCast = false
    await page.getByRole('button', { name: 'Play' }).click()
    await page.getByText('The recording could not be loaded.').waitFor()
    expect(await poster().isVisible()).toBe(true)
    hasCast = true
    await page.getByRole('button', { name: 'Play' }).click()
    await shows('first red')
    expect(await page.getByText('could not be loaded').count()).toBe(0)
  })

  test('has nothing that keeps people out, as a poster and while it plays', async () => {
    const violations = async () => {
      await page.evaluate(AXE)
      return page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string }[] }> }
        }
        return (await axe.run()).violations.map(({ id }) => id)
      })
    }
    expect(await violations()).toEqual([])
    await page.getByRole('button', { name: 'Play' }).click()
    await shows('first red')
    expect(await violations()).toEqual([])
  })

  test('leaves nothing behind when it is disposed of', async () => {
    await page.getByRole('button', { name: 'Play' }).click()
    await shows('first red')
    await page.evaluate(() => {
      ;(window as unknown as { player: { dispose(): void } }).player.dispose()
    })
    expect(await page.locator('#player').innerHTML()).toBe('')
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0)
    expect(errors).toEqual([])
  })
})
