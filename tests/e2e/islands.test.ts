// What scripts add to the site's pages, in a browser that enforces the policy, and what is there without them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { errorsOf, eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { openTab } from '../support/tab.ts'

const { siteUrl } = runningStack()
const PHONE = { width: 360, height: 800 }

let browser: Browser
let context: BrowserContext
let page: Page
let errors: string[]

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const start = async (options: Parameters<Browser['newContext']>[0] = {}) => {
  context = await browser.newContext({ viewport: PHONE, colorScheme: 'light', ...options })
  page = await context.newPage()
  errors = errorsOf(page)
}
beforeEach(() => start())
afterEach(async () => {
  expect(errors).toEqual([])
  await context.close()
})

const background = () =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

describe('the theme', () => {
  test('that was chosen is there at the first paint of every page after, and can be given back', async () => {
    await page.goto(siteUrl)
    const light = await background()
    await page.locator('[data-theme-choice] label').nth(1).click()
    const dark = await background()
    expect(dark).not.toBe(light)
    // Nothing but what blocks the first paint: no script is.
    await page.route(/_islands\/.*\.js$/, (route) => route.abort())
    for (const path of ['/projects', '/search?q=shell', '/contact', '/nothing-is-here']) {
      await page.goto(siteUrl + path)
      expect([path, await background()]).toEqual([path, dark])
    }
    await page.unroute(/_islands\/.*\.js$/)
    await page.goto(siteUrl)
    errors.length = 0
    await page.locator('[data-theme-choice] label').nth(2).click()
    expect(await background()).toBe(light)
  })
})

test('a page that the browser fetched ahead is told of when it is looked at', async () => {
  await page.goto(siteUrl)
  const preloads = await context.newCDPSession(page)
  let isAhead = false
  preloads.on('Preload.prefetchStatusUpdated', ({ status }) => {
    isAhead ||= status === 'Ready'
  })
  await preloads.send('Preload.enable')
  const told: unknown[] = []
  page.on('request', (request) => {
    if (request.url().endsWith('/api/seen')) told.push(request.postDataJSON())
  })
  const link = page.locator('main a[href="/projects"]').first()
  await link.hover()
  await eventually('the page is fetched', () => isAhead)
  expect(told).toEqual([])
  await Promise.all([page.waitForResponse(`${siteUrl}/api/seen`), link.click()])
  expect(told).toEqual([{ path: '/projects', referrer: `${siteUrl}/` }])
})

test('a page that the browser drew ahead is told of when it is looked at, and not before', async () => {
  const tab = await openTab()
  try {
    const shown = await eventually('there is a page', () => tab.pages[0])
    await tab.goTo(shown, siteUrl)
    const link = await eventually('the link is there', () =>
      tab.evaluate(
        shown,
        `(() => {
          const link = document.querySelector('main a[href="/projects"]')
          link?.scrollIntoView({ block: 'center' })
          const box = link?.getBoundingClientRect()
          return document.readyState === 'complete' && box && { x: box.x + 5, y: box.y + box.height / 2 }
        })()`,
      ),
    )
    tab.pointAt(shown, link as { x: number; y: number })
    const ahead = await eventually('a page is drawn ahead', () =>
      tab.pages.find(({ isAhead }) => isAhead),
    )
    await eventually('its scripts ran', () =>
      tab.evaluate(
        ahead,
        "document.prerendering && document.readyState === 'complete' && !document.querySelector('[data-theme-choice]').hidden",
      ),
    )
    expect(tab.sent('/api/seen')).toEqual([])
    tab.pointAt(shown, link as { x: number; y: number }, true)
    await eventually('it is told of', () => tab.sent('/api/seen').length > 0)
    expect(tab.sent('/api/seen')).toEqual([{ path: '/projects', referrer: `${siteUrl}/` }])
    expect(
      await tab.evaluate(
        ahead,
        "performance.getEntriesByType('navigation')[0].activationStart > 0",
      ),
    ).toBe(true)
  } finally {
    await tab.close()
  }
})

describe('the search palette', () => {
  test('is opened by keys, lists what is found, and leads there without a mouse', async () => {
    await page.goto(siteUrl)
    await page.keyboard.press('Control+k')
    await page.keyboard.type('philosophers')
    await page.locator('[role="option"]').first().waitFor()
    await eventually('the number of results is said', async () =>
      /\d result/.test((await page.locator('[data-palette-status]').textContent()) ?? ''),
    )
    await page.keyboard.press('ArrowDown')
    const href = await page.locator('[aria-selected="true"]').getAttribute('href')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${siteUrl}${href}`)
  })

  test('gives the focus back, and leads to the page of results', async () => {
    await page.goto(siteUrl)
    const link = page.locator('[data-search-link]')
    await link.click()
    await page.keyboard.press('Escape')
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('/')
    await page.keyboard.type('philosophers')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/search\?q=philosophers$/)
    expect(await page.locator('main mark').count()).toBeGreaterThan(0)
  })
})

test('the menu of a narrow window opens, closes by a key, and keeps nothing from a wide one', async () => {
  await page.goto(siteUrl)
  const menu = page.locator('#menu')
  expect(await menu.isVisible()).toBe(false)
  await page.locator('.header-menu').click()
  expect(await menu.isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await menu.isVisible()).toBe(false)
  await page.setViewportSize({ width: 1440, height: 900 })
  expect(await menu.isVisible()).toBe(true)
})

test('without JavaScript the menu opens, the search finds, and nothing is shown that could do nothing', async () => {
  await context.close()
  await start({ javaScriptEnabled: false })
  await page.goto(siteUrl)
  await page.locator('.header-menu').click()
  expect(await page.locator('#menu').isVisible()).toBe(true)
  expect(await page.locator('[data-theme-choice]').isVisible()).toBe(false)
  await page.keyboard.press('Escape')
  await page.locator('[data-search-link]').click()
  await page.locator('#question').fill('philosophers')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/search\?q=philosophers$/)
  expect(await page.locator('main mark').count()).toBeGreaterThan(0)
})

test('a terminal alone fills the window, with one button', async () => {
  await page.goto(`${siteUrl}/demo/philosophers`)
  const box = await page.locator('live-terminal').boundingBox()
  expect(box?.height).toBeGreaterThan(PHONE.height * 0.8)
  expect(await page.locator('button:visible').count()).toBe(1)
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toBe('noindex')
})
