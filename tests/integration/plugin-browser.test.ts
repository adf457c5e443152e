// <live-terminal> in a real browser under a policy that allows no inline style and no inline script.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/e2e.ts'
import { eventually } from '../support/plugin/host.ts'
import { startTerminalPage, type TerminalPage } from '../support/plugin/page.ts'

let browser: Browser
let server: TerminalPage
let page: Page
let errors: string[]

beforeAll(async () => {
  server = await startTerminalPage()
  browser = await openBrowser()
})

afterAll(async () => {
  await browser?.close()
  await server?.stop()
})

beforeEach(async () => {
  errors = []
  server.begin()
  page = await browser.newPage()
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(server.url)
})

afterEach(() => page.close())

const state = () => page.locator('live-terminal').getAttribute('data-state')
const status = () => page.getByRole('status').textContent()
const text = () =>
  page.evaluate(() =>
    (document.querySelector('live-terminal') as unknown as { text(): string }).text(),
  )
const launch = async () => {
  await page.getByRole('button', { name: 'Launch' }).click()
  await eventually('it runs', async () => (await state()) === 'running')
  await eventually('the prompt is there', async () => (await text()).includes('visitor:~$'))
}

describe('a terminal in a browser', () => {
  test('loads nothing heavy before anybody wants it', async () => {
    const names = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
    )
    expect(names.filter((name) => name.includes('connection'))).toEqual([])
    expect(await state()).toBe('idle')
  })

  test('is launched, takes the focus, and carries what is typed, with no violation of the policy', async () => {
    await launch()
    await page.keyboard.type('echo größer')
    await page.keyboard.press('Enter')
    await eventually('it is echoed', async () => (await text()).includes('echo größer'))
    await eventually('output is acknowledged', () => server.session().acked() > 0)
    expect(errors).toEqual([])
  })

  test('shows colours of all kinds under the policy', async () => {
    await launch()
    server
      .session()
      .print('\x1b[31mred\x1b[0m \x1b[38;2;10;200;30mtrue\x1b[0m \x1b[48;2;1;2;3mback\x1b[0m\r\n')
    await eventually('it is there', async () => (await text()).includes('red true back'))
    const colours = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('.xterm-rows span')]
          .filter(({ textContent }) => textContent?.includes('true'))
          .map((span) => getComputedStyle(span).color),
      )
    await eventually('it is drawn', async () => (await colours()).length === 1)
    expect(await colours()).toEqual(['rgb(10, 200, 30)'])
    const height = await page.evaluate(
      () => document.querySelector('.xterm-rows > div')?.getBoundingClientRect().height ?? 0,
    )
    expect(height).toBeGreaterThan(10)
    expect(errors).toEqual([])
  })

  test('inserts a command without running it', async () => {
    await launch()
    const before = server.session().typed().length
    await page.evaluate(() =>
      (document.querySelector('live-terminal') as unknown as { type(text: string): boolean }).type(
        'make test\nrm -rf x',
      ),
    )
    await eventually(
      'it is typed',
      () => server.session().typed().slice(before) === 'make test rm -rf x',
    )
  })

  test('lets the keyboard out in both directions', async () => {
    await launch()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await eventually('the focus is behind', () =>
      page.evaluate(() => document.activeElement?.id === 'after'),
    )
    await page.locator('.xterm-helper-textarea').focus()
    await page.keyboard.press('Shift+Tab')
    expect(
      await page.evaluate(() => document.querySelector('.xterm')?.contains(document.activeElement)),
    ).toBe(false)
  })

  test('is ended by its button and launched again', async () => {
    await launch()
    await page.getByRole('button', { name: 'End session' }).click()
    await eventually('it has ended', async () => (await state()) === 'ended')
    expect(await status()).toBe('You ended the session.')
    await page.getByRole('button', { name: 'Launch again' }).click()
    await eventually('it runs', async () => (await state()) === 'running')
  })

  test('shows the log of a build that failed', async () => {
    await launch()
    server.session().exit('build-failed', 'main.c:1: error')
    await eventually('it has failed', async () => (await state()) === 'failed')
    expect(await status()).toBe('The project could not be built.')
    expect(await page.locator('.live-terminal__detail').textContent()).toBe('main.c:1: error')
  })

  test('says in a sentence why it did not begin, and tries again', async () => {
    server.refuse('terminal-full')
    await page.getByRole('button', { name: 'Launch' }).click()
    await eventually('it is told', async () => (await state()) === 'unavailable')
    expect(await status()).toBe('Every terminal is in use. Try again in a moment.')
    server.refuse(undefined)
    await page.getByRole('button', { name: 'Try again' }).click()
    await eventually('it runs', async () => (await state()) === 'running')
  })
})
