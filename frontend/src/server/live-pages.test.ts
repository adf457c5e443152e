import { expect, test } from '@jest/globals'
import { routeOfPath } from '../routes.ts'
import { livePageAt } from './live-pages.ts'

const at = (url: string) => livePageAt(routeOfPath(url.split('?')[0] ?? ''), url)

test('an answer to a question is of one visitor; the page without one is of all, whatever else is asked', () => {
  expect(at('/search?page=7&q=a%26b&wait=9')).toEqual({
    target: '/search?language=en&q=a%26b&page=7',
    isForOne: true,
    asking: 'search',
  })
  const bare = { target: '/search?language=fr', isForOne: false }
  for (const url of ['/fr/search', '/fr/search?page=7', '/fr/search?x=%26q%3D1', '/fr/search?q=']) {
    expect(at(url)).toEqual(bare)
  }
})

test('the form asks the CMS for its token, the thanks after it ask nothing', () => {
  expect(at('/contact?q=1')).toEqual({
    target: '/contact?language=en&place=contact',
    isForOne: true,
    asking: 'contact',
  })
  expect(at('/contact/sent')).toEqual({
    target: '/contact?language=en&place=sent',
    isForOne: true,
  })
})

test('source code is told what is asked for, and nothing of the query', () => {
  expect(at('/fr/projects/a/source/my%20file.c?path=x&language=en')).toEqual({
    target: '/source/page?language=fr&slug=a&path=my+file.c',
    isForOne: false,
  })
})

test('pages that Next keeps are none', () => {
  for (const url of ['/', '/projects/a', '/nothing here']) expect(at(url)).toBeUndefined()
})
