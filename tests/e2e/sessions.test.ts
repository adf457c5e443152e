// Sessions beyond the launch, in real browsers: the way back after a broken line, the queue, and the owner who looks on.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'
import { relayPid } from '../support/stack-processes.ts'
import { type TerminalPage, terminalPage } from '../support/terminal-page.ts'

const { siteUrl, cmsUrl, ownerEmail, ownerPassword } = runningStack()

type Visitor = { page: Page; terminal: TerminalPage; errors: string[] }

let browser: Browser
let owner: Owner

const running = async () => {
  const answer = (await (await owner.call('/terminal/sessions')).json()) as {
    service?: { sessions: { sid: string; title: string; state: string }[] }
  }
  return answer.service?.sessions ?? []
}

const visit = async (): Promise<Visitor> => {
  const context = await browser.newContext({ viewport: { width: 1000, height: 900 } })
  const page = await context.newPage()
  const errors = errorsOf(page)
  await page.goto(`${siteUrl}/projects/philosophers`)
  return { page, terminal: terminalPage(page), errors }
}
const press = (page: Page, name: RegExp) => page.getByRole('button', { name }).first().click()
const reaches = ({ terminal }: Visitor, state: string, timeoutMs = 20_000) =>
  eventually(`the terminal is ${state}`, async () => (await terminal.state()) === state, timeoutMs)

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await owner.setTerminal({ enabled: true, capacity: 24 })
  for (const { sid } of await running()) {
    await owner.call(`/terminal/sessions/${sid}`, { method: 'DELETE' })
  }
  await eventually('no session is left', async () => (await running()).length === 0, 20_000)
})
afterAll(() => browser.close())

describe('a session', () => {
  test('comes back after the relay was killed, with its screen, and with what was typed meanwhile', async () => {
    const visitor = await visit()
    const { terminal, page, errors } = visitor
    await terminal.launch()
    await terminal.run('kept=here; for i in $(seq 20); do echo line-$i; sleep 0.1; done')
    await terminal.sees('line-5')
    process.kill(relayPid(), 'SIGKILL')
    await reaches(visitor, 'reconnecting')
    await page.keyboard.type('echo "still $kept"\n')
    await reaches(visitor, 'running')
    await terminal.sees(/line-20[\s\S]*still here/, 20_000)
    const shown = (await terminal.text()).match(/^line-\d+$/gm)
    expect(shown).toEqual(Array.from({ length: 20 }, (_, index) => `line-${index + 1}`))
    expect((await terminal.text()).match(/^still here$/gm)).toHaveLength(1)
    // Browsers tell of each attempt that came before the relay was back.
    const others = errors.filter((error) => !/WebSocket handshake.*: 503/.test(error))
    expect(others).toEqual([])
  }, 60_000)

  test('ends within moments of the owner’s switch, and nobody launches another', async () => {
    const visitor = await visit()
    await visitor.terminal.launch()
    await owner.setTerminal({ enabled: false })
    await reaches(visitor, 'ended', 30_000)
    const other = await visit()
    await press(other.page, /^launch/i)
    await reaches(other, 'unavailable')
    expect(await other.page.locator('live-terminal').textContent()).toContain('switched')
  }, 60_000)
})

describe('the queue', () => {
  test('gives a freed terminal to who came first, and the next to who came next', async () => {
    await owner.setTerminal({ capacity: 1 })
    const first = await visit()
    await first.terminal.launch()
    const waiting: Visitor[] = []
    for (const position of ['You are next', 'You are number 2']) {
      const visitor = await visit()
      await press(visitor.page, /^launch/i)
      await reaches(visitor, 'queued')
      const told = visitor.page.locator('live-terminal [role=status]')
      await eventually(position, async () => (await told.textContent())?.includes(position))
      waiting.push(visitor)
    }
    const [second, third] = waiting as [Visitor, Visitor]
    await press(first.page, /^end session/i)
    await reaches(second, 'running')
    expect(await third.terminal.state()).toBe('queued')
    // Closing the page is leaving, too.
    await second.page.context().close()
    await reaches(third, 'running')
    expect(third.errors).toEqual([])
  }, 90_000)
})

describe('the owner', () => {
  test('tries each demo as it is saved, and hears that its commands do what they promise', async () => {
    const { docs } = (await (await owner.call('/demos?limit=50&depth=0')).json()) as {
      docs: { id: string; title: string; commands: unknown[] }[]
    }
    expect(docs.length).toBeGreaterThanOrEqual(4)
    for (const { id, title, commands } of docs) {
      const response = await owner.call(`/terminal/demos/${id}/smoke`, { method: 'POST' })
      const report = (await response.json()) as { ok: boolean; results: { ok: boolean }[] }
      expect([title, report.ok, report.results.length]).toEqual([title, true, commands.length])
    }
  }, 240_000)

  test('sees a session in the admin and ends it, and its visitor is told', async () => {
    const visitor = await visit()
    await visitor.terminal.launch()
    const page = await (await browser.newContext()).newPage()
    const errors = errorsOf(page)
    await page.goto(`${cmsUrl}/admin/login`)
    await page.fill('#field-email', ownerEmail)
    await page.fill('#field-password', ownerPassword)
    await page.click('button[type=submit]')
    await page.waitForURL(/\/admin\/?$/)
    await page.goto(`${cmsUrl}/admin/terminal`)
    await page.getByText('1 of 24 terminals in use').waitFor()
    await page.getByRole('button', { name: /^End the session of/ }).click()
    await page.locator('#confirm-action').click()
    await reaches(visitor, 'ended')
    await page.getByText('Nobody runs a demo right now.').waitFor()
    expect(errors).toEqual([])
  }, 90_000)
})
