// One <live-terminal> page in a real browser for each test, and what its console said.
import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../e2e.ts'
import { startTerminalPage, type TerminalPage } from './page.ts'

let browser: Browser
export let server: TerminalPage
export let page: Page
export let errors: string[]

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
