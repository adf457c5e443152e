import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Speaks } from '../../i18n/context.tsx'
import type { Language } from '../../i18n/languages.ts'
import { PreviewBar } from './preview-bar.tsx'

const draw = (language: Language, languages: Language[]) =>
  renderToStaticMarkup(
    <Speaks language={language}>
      <PreviewBar
        token="a.b-c_d"
        expiresAt="2026-01-02T03:04:05.000Z"
        theme="dark"
        languages={languages}
        cms="https://cms.example"
      />
    </Speaks>,
  )

test('the bar says until when, and leads to both themes of the same preview', () => {
  const html = draw('en', ['en'])
  expect(html).toContain('Draft preview')
  expect(html).toContain('<time dateTime="2026-01-02T03:04:05.000Z">03:04 UTC</time>')
  expect(html).toContain('href="/preview?token=a.b-c_d&amp;theme=light"')
  expect(html).toMatch(/theme=dark" aria-current="true"/)
})

test('of a site in two languages it leads to the other one, and keeps theme and language', () => {
  expect(draw('en', ['en'])).not.toContain('Français')
  const html = draw('fr', ['en', 'fr'])
  expect(html).toContain('href="/preview?token=a.b-c_d&amp;theme=light&amp;locale=fr"')
  expect(html).toContain('href="/preview?token=a.b-c_d&amp;theme=dark" hrefLang="en" lang="en"')
  expect(html).toMatch(/theme=dark&amp;locale=fr" hrefLang="fr" lang="fr" aria-current="true"/)
})
