// The site as its reader meets it: plain documents, sound in both themes and on every width.
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { content } from '@shellfolio/seed'
import type { Browser } from 'playwright-core'
import { errorsOf, openBrowser, runningStack } from '../support/e2e.ts'

const { siteUrl, root } = runningStack()
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const SHOTS = join(root, 'tests/.out/screenshots')
const PAGES = [
  '/',
  '/projects',
  ...content.projects.map(({ slug }) => `/projects/${slug}`),
  '/experiences',
  ...content.experiences.map(({ slug }) => `/experiences/${slug}`),
  '/resume',
  '/contact',
  '/search?q=philosophers',
  '/status',
  '/demo/philosophers',
  '/nothing-here',
]
const WIDTHS = [360, 768, 1440]
const THEMES = ['light', 'dark'] as const

let browser: Browser
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true })
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(PAGES)('%s', (path) => {
  test('carries no framework script and no inline script', async () => {
    const html = await (await fetch(siteUrl + path)).text()
    const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
    for (const [, attributes = '', body = ''] of scripts) {
      // Data for search engines is no script: nothing runs it.
      if (attributes.includes('type="application/ld+json"')) {
        expect(JSON.parse(body)).toHaveProperty('@context')
        continue
      }
      expect(attributes).toMatch(/\bsrc="\/_islands\//)
      expect(body).toBe('')
    }
    expect(html).not.toMatch(/_next\/static\/chunks|__NEXT_DATA__|\son[a-z]+=|javascript:/)
    expect(html).toContain('<h1')
  })

  test('answers with the status and headers of a document that is safe to keep', async () => {
    const response = await fetch(siteUrl + path)
    expect(response.status).toBe(path === '/nothing-here' ? 404 : 200)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('x-powered-by')).toBeNull()
  })

  test.each(THEMES)('is accessible and fits every width in the %s theme', async (theme) => {
    const context = await browser.newContext({ colorScheme: theme, bypassCSP: true })
    try {
      const page = await context.newPage()
      const errors = errorsOf(page)
      await page.goto(siteUrl + path)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 })
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(overflow).toBeLessThanOrEqual(0)
        const name = `${path.replaceAll('/', '_')}-${width}-${theme}.png`
        await page.screenshot({ path: join(SHOTS, name), fullPage: true })
      }
      await page.evaluate(AXE)
      const violations = await page.evaluate(async () => {
        const { axe } = window as unknown as {
          axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
        }
        const result = await axe.run()
        return result.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
      })
      expect(violations).toEqual([])
      const expected = path === '/nothing-here' ? 1 : 0
      expect(errors.slice(expected)).toEqual([])
    } finally {
      await context.close()
    }
  })
})

test('a page loads no more script than its islands', async () => {
  const page = await browser.newPage()
  const scripts: string[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script')
      scripts.push(new URL(response.url()).pathname)
  })
  await page.goto(`${siteUrl}/projects/philosophers`, { waitUntil: 'networkidle' })
  await page.close()
  for (const script of scripts) expect(script).toMatch(/^\/_islands\//)
})

test('everything readable is there without JavaScript', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${siteUrl}/projects/philosophers`)
  const text = await page.locator('main').textContent()
  await context.close()
  const demo = content.demos.find(({ key }) => key === 'philosophers')!
  for (const { command } of demo.commands) expect(text).toContain(command)
})
