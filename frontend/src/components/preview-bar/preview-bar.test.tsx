import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { PreviewBar } from './preview-bar.tsx'

test('the bar says until when, and leads to both themes of the same preview', () => {
  const html = renderToStaticMarkup(
    <PreviewBar
      token="a.b-c_d"
      expiresAt="2026-01-02T03:04:05.000Z"
      theme="dark"
      cms="https://cms.example"
    />,
  )
  expect(html).toContain('Draft preview')
  expect(html).toContain('<time dateTime="2026-01-02T03:04:05.000Z">03:04 UTC</time>')
  expect(html).toContain('href="/preview?token=a.b-c_d&amp;theme=light"')
  expect(html).toMatch(/theme=dark" aria-current="true"/)
})
