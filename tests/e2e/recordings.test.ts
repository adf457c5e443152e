// Recordings in real browsers: the owner records a demo, publishes it and plays it; a visitor is told that they are recorded.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { logInOwner, type Owner } from '../support/owner.ts'
import { terminalPage } from '../support/terminal-page.ts'

const { siteUrl, cmsUrl, ownerEmail, ownerPassword } = runningStack()
const TOLD = 'This session is recorded for the owner of this site.'

let browser: Browser
let owner: Owner

beforeAll(async () => {
  browser = await openBrowser()
  owner = await logInOwner()
})
afterEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()))
  await owner.setTerminal({ replay: { enabled: false, days: 7 } })
})
afterAll(() => browser.close())

const json = async <T>(path: string): Promise<T> => (await (await owner.call(path)).json()) as T

test('the owner records a demo from its page, publishes it there, and plays it on its own', async () => {
  const { docs } = await json<{ docs: { demo: string }[] }>(
    '/projects?where[slug][equals]=philosophers&depth=0',
  )
  const demo = docs[0]?.demo ?? ''
  const page = await (
    await browser.newContext({ viewport: { width: 768, height: 1000 } })
  ).newPage()
  const errors = errorsOf(page)
  await page.goto(`${cmsUrl}/admin/login`)
  await page.fill('#field-email', ownerEmail)
  await page.fill('#field-password', ownerPassword)
  await page.click('button[type=submit]')
  await page.waitForURL(/\/admin\/?$/)
  await page.goto(`${cmsUrl}/admin/collections/demos/${demo}`)

  await page.getByRole('button', { name: 'Record', exact: true }).click()
  const terminal = terminalPage(page)
  await terminal.sees('~ $', 60_000)
  await page.getByText(TOLD).waitFor()
  await page.locator('live-terminal textarea').focus()
  await terminal.run('echo recorded-$((40+2))')
  await terminal.sees('recorded-42')
  await page.getByRole('button', { name: 'Stop recording' }).click()
  await page.getByLabel('Title of the recording').fill('Philosophers at dinner')
  await page.getByRole('button', { name: 'Save the recording' }).click()
  const poster = page.locator('.terminal-poster')
  await eventually('the poster is there', async () => {
    return (await poster.textContent().catch(() => ''))?.includes('recorded-42')
  })
  const publicly = () => fetch(`${cmsUrl}/api/terminal/demos/${demo}/recording?part=poster`)
  expect((await publicly()).status).toBe(404)
  await page.getByLabel(/^Publish it/).check()
  await eventually('everyone may see it', async () => (await publicly()).status === 200)

  await page.getByRole('link', { name: 'Open the recording' }).click()
  await page.getByRole('button', { name: 'Play', exact: true }).click()
  const screen = page.locator('.terminal-player__screen .xterm-rows')
  await page.getByRole('slider', { name: 'Position' }).press('End')
  await eventually('the end is shown', async () =>
    (await screen.textContent())?.includes('recorded-42'),
  )
  expect(errors).toEqual([])
}, 120_000)

test('a visitor is told before the prompt that the session is recorded, only while the owner wants that', async () => {
  const visit = async () => {
    const page = await (await browser.newContext()).newPage()
    const errors = errorsOf(page)
    await page.goto(`${siteUrl}/projects/philosophers`)
    await terminalPage(page).launch()
    return { told: await page.getByText(TOLD).isVisible(), errors }
  }
  expect(await visit()).toEqual({ told: false, errors: [] })
  await owner.setTerminal({ replay: { enabled: true, days: 1 } })
  expect(await visit()).toEqual({ told: true, errors: [] })
}, 120_000)
