// Every template as its reader meets it: drawn without a complaint, on every width, in both themes, with and without script.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violationsOn } from '../support/axe.ts'
import { openBrowser } from '../support/e2e.ts'
import {
  allDiagramsDrawn,
  goTo,
  HEIGHT,
  openTemplate,
  overflowOf,
  TEMPLATES,
  THEMES,
  WIDTHS,
  ZOOMED_WIDTH,
} from '../support/site-pages.ts'

let browser: Browser
let plain: Page
beforeAll(async () => {
  await allDiagramsDrawn()
  browser = await openBrowser()
  plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage()
})
afterAll(() => browser.close())

/** What can be read and followed in the main part: the texts that are seen, and where its links lead. */
const readableOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isSeen = (element: Element) => element.checkVisibility({ visibilityProperty: true })
    const seen = (selector: string) =>
      [...document.querySelectorAll(`main :is(${selector})`)].filter(isSeen)
    const texts = seen('h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption, pre, code')
      .filter((element) => !element.querySelector('button'))
      .map(({ textContent }) => textContent.trim())
    const links = seen('a').map((link) => (link as HTMLAnchorElement).href)
    return [...texts, ...links]
  })

describe.each(TEMPLATES)('$name', (template) => {
  let page: Page
  let complaints: () => Promise<string[]>
  beforeAll(async () => {
    const opened = await openTemplate(browser, template)
    page = opened.page
    complaints = opened.complaints
  })
  afterAll(() => page.context().close())

  test('fits every width, a zoom of 400 % included', async () => {
    const overflows: Record<number, number> = {}
    for (const width of [ZOOMED_WIDTH, ...WIDTHS]) {
      await page.setViewportSize({ width, height: HEIGHT })
      overflows[width] = await overflowOf(page)
    }
    expect(overflows).toEqual({ 320: 0, 360: 0, 768: 0, 1440: 0 })
  })

  test('fits when it is read from right to left', async () => {
    const overflows: Record<number, number> = {}
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'))
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: HEIGHT })
      overflows[width] = await overflowOf(page)
    }
    await page.evaluate(() => document.documentElement.removeAttribute('dir'))
    expect(overflows).toEqual({ 360: 0, 768: 0, 1440: 0 })
  })

  test.each(THEMES)('is accessible in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    expect(await violationsOn(page)).toEqual([])
  })

  test('waits for one font', async () => {
    const fonts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name.split('/').at(-1) ?? '')
        .filter((name) => name.endsWith('.woff2')),
    )
    expect(fonts).toEqual([expect.stringContaining('hanken-grotesk')])
  })

  // Last: what its scripts did in the meantime is in it.
  test('is drawn without an error, and nothing in it is against the policy', async () => {
    expect(await complaints()).toEqual([])
  })

  test('has all its text and links without JavaScript', async () => {
    await page.emulateMedia({ colorScheme: 'light' })
    await goTo(plain, template)
    const without = new Set(await readableOn(plain))
    const withScript = await readableOn(page)
    expect(withScript.length).toBeGreaterThan(0)
    expect(withScript.filter((text) => !without.has(text))).toEqual([])
  })
})
