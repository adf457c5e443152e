import { expect, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Pager } from './pager.tsx'

const draw = (page: number, pages: number) =>
  renderToStaticMarkup(<Pager page={page} pages={pages} hrefOf={(other) => `/p/${other}`} />)

test('the pages before and after are named as such, at the ends only one of them', () => {
  expect(draw(2, 3)).toContain('<a href="/p/1" rel="prev">')
  expect(draw(2, 3)).toContain('<a href="/p/3" rel="next">')
  expect(draw(1, 3)).not.toContain('rel="prev"')
  expect(draw(3, 3)).not.toContain('rel="next"')
  expect(draw(3, 3)).toContain('Page 3 of 3')
})

test('a list of one page has no pager', () => {
  expect(draw(1, 1)).toBe('')
  expect(draw(1, 0)).toBe('')
})
