// Every template as it is sent: status, headers, and a valid document that runs nothing of a framework.
import { beforeAll, describe, expect, test } from '@jest/globals'
import { HtmlValidate, StaticConfigLoader } from 'html-validate'
import { runningStack } from '../support/e2e.ts'
import { answerOf, PAGES, type Template } from '../support/site-pages.ts'

const { siteUrl } = runningStack()

// No rule of it is switched off: what Next writes of itself passes them all.
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ['html-validate:standard'] }))

const matchesIn = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, first = '']) => first)

const ENTITIES: Record<string, string> = { '&amp;': '&', '&#x27;': "'", '&quot;': '"' }
const decoded = (text: string): string =>
  text.replace(/&(?:amp|#x27|quot);/g, (entity) => ENTITIES[entity] ?? entity)

type Tag = Record<string, string>

/** The attributes of each such element of the head. */
const tagsIn = (html: string, name: 'link' | 'meta'): Tag[] =>
  matchesIn(html, new RegExp(`<${name}\\b([^>]*)>`, 'g')).map((attributes) =>
    Object.fromEntries(
      [...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
        key.toLowerCase(),
        decoded(value),
      ]),
    ),
  )

/** `og:title` and the like by name, each of which may be said once, or as often as it has values. */
const saidIn = (html: string): Record<string, string> => {
  const said = tagsIn(html, 'meta').flatMap(({ name = '', property = '', content = '', media }) =>
    media || !(name || property) ? [] : [[name || property, content] as const],
  )
  const names = said.map(([name]) => name)
  expect(names).toEqual([...new Set(names)])
  return Object.fromEntries(said)
}

/** Of links by what they are: `canonical`, `en`, `application/rss+xml`. */
const linksIn = (html: string): Record<string, string> =>
  Object.fromEntries(
    tagsIn(html, 'link').flatMap(({ rel, hreflang, type, href = '' }) => {
      if (rel === 'canonical') return [['canonical', href]]
      return rel === 'alternate' ? [[hreflang ?? type ?? '', href]] : []
    }),
  )

const pageIn = (path: string, language: 'en' | 'fr'): string => {
  const english = path.replace(/^\/fr(?=\/|$)/, '') || '/'
  if (language === 'en') return siteUrl + english
  return `${siteUrl}/fr${english === '/' ? '' : english}`
}

/**
 * What the head of a page has to say: of content, of what is looked for but not shown around, of a part of that, or nothing
 * that an index or a preview could use.
 */
const headOf = ({ path, status, form }: Template): 'whole' | 'plain' | 'part' | 'none' => {
  if (status !== 200 || form) return 'none'
  if (path.includes('/source')) return path.endsWith('/source') ? 'plain' : 'part'
  const [, section] = path.replace(/^\/fr(?=\/|$)/, '').split(/[/?]/)
  if (path.endsWith('/contact')) return 'whole'
  return ['contact', 'preview', 'search', 'status'].includes(section ?? '') ? 'none' : 'whole'
}

const hreflangsOf = (path: string) => ({
  en: pageIn(path, 'en'),
  fr: pageIn(path, 'fr'),
  'x-default': pageIn(path, 'en'),
})

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

  test('says which language it is in, and where it is in the others, which say the same of it', async () => {
    const language = template.path.startsWith('/fr') ? 'fr' : 'en'
    expect(matchesIn(html, /<html lang="([^"]*)"/g)).toEqual([language])
    const { canonical, en, fr, 'x-default': others } = linksIn(html)
    if (headOf(template) === 'none') {
      expect([canonical, en, fr, others]).toEqual([undefined, undefined, undefined, undefined])
      return
    }
    expect(canonical).toBe(pageIn(template.path, language))
    expect({ en, fr, 'x-default': others }).toEqual(hreflangsOf(template.path))
    const other = pageIn(template.path, language === 'en' ? 'fr' : 'en')
    const back = linksIn(await (await fetch(other)).text())
    expect(back).toMatchObject({ canonical: other, ...hreflangsOf(template.path) })
  })

  test('says what it is to search engines, link previews and readers of feeds', () => {
    const said = saidIn(html)
    const links = linksIn(html)
    const head = headOf(template)
    expect(said.robots).toBe(
      head === 'none' || head === 'part' || template.path.startsWith('/demo/')
        ? 'noindex'
        : undefined,
    )
    expect(said.viewport).toBe('width=device-width, initial-scale=1')
    const isDescribed = head === 'whole' || head === 'plain'
    expect(said.description).toEqual(isDescribed ? expect.stringMatching(/\S{2}/) : undefined)
    const cards = Object.keys(said).filter((name) => /^(?:og|twitter):/.test(name))
    const files = Object.keys(links).filter((name) => name.includes('/'))
    if (head !== 'whole') {
      expect([...cards, ...files]).toEqual([])
      return
    }
    const isFrench = template.path.startsWith('/fr')
    const own = pageIn(template.path, isFrench ? 'fr' : 'en')
    const [title = ''] = matchesIn(html, /<title\b[^>]*>([^<]+)/g)
    expect(said).toMatchObject({
      'og:type': expect.stringMatching(/^(?:website|article|profile)$/),
      'og:title': decoded(title),
      'og:description': said.description,
      'og:locale': isFrench ? 'fr_FR' : 'en_GB',
      'og:locale:alternate': isFrench ? 'en_GB' : 'fr_FR',
      'og:url': own,
      'og:image:type': expect.stringMatching(/^image\//),
      'og:image:width': expect.stringMatching(/^\d{3,4}$/),
      'og:image:height': expect.stringMatching(/^\d{3,4}$/),
      'og:image:alt': expect.stringMatching(/\S/),
      'twitter:card': 'summary_large_image',
    })
    expect(said['og:image']?.startsWith(`${siteUrl}/`)).toBe(true)
    const feed = (name: string) => `${siteUrl}${isFrench ? '/fr' : ''}/${name}`
    const isHome = own === `${siteUrl}/` || own === `${siteUrl}/fr`
    expect(Object.fromEntries(files.map((name) => [name, links[name]]))).toEqual({
      'application/rss+xml': feed('feed.xml'),
      'application/atom+xml': feed('atom.xml'),
      'application/feed+json': feed('feed.json'),
      // The form is for people.
      ...(own.endsWith('/contact')
        ? {}
        : { 'text/markdown': isHome ? feed('index.md') : `${own}.md` }),
    })
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
