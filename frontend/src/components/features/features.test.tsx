import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Features } from './features.tsx'

const html = (completion: number | null) =>
  renderToStaticMarkup(<Features features={[{ text: 'Exact times', completion }]} />)

test('completion is said in words beside the bar, and a bar never leaves its range', () => {
  expect(html(80)).toContain('80 %')
  expect(html(80)).toContain('<progress value="80" max="100" aria-label="80 percent done">')
  expect(html(250)).toContain('Done')
  expect(html(-3)).toContain('value="0"')
})

test('a feature without completion is only its text', () => {
  expect(html(null)).toBe('<ul class="features"><li><span>Exact times</span></li></ul>')
})
