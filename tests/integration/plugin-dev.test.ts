// `npm run dev -w plugins/terminal` as whoever works on the plugin sees it: one command up, one Ctrl-C down.
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { freePort } from '../../scripts/lib/ports.mjs'
import { errorsOf, eventually, openBrowser } from '../support/e2e.ts'
import { isOpen, type Started, startProgram } from '../support/started-program.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const DEV = join(ROOT, 'plugins/terminal/dev')
/** Next compiles, on whatever machine this is. */
const START_TIMEOUT_MS = 180_000
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; font-src 'self'"

let folder: string
let ports: Record<'APP_PORT' | 'TERMINAL_PORT' | 'POSTGRES_PORT', number>
let app: Started
let origin: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'shellfolio-plugin-dev-'))
  chmodSync(folder, 0o755)
  ports = {
    APP_PORT: (await freePort()) as number,
    TERMINAL_PORT: (await freePort()) as number,
    POSTGRES_PORT: (await freePort()) as number,
  }
  origin = `http://localhost:${ports.APP_PORT}`
  app = startProgram('plugins/terminal/dev/start.mjs', {
    SHELLFOLIO_DATA: folder,
    ...Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, String(port)])),
  })
  const isReady = () => {
    if (app.child.exitCode !== null) throw new Error(app.output())
    return app.output().includes('Ctrl-C stops everything')
  }
  await eventually('it is ready', isReady, START_TIMEOUT_MS)
}, START_TIMEOUT_MS + 10_000)
afterAll(async () => {
  app?.child.kill('SIGTERM')
  await app?.ended
  rmSync(folder, { recursive: true, force: true })
})

describe('the development app', () => {
  test('says where it is and who may log in, and that is true', async () => {
    const [, email, password] = /first login: (\S+) {2}(\S{16,})/.exec(app.output()) ?? []
    expect(app.output()).toContain(`${origin}/admin`)
    expect(app.output()).toMatch(/sandbox ready \(/)
    const login = await fetch(`${origin}/api/people/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    expect(login.status).toBe(200)
  })

  test('shows a terminal in a page of three files under the strictest policy', async () => {
    const page = await fetch(origin)
    expect(page.headers.get('content-security-policy')).toBe(POLICY)
    const html = await page.text()
    expect(html).toContain('<live-terminal project="hello"')
    expect(html).not.toMatch(/<script(?![^>]* src=)|<style|style=/)
    for (const path of ['/page.js', '/page.css']) {
      expect(html).toContain(`"${path}"`)
      expect((await fetch(origin + path)).status).toBe(200)
    }
  })

  test('runs its sample in a browser, from the first start on, without one complaint', async () => {
    const browser = await openBrowser()
    try {
      const page = await browser.newPage()
      const errors = errorsOf(page)
      await page.goto(origin)
      await page.click('[data-terminal-launch]')
      await page.waitForSelector('live-terminal[data-state=running]')
      const call = (name: 'text' | 'type', ...args: string[]) =>
        page.evaluate(
          ([method, ...values]) => {
            const element = document.querySelector('live-terminal') as unknown as Record<
              string,
              (...given: string[]) => unknown
            >
            return element[method ?? '']?.(...values)
          },
          [name, ...args],
        )
      expect(await call('type', './hello')).toBe(true)
      await page.keyboard.press('Enter')
      const hasSaid = async () => `${await call('text')}`.includes('Hello from a sandbox.')
      await eventually('the sample has said hello', hasSaid)
      expect(errors).toEqual([])
    } finally {
      await browser.close()
    }
  })

  test('leaves nothing running and no secret in a log when it is ended', async () => {
    app.child.kill('SIGINT')
    expect(await app.ended).toBe(0)
    for (const port of Object.values(ports)) expect(await isOpen(port)).toBe(false)
    const own = join(folder, 'plugin-dev')
    expect(existsSync(join(own, 'postgres/postmaster.pid'))).toBe(false)
    expect(existsSync(join(own, 'running.json'))).toBe(false)
    const secrets: string[] = Object.values(
      JSON.parse(readFileSync(join(own, 'secrets.json'), 'utf8')),
    )
    for (const log of readdirSync(join(own, 'logs'))) {
      const text = readFileSync(join(own, 'logs', log), 'utf8')
      for (const secret of secrets) expect(text).not.toContain(secret)
    }
  })
})

describe('its sources', () => {
  test('take nothing from the portfolio’s CMS', () => {
    const sources = readdirSync(DEV, { recursive: true, encoding: 'utf8' }).filter(
      (path) => /\.(tsx?|mjs)$/.test(path) && !path.startsWith('.next'),
    )
    expect(sources.length).toBeGreaterThan(10)
    const ours = sources.filter((path) =>
      /\/cms\/|@shellfolio\/cms|@payload-config/.test(readFileSync(join(DEV, path), 'utf8')),
    )
    expect(ours).toEqual([])
  })

  test('are in no image', () => {
    const ignored = readFileSync(join(ROOT, '.dockerignore'), 'utf8').split('\n')
    expect(ignored).toContain('plugins/terminal/dev')
  })
})
