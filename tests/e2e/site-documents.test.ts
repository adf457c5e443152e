// Every template as it is sent: status, headers, and a valid document that runs nothing of a framework.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { answerOf, PAGES } from '../support/site-pages.ts'

// No rule of it is switched off: what Next writes of itself passes them all.
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))

const matchesIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, first = '']) => first)

describe.each(PAGES)('$name', (template) => {
  let status: number
  let headers: Headers
  let html: string
  beforeAll(async () => {
    const response = await answerOf(template)
    status = response.status
    headers = response.headers
    html = await response.text()
  })

  test('answers with its status and the headers of a document that is safe to show', () => {
    expect(status).toBe(template.status)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self'(;|$)/)
    expect(policy).toMatch(/style-src 'self'(;|$)/)
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    const isPreview = template.path.startsWith('/preview')
    expect(policy.includes("frame-ancestors 'none'")).toBe(!isPreview)
    expect(headers.get('x-frame-options')).toBe(isPreview ? null : 'DENY')
    expect(headers.get('content-type')).toMatch(/^text\/html; charset=utf-8$/i)
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('set-cookie')).toBeNull()
  })

  test('says which language it is in, and where it is in the others', () => {
    const language = template.path.startsWith('/fr') ? 'fr' : 'en'
    expect(matchesIn(html, /<html lang="([^"]*)"/g)).toEqual([language])
    const canonical = matchesIn(html, /<link rel="canonical" href="([^"]*)"/g)
    const links = html.matchAll(/<link rel="alternate" hreflang="([^"]*)" href="([^"]*)"/gi)
    const alternates = Object.fromEntries([...links].map(([, name, address]) => [name, address]))
    const names = canonical.length > 0 ? ['en', 'fr', 'x-default'] : []
    expect(Object.keys(alternates)).toEqual(names)
    if (names.length === 0) return
    expect(alternates[language]).toBe(canonical[0])
    expect(alternates['x-default']).toBe(alternates.en)
  })

  test('carries no framework script, and no script, style or handler within itself', () => {
    for (const [, attributes = '', body = ''] of html.matchAll(
      /<script\b([^>]*)>([\s\S]*?)<\/script>/g,
    )) {
      // Data for search engines is no script: nothing runs it.
      if (attributes.includes('type="application/ld+json"')) {
        expect(JSON.parse(body)).toHaveProperty('@context')
        continue
      }
      expect(attributes).toMatch(/\bsrc="\/_islands\//)
      expect(body).toBe('')
    }
    expect(html).not.toMatch(/_next\/static\/chunks|__NEXT_DATA__|javascript:|<style\b/)
    expect(html).not.toMatch(/<[^>]*\s(?:on[a-z]+|style)="/)
  })

  test('is valid HTML', async () => {
    const { results } = await validator.validateString(html)
    const wrong = results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, offset }) =>
          `${ruleId}: ${message}\n${html.slice(Math.max(0, offset - 60), offset + 100)}`,
      ),
    )
    expect(wrong).toEqual([])
  })

  test('has one title, one heading above all, levels without a gap, and each id once', () => {
    expect(matchesIn(html, /<title\b[^>]*>([^<]+)/g)).toHaveLength(1)
    const levels = matchesIn(html, /<h([1-6])\b/g).map(Number)
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    const skips = levels.flatMap((level, index) => {
      const before = levels[index - 1] ?? 0
      return level > before + 1 ? [`h${level} after h${before}`] : []
    })
    expect(skips).toEqual([])
    const ids = matchesIn(html, /\sid="([^"]*)"/g)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })
})
