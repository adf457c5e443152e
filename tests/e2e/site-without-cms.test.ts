// The built site while its CMS is away, silent, broken or wrong: pages go on being served, the log says so, and it passes.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { LIMITS } from '../../frontend/src/limits.ts'
import { type FakeCms, PREVIEW_TOKEN, startFakeCms } from '../../frontend/src/testing/fake-cms.ts'
import { violationsInBothThemes } from '../support/axe.ts'
import { type BuiltSite, startBuiltSite } from '../support/built-site.ts'
import { eventually, openBrowser } from '../support/e2e.ts'
import { overflowOf } from '../support/site-pages.ts'

const SEEN = '/projects/philosophers'
/** Of the seen page. */
const TITLE = 'Dining philosophers'
/** Longer than any page, list or word in the log is left alone. */
const CLOCK_STEP_MS = LIMITS.pageLifetimeS * 1000 + 60_000

let cms: FakeCms
let site: BuiltSite
let browser: Browser

/** What the log has said since the last call. */
let heard = 0
const newLines = () => {
  const all = site.log()
  const lines = all.slice(heard)
  heard = all.length
  return lines
}

const ask = async (path: string) => {
  const response = await fetch(site.url + path)
  const { status, headers } = response
  return { status, headers, html: await response.text() }
}
const title = (text: string) => {
  Object.assign(cms.content.projects[0] ?? {}, { title: text })
}

beforeAll(async () => {
  cms = await startFakeCms()
  Object.assign(cms.content.site, { languages: ['en', 'fr'] })
  site = await startBuiltSite(cms.url, { hasMovingClock: true })
  browser = await openBrowser()
}, 90_000)
afterAll(async () => {
  await browser.close()
  await site.stop()
  await cms.close()
})

const port = () => Number(new URL(cms.url).port)
/** The same CMS once more, where it was. */
const comeBack = async () => {
  const { content } = cms
  cms = await startFakeCms(port())
  Object.assign(cms.content, content)
}

const TROUBLES: { trouble: string; begin: () => unknown; end: () => unknown; unseen: string }[] = [
  ...(['broken', 'wrong', 'slow'] as const).map((fault, index) => ({
    trouble: fault,
    begin: () => Object.assign(cms, { fault }),
    end: () => Object.assign(cms, { fault: undefined }),
    unseen:
      ['/projects/tiny-shell', '/projects/tide-tables', '/fr/projects/tiny-shell'][index] ?? '',
  })),
  { trouble: 'away', begin: () => cms.close(), end: comeBack, unseen: '/fr/projects/tide-tables' },
]

describe.each(TROUBLES)('while the CMS is $trouble', ({ trouble, begin, end, unseen }) => {
  beforeAll(async () => {
    title(TITLE)
    await site.moveClock(CLOCK_STEP_MS)
    await eventually('the page is as the CMS has it', async () => {
      const { html, headers } = await ask(SEEN)
      return html.includes(TITLE) && headers.get('x-nextjs-cache') !== 'STALE'
    })
    newLines()
    title('Changed meanwhile')
    await begin()
  })

  test('a page that was seen is served, after its time as well, and the log says so once', async () => {
    expect(await ask(SEEN)).toMatchObject({ status: 200, html: expect.stringContaining(TITLE) })
    await site.moveClock(CLOCK_STEP_MS)
    await eventually('its time is over', async () => {
      const { status, headers, html } = await ask(SEEN)
      expect({ status, hasTitle: html.includes(TITLE) }).toEqual({ status: 200, hasTitle: true })
      return headers.get('x-nextjs-cache') === 'STALE'
    })
    await eventually('it is said', () => site.log().slice(heard).includes('of no use'))
    expect(await ask(SEEN)).toMatchObject({ status: 200, html: expect.stringContaining(TITLE) })
    const said = newLines()
    expect(said).toContain(`The CMS is of no use (${trouble})`)
    expect(said).toContain('Pages stay as they were.')
    // Not each error of each render, with its stack.
    expect(said.trim().split('\n')).toHaveLength(1)
    const ready = await ask('/readyz')
    expect(ready.status).toBe(200)
    expect(JSON.parse(ready.html)).toEqual({ status: 'degraded', cms: trouble })
  }, 30_000)

  test('a page that nobody saw is said to be out of order, in the site’s own frame, and when to come back', async () => {
    const { status, headers, html } = await ask(unseen)
    expect(status).toBe(500)
    expect(headers.get('retry-after')).toBe(String(LIMITS.retryAfterS))
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    const isFrench = unseen.startsWith('/fr')
    expect(html).toContain(`<html lang="${isFrench ? 'fr' : 'en'}"`)
    expect(html).toMatch(isFrench ? /<h1[^>]*>En panne/ : /<h1[^>]*>Out of order/)
    expect(html).toMatch(/<meta name="robots" content="noindex"/)
    expect(html).toContain('class="skip"')
    expect(html).toContain('/_islands/site.')
    expect(html).not.toContain('__NEXT_DATA__')
  }, 30_000)

  test('once it is back, both pages are as it has them, and the log says so', async () => {
    await end()
    await site.moveClock(CLOCK_STEP_MS)
    await eventually('both are there', async () => {
      const [seen, other] = [await ask(SEEN), await ask(unseen)]
      return seen.html.includes('Changed meanwhile') && other.status === 200
    })
    expect(newLines()).toContain('The CMS answers again.')
    expect(JSON.parse((await ask('/readyz')).html)).toEqual({ status: 'ok' })
  }, 30_000)
})

describe('in a browser', () => {
  afterEach(() => {
    cms.fault = undefined
  })

  /** Opens `path`, whose status is to be `status`, and asks axe about it in both themes. */
  const expectAccessible = async (path: string, status: number) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 800 } })
    try {
      const response = await page.goto(site.url + path)
      expect(response?.status()).toBe(status)
      expect(await violationsInBothThemes(page)).toEqual([])
      expect(await overflowOf(page)).toBe(0)
      return (await page.locator('main').textContent()) ?? ''
    } finally {
      await page.close()
    }
  }

  test.each([
    ['a page that could not be made', '/experiences', 500, 'Out of order'],
    ['the same in French', '/fr/experiences', 500, 'En panne'],
    ['a search without an answer', '/search?q=shell', 503, 'does not answer'],
    ['the status of what nobody knows', '/status', 200, 'nobody knows more'],
  ])('%s is accessible', async (_name, path, status, words) => {
    cms.fault = 'broken'
    expect(await expectAccessible(path, status)).toContain(words)
  })

  test('a preview of a draft is accessible with its bar', async () => {
    expect(await expectAccessible(`/preview?token=${PREVIEW_TOKEN}`, 200)).toContain(
      'Only a draft.',
    )
  })

  test('a search that came too often is accessible', async () => {
    for (let times = 0; times <= LIMITS.askings.search.burst; times += 1) await ask('/search?q=x')
    expect(await expectAccessible('/search?q=shell', 429)).toContain('many searches')
  })
})
