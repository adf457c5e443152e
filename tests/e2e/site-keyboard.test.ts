// The site without a mouse: the way past the header, the menu, the palette, pictures, the theme, and each stop in sight.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { violationsInBothThemes, violationsOn } from '../support/axe.ts'
import { eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { HEIGHT, openTemplate, overflowOf, type Theme } from '../support/site-pages.ts'

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
  expect(await violationsInBothThemes(page)).toEqual([])
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

type Stop = { html: string; isInSight: boolean; isMarked: boolean; isCovered: boolean }

/** Where the focus is; null at the end of the page. */
const stopOf = (): Promise<Stop | null> =>
  page.evaluate(() => {
    const element = document.activeElement
    if (!element || element === document.body) return null
    // A radio button shows it on its words, a card on all of itself, a terminal around its screen.
    const isOutlined = (part: Element | null, pseudo?: string) => {
      if (!part) return false
      const { outlineStyle, outlineWidth } = getComputedStyle(part, pseudo)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    }
    const shown = element.matches('input[type="radio"]') ? element.nextElementSibling : element
    const isMarked = isOutlined(shown) || isOutlined(element, '::after')
    const { top, bottom, left, right } = element.getBoundingClientRect()
    const isInSight = bottom > 0 && top < innerHeight && right > 0 && left < innerWidth
    // A link may go over several lines, and be longer than the window.
    const [line = element.getBoundingClientRect()] = element.getClientRects()
    const middle = (from: number, to: number, most: number) =>
      (Math.max(0, from) + Math.min(to, most)) / 2
    const there = document.elementFromPoint(
      middle(line.left, line.right, innerWidth),
      middle(line.top, line.bottom, innerHeight),
    )
    const isCovered = !there || !(element.contains(there) || there.contains(element))
    return { html: element.outerHTML.slice(0, 120), isInSight, isMarked, isCovered }
  })

test.each([
  ['/', 'dark'],
  ['/projects', 'light'],
  ['/projects/philosophers', 'light'],
  [GALLERY, 'dark'],
  ['/search?q=philosophers', 'dark'],
  ['/demo/stack-sort', 'light'],
  ['/fr/contact', 'light'],
] as const)(
  'every stop of the tab key on %s, %s, is in sight, marked and covered by nothing, and the last one leads out',
  async (path, colorScheme) => {
    await open(path)
    await page.emulateMedia({ colorScheme })
    const poor: Stop[] = []
    let stops = 0
    for (; stops < MAX_STOPS; stops += 1) {
      await page.keyboard.press('Tab')
      const stop = await stopOf()
      if (!stop) break
      if (!stop.isInSight || !stop.isMarked || stop.isCovered) poor.push(stop)
    }
    expect(poor).toEqual([])
    expect(stops).toBeGreaterThan(1)
    expect(stops).toBeLessThan(MAX_STOPS)
  },
)

test('where colours are forced, the focus, buttons and fields are seen, and nothing is against the rules', async () => {
  await open('/fr/contact')
  await page.emulateMedia({ forcedColors: 'active' })
  expect(await page.evaluate(() => matchMedia('(forced-colors: active)').matches)).toBe(true)
  expect(await violationsOn(page)).toEqual([])
  const bare = await page.evaluate(() =>
    [...document.querySelectorAll('.button, .form-control, .small-button')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const {
          borderInlineStartWidth,
          borderInlineStartStyle,
          borderInlineStartColor,
          backgroundColor,
        } = getComputedStyle(element)
        const isDrawn = borderInlineStartStyle !== 'none' && borderInlineStartWidth !== '0px'
        return !isDrawn || borderInlineStartColor === backgroundColor
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 120)),
  )
  expect(bare).toEqual([])
  await tabTo('[data-theme-choice] input')
  expect(await stopOf()).toMatchObject({ isInSight: true, isMarked: true })
  // The choice that was made is told from the others.
  const lines = await page
    .locator('[data-theme-choice] input + span')
    .evaluateAll((words) => words.map((word) => getComputedStyle(word).borderBlockEndColor))
  expect(new Set(lines).size).toBe(2)
})
