// What the owner learns of visitors who came: from a page and a terminal in one browser to the charts in another.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner } from '../support/owner.ts'
import { terminalPage } from '../support/terminal-page.ts'

const { siteUrl, cmsUrl, ownerEmail, ownerPassword } = runningStack()
const INSIGHTS = `${cmsUrl}/admin/terminal/insights`
const PASSWORD = 'correct horse battery staple'

let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
})
afterAll(() => browser.close())

const newPage = async (width = 1440): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width, height: 900 } })
  return context.newPage()
}

const logIn = async (page: Page, email: string, password: string) => {
  await page.goto(`${cmsUrl}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
}

const visitAndLeave = async () => {
  const page = await newPage()
  await page.goto(`${siteUrl}/projects/philosophers`)
  const terminal = terminalPage(page)
  await terminal.launch()
  await terminal.run('exit')
  await eventually('it is over', async () => (await terminal.state()) === 'ended')
}

/** The table below a chart, as rows of cells. */
const tableOf = async (page: Page, title: string): Promise<string[][]> => {
  const figure = page.getByRole('figure', { name: title })
  if ((await figure.count()) === 0) return []
  await figure.locator('summary').click()
  const rows = await figure.locator('tbody tr').all()
  return Promise.all(rows.map((row) => row.locator('th, td').allTextContents()))
}

test('a visitor who saw a terminal, launched it and sent a line is in the owner’s charts', async () => {
  await visitAndLeave()
  const page = await newPage(768)
  const errors = errorsOf(page)
  await logIn(page, ownerEmail, ownerPassword)
  const steps = async () => {
    await page.goto(`${INSIGHTS}?days=7`)
    const rows = await tableOf(page, 'How far visitors come')
    return rows.map(([, text = '']) => Number.parseInt(text, 10))
  }
  await eventually(
    'every step is counted',
    async () => {
      const [seen = 0, launched = 0, prompts = 0, commands = 0] = await steps()
      return seen > 0 && launched > 0 && prompts > 0 && commands > 0
    },
    30_000,
  )
  await page.getByRole('img', { name: /^Launches per day/ }).waitFor()
  // An address that somebody made up is no error.
  await page.goto(`${INSIGHTS}?days=7&demo=nobody`)
  expect(await tableOf(page, 'How sessions ended')).toContainEqual([
    'Its program ended',
    expect.stringMatching(/^\d+$/),
  ])
  const isWiderThanScreen = () =>
    page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
  expect(await isWiderThanScreen()).toBe(false)
  // A browser asks for it by itself, and the admin has none.
  expect(errors.filter((error) => !error.includes('favicon.ico'))).toEqual([])
}, 120_000)

test('the dashboard tells how the terminals are, and leads to both pages', async () => {
  const page = await newPage(360)
  await logIn(page, ownerEmail, ownerPassword)
  const widget = page.getByRole('region', { name: 'Terminals' })
  expect(await widget.textContent()).toMatch(/\d+ of \d+.*ready \(/)
  await widget.getByRole('link', { name: 'Insights' }).click()
  await page.waitForURL(INSIGHTS)
}, 60_000)

test('a viewer sees neither, and a stranger is asked to log in', async () => {
  const owner = await logInOwner()
  const email = `viewer-${Date.now()}@example.com`
  const body = JSON.stringify({ email, password: PASSWORD, name: 'Viewer', role: 'viewer' })
  expect((await owner.call('/users', { method: 'POST', body })).status).toBe(201)
  const page = await newPage()
  await logIn(page, email, PASSWORD)
  await page.getByText('Projects').first().waitFor()
  expect(await page.getByRole('region', { name: 'Terminals' }).count()).toBe(0)
  await page.goto(INSIGHTS)
  await page.getByText('You may not look at sessions.').waitFor()
  expect(await page.getByRole('figure').count()).toBe(0)
  const stranger = await newPage()
  await stranger.goto(INSIGHTS)
  await stranger.waitForURL(/\/admin\/login/)
}, 60_000)
