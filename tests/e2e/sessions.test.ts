// Sessions beyond the launch, in real browsers: the way back after a broken line, the queue, and the owner who looks on.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violationsInBothThemes } from '../support/axe.ts'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'
import { relayPid } from '../support/stack-processes.ts'
import { type TerminalPage, terminalPage } from '../support/terminal-page.ts'

const { siteUrl, cmsUrl, ownerEmail, ownerPassword } = runningStack()

type Trial = [title: string, isOk: boolean, results: number, commands: number]
type Visitor = { page: Page; terminal: TerminalPage; errors: string[] }

let browser: Browser
let owner: Owner
/** One demo after the other, beside the visitors' sessions. */
let trials: Promise<Trial[]>

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

/** As the owner does with the button of each demo. */
const tryDemos = async (): Promise<Trial[]> => {
  const { docs } = (await (await owner.call('/demos?limit=50&depth=0')).json()) as {
    docs: { id: string; title: string; commands: unknown[] }[]
  }
  const made: Trial[] = []
  for (const { id, title, commands } of docs) {
    const response = await owner.call(`/terminal/demos/${id}/smoke`, { method: 'POST' })
    const report = (await response.json()) as { ok: boolean; results: { ok: boolean }[] }
    made.push([title, report.ok, report.results.length, commands.length])
  }
  return made
}

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
  trials = tryDemos()
  // The test of it tells.
  trials.catch(() => undefined)
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

  test('that has lost its network, or cannot begin, says so in ways that everyone can read', async () => {
    const visitor = await visit()
    const { terminal, page } = visitor
    await terminal.launch()
    await page.context().setOffline(true)
    process.kill(relayPid(), 'SIGKILL')
    await reaches(visitor, 'reconnecting')
    expect(await violationsInBothThemes(page)).toEqual([])
    expect(await terminal.state()).toBe('reconnecting')
    await page.context().setOffline(false)
    await reaches(visitor, 'running', 40_000)

    const other = await visit()
    const json = { code: 'internal', title: 'Something went wrong here.', status: 500 }
    await other.page.route('**/api/terminal/**', (route) => route.fulfill({ status: 500, json }))
    await press(other.page, /^launch/i)
    await reaches(other, 'failed')
    expect(await violationsInBothThemes(other.page)).toEqual([])
  }, 90_000)

  test('ends within moments of the owner’s switch, and nobody launches another', async () => {
    const visitor = await visit()
    await visitor.terminal.launch()
    await owner.setTerminal({ enabled: false })
    await reaches(visitor, 'ended', 30_000)
    const other = await visit()
    await press(other.page, /^launch/i)
    await reaches(other, 'unavailable')
    expect(await other.page.locator('live-terminal').textContent()).toContain('switched')
    expect(await violationsInBothThemes(other.page)).toEqual([])
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
    expect(await violationsInBothThemes(third.page)).toEqual([])
    await press(first.page, /^end session/i)
    await reaches(second, 'running')
    expect(await third.terminal.state()).toBe('queued')
    // Closing the page is leaving, too.
    await second.page.context().close()
    await reaches(third, 'running')
    expect(third.errors).toEqual([])
  }, 90_000)
})

/** The page of live sessions, as the owner has it after logging in. */
const sessionsInAdmin = async () => {
  const page = await (await browser.newContext()).newPage()
  const errors = errorsOf(page)
  await page.goto(`${cmsUrl}/admin/login`)
  await page.fill('#field-email', ownerEmail)
  await page.fill('#field-password', ownerPassword)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  await page.goto(`${cmsUrl}/admin/terminal`)
  return { page, errors }
}

describe('the owner', () => {
  test('tries each demo as it is saved, and hears that its commands do what they promise', async () => {
    const made = await trials
    expect(made.length).toBeGreaterThanOrEqual(4)
    for (const [title, isOk, results, commands] of made) {
      expect([title, isOk, results]).toEqual([title, true, commands])
    }
  }, 240_000)

  test('sees a session in the admin and ends it, and its visitor is told', async () => {
    const visitor = await visit()
    await visitor.terminal.launch()
    const { page, errors } = await sessionsInAdmin()
    await page.getByText('1 of 24 terminals in use').waitFor()
    await page.getByRole('button', { name: /^End the session of/ }).click()
    await page.locator('#confirm-action').click()
    await reaches(visitor, 'ended')
    await page.getByText('Nobody runs a demo right now.').waitFor()
    expect(errors).toEqual([])
  }, 90_000)

  test('looks on from the admin, types nothing, says something to the visitor, and is out after logging out', async () => {
    const visitor = await visit()
    const { terminal } = visitor
    const isTold = visitor.page.getByText('1 other person is watching', { exact: true })
    await terminal.launch()
    await terminal.run('echo before-$((40+2))')
    await terminal.sees('before-42')

    const { page, errors } = await sessionsInAdmin()
    const watched = terminalPage(page)
    const watch = page.getByRole('button', { name: /^Watch the session of/ })
    await watch.click()
    await watched.sees('before-42')
    await isTold.waitFor()
    await terminal.run('echo after-$((40+2))')
    await watched.sees('after-42')

    await page.locator('live-terminal textarea').focus()
    await page.keyboard.type('echo typed-by-the-owner\n')
    await terminal.run('echo done-$((40+2))')
    await watched.sees('done-42')
    expect(await terminal.text()).not.toContain('typed-by-the-owner')

    await page.getByRole('textbox', { name: 'Notice' }).fill('Well done.')
    await page.getByRole('button', { name: 'Show it' }).click()
    await visitor.page.getByText('Well done.', { exact: true }).waitFor()

    const panel = page.getByRole('region', { name: /^Watching/ })
    await panel.getByRole('button', { name: 'Close' }).click()
    await isTold.waitFor({ state: 'detached' })
    await watch.click()
    await watched.sees('done-42')
    await isTold.waitFor()
    expect(errors).toEqual([])
    await page.evaluate(() => fetch('/api/users/logout', { method: 'POST' }))
    await isTold.waitFor({ state: 'detached', timeout: 30_000 })
    await terminal.run('echo still-$((40+2))')
    await terminal.sees('still-42')
    expect(visitor.errors).toEqual([])
  }, 120_000)
})
