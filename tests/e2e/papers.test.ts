// What leaves the site: the résumé on paper and as files, and a message by a browser without script.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { content } from '@shellfolio/seed'
import type { Browser } from 'playwright-core'
import { violationsOn } from '../support/axe.ts'
import { eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { allDiagramsDrawn } from '../support/site-pages.ts'

const { siteUrl } = runningStack()

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g)?.length ?? 0

describe('the résumé', () => {
  test('prints on at most two pages of A4, without the site around it', async () => {
    const page = await browser.newPage()
    await page.goto(`${siteUrl}/resume`)
    const pdf = await page.pdf({ preferCSSPageSize: true })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.header, .footer, .actions').locator('visible=true').count()).toBe(0)
    await page.close()
    expect(pagesOf(pdf)).toBeGreaterThan(0)
    expect(pagesOf(pdf)).toBeLessThanOrEqual(2)
    // A4 in points.
    expect(pdf.toString('latin1')).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/)
  })

  test('is a PDF of at most two pages, and the same in the formats of programs', async () => {
    const response = await fetch(`${siteUrl}/resume.pdf`)
    expect(response.headers.get('content-type')).toBe('application/pdf')
    const pages = pagesOf(Buffer.from(await response.arrayBuffer()))
    expect(pages).toBeGreaterThan(0)
    expect(pages).toBeLessThanOrEqual(2)
    const json = await (await fetch(`${siteUrl}/resume.json`)).json()
    expect(json).toMatchObject({ basics: { name: content.site.name } })
    const card = await (await fetch(`${siteUrl}/resume.vcf`)).text()
    expect(card).toContain(`FN:${content.site.name}\r\n`)
  })
})

test('pages print dark on white, with their drawings and where links lead, and without what only a screen can do', async () => {
  await allDiagramsDrawn()
  const drawn = content.projects.find(({ diagrams = [] }) =>
    diagrams.some(({ kind }) => kind === 'mermaid'),
  )
  const page = await browser.newPage()
  await page.goto(`${siteUrl}/projects/${drawn?.slug}`)
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  const widths = await page
    .locator('.diagram-light')
    .evaluateAll((images) => images.map((image) => image.getBoundingClientRect().width))
  expect(Math.min(...widths)).toBeGreaterThan(50)
  const screenOnly = page.locator('button, .header-search, .terminal-box, .contents')
  expect(await screenOnly.locator('visible=true').count()).toBe(0)
  const paper = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.documentElement)
    return { color, backgroundColor }
  })
  expect(paper).toEqual({ color: 'rgb(29, 27, 24)', backgroundColor: 'rgb(255, 255, 255)' })
  const pale = (await violationsOn(page)).filter((each) => each.startsWith('color-contrast'))
  expect(pale).toEqual([])
  await page.goto(siteUrl)
  const links = await page
    .locator('main a[href^="http"]')
    .locator('visible=true')
    .evaluateAll((all) =>
      all.map((link) => [
        (link as HTMLAnchorElement).getAttribute('href'),
        getComputedStyle(link, '::after').content,
      ]),
    )
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter(([href, after]) => after !== `" (${href})"`)).toEqual([])
  await page.close()
})

test('a message goes its way without script; one that was sent too fast can be sent again', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${siteUrl}/contact`)
  await page.getByLabel('Your name').fill('Ada Lovelace')
  await page.getByLabel('Your mail address').fill('ada@example.com')
  await page.getByLabel('Message', { exact: true }).fill('I saw your shell. Is it yours?')
  await page.getByRole('button', { name: 'Send' }).click()
  await eventually(
    'the form is old enough',
    async () => {
      if (page.url().endsWith('/contact/sent')) return true
      expect(await page.getByRole('alert').textContent()).toContain('very fast')
      await page.getByRole('button', { name: 'Send' }).click()
      return false
    },
    30_000,
  )
  expect(await page.locator('h1').textContent()).toBe('Thank you')
  await context.close()
})
