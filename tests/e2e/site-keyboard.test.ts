// The site without a mouse: the way past the header, the menu, the palette, pictures, the theme, and each stop in sight.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violationsOn } from '../support/axe.ts'
import { eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { HEIGHT, openTemplate, overflowOf, THEMES, type Theme } from '../support/site-pages.ts'

const { siteUrl } = runningStack()
const PHONE = { width: 360, height: 800 }
const GALLERY = '/projects/halfblock-renderer'
/** More stops than any page of the sample portfolio has. */
const MAX_STOPS = 300

let browser: Browser
let page: Page
let complaints: () => Promise<string[]>
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())
afterEach(async () => {
  expect(await complaints()).toEqual([])
  await page.context().close()
})

const open = async (path: string, viewport = { width: 1440, height: HEIGHT }) => {
  const opened = await openTemplate(
    browser,
    { name: path, path, status: 200, isSteady: false },
    { viewport, permissions: ['clipboard-read', 'clipboard-write'] },
  )
  page = opened.page
  complaints = opened.complaints
}

const isFocused = (selector: string): Promise<boolean> =>
  page.locator(selector).evaluate((element) => element === document.activeElement)

const tabTo = async (selector: string): Promise<void> => {
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return
  }
  throw new Error(`The tab key never comes to ${selector}.`)
}

const expectAccessible = async () => {
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    expect({ colorScheme, violations: await violationsOn(page) }).toEqual({
      colorScheme,
      violations: [],
    })
  }
  expect(await overflowOf(page)).toBeLessThanOrEqual(0)
}

test('the first stop leads past the header, and is seen when it has the focus', async () => {
  await open('/projects')
  await page.keyboard.press('Tab')
  expect(await isFocused('.skip')).toBe(true)
  const box = await page.locator('.skip').boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect(box?.y).toBeGreaterThanOrEqual(0)
  await page.keyboard.press('Enter')
  expect(await isFocused('#main')).toBe(true)
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})

test('the menu of a narrow window opens, leads on and closes, and the focus comes back', async () => {
  await open('/', PHONE)
  await tabTo('.header-menu')
  await page.keyboard.press('Enter')
  expect(await page.locator('#menu').isVisible()).toBe(true)
  await expectAccessible()
  await page.keyboard.press('Escape')
  expect(await page.locator('#menu').isVisible()).toBe(false)
  expect(await isFocused('.header-menu')).toBe(true)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('#menu') !== null)).toBe(true)
  await page.keyboard.press('Enter')
  await page.waitForURL(`${siteUrl}/projects`)
})

test('the palette keeps the focus while it is open, with results too, and gives it back', async () => {
  await open('/')
  await tabTo('[data-search-link]')
  await page.keyboard.press('Control+k')
  await page.keyboard.type('philosophers')
  await page.locator('[role="option"]').first().waitFor()
  await page.keyboard.press('ArrowDown')
  await expectAccessible()
  for (let stop = 0; stop < 6; stop += 1) {
    await page.keyboard.press('Tab')
    const isOutside = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement !== document.body && !activeElement?.closest('[data-palette]')
    })
    expect(isOutside).toBe(false)
  }
  await page.keyboard.press('Escape')
  expect(await isFocused('[data-search-link]')).toBe(true)
})

test('a picture opens in full, the next one follows, and the focus is back on its link', async () => {
  await open(GALLERY)
  await tabTo('.gallery a[data-lightbox]')
  await page.keyboard.press('Enter')
  const dialog = page.locator('[data-lightbox-dialog]')
  expect(await dialog.isVisible()).toBe(true)
  const picture = dialog.locator('img')
  const first = await picture.getAttribute('src')
  await expectAccessible()
  await page.keyboard.press('ArrowRight')
  expect(await picture.getAttribute('src')).not.toBe(first)
  await page.keyboard.press('Escape')
  expect(await dialog.isVisible()).toBe(false)
  expect(await page.evaluate(() => document.activeElement?.matches('.gallery a'))).toBe(true)
})

test('code is copied, and that is said', async () => {
  await open('/projects/philosophers')
  await tabTo('[data-copy]')
  await page.keyboard.press('Enter')
  await eventually(
    'it is said',
    async () => (await page.locator('[data-said]').textContent()) !== '',
  )
  await violationsOn(page).then((violations) => expect(violations).toEqual([]))
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.locator('[data-code] pre').first().textContent())
})

describe('the theme', () => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)

  test('is chosen by the arrow keys, and is accessible as it was chosen', async () => {
    await open('/')
    const light = await background()
    await tabTo('[data-theme-choice] input')
    const choose = async (theme: Theme) => {
      await page.locator(`[data-theme-choice] input[value="${theme}"]`).press('Space')
      return background()
    }
    const dark = await choose('dark')
    expect(dark).not.toBe(light)
    expect(await violationsOn(page)).toEqual([])
    await page.keyboard.press('ArrowLeft')
    expect(await background()).toBe(light)
  })
})

test('the language is changed at the foot of the page, and the page is the same one', async () => {
  await open('/projects/stack-sort')
  await tabTo('.footer a[lang="fr"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${siteUrl}/fr/projects/stack-sort`)
  expect(await page.locator('html').getAttribute('lang')).toBe('fr')
  await tabTo('.footer a[lang="en"]')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${siteUrl}/projects/stack-sort`)
})

test.each(['/', '/projects/philosophers', '/fr/contact'])(
  'every stop of the tab key on %s is in sight and marked, and the last one leads out',
  async (path) => {
    await open(path)
    const poor: string[] = []
    let stops = 0
    for (; stops < MAX_STOPS; stops += 1) {
      await page.keyboard.press('Tab')
      const stop = await page.evaluate(() => {
        const element = document.activeElement
        if (!element || element === document.body) return null
        // A radio button shows it on its words, a card on all of itself.
        const isOutlined = (part: Element, pseudo?: string) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(part, pseudo)
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        }
        const shown = element.matches('input[type="radio"]') ? element.nextElementSibling : element
        const isMarked = isOutlined(shown ?? element) || isOutlined(element, '::after')
        const { top, bottom, left, right } = element.getBoundingClientRect()
        const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
        return { html: element.outerHTML.slice(0, 120), isInSight, isMarked }
      })
      if (!stop) break
      if (!stop.isInSight || !stop.isMarked) poor.push(JSON.stringify(stop))
    }
    expect(poor).toEqual([])
    expect(stops).toBeGreaterThan(5)
    expect(stops).toBeLessThan(MAX_STOPS)
  },
)
