import { describe, expect, test } from '@jest/globals'
import { isVisit, referrerOf } from './visit.ts'

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'
const asked = (headers: Record<string, string> = {}, method = 'GET') => ({
  method,
  headers: { 'user-agent': FIREFOX, ...headers },
})

describe('a visit', () => {
  test('is a page that somebody opens in a browser, old ones included', () => {
    expect(isVisit(asked())).toBe(true)
    expect(isVisit(asked({ 'sec-fetch-dest': 'document', 'sec-gpc': '0', dnt: '0' }))).toBe(true)
  })

  test.each([
    ['who asks not to be tracked', asked({ 'sec-gpc': '1' })],
    ['who asked so before that had a name', asked({ dnt: '1' })],
    ['a page fetched ahead', asked({ 'sec-purpose': 'prefetch' })],
    ['a page drawn ahead', asked({ 'sec-purpose': 'prefetch;prerender' })],
    ['a page fetched ahead by an older browser', asked({ purpose: 'prefetch' })],
    ['a frame', asked({ 'sec-fetch-dest': 'iframe' })],
    ['a script', asked({ 'sec-fetch-dest': 'empty' })],
    ['a question for the head only', asked({}, 'HEAD')],
    ['a form', asked({}, 'POST')],
    ['a program without a name', asked({ 'user-agent': '' })],
  ])('is not %s', (_, request) => {
    expect(isVisit(request)).toBe(false)
  })

  test.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; YandexBot/3.0)',
    'Mozilla/5.0 (X11) AppleWebKit/537.36 HeadlessChrome/140.0 Safari/537.36',
    'facebookexternalhit/1.1',
    'curl/8.9.1',
    'python-requests/2.32',
    'Go-http-client/2.0',
    'node',
  ])('is not %s', (agent) => {
    expect(isVisit(asked({ 'user-agent': agent }))).toBe(false)
  })
})

describe('the site that led here', () => {
  const from = (referer: string) => referrerOf(referer, 'https://site.example')

  test('is a host and nothing else of the address', () => {
    expect(from('https://www.news.example/a/b?who=ada#c')).toBe('news.example')
    expect(from('http://News.Example:8080/')).toBe('news.example')
  })

  test.each([
    '',
    'https://site.example/projects',
    'https://127.0.0.1/',
    'https://[::1]/',
    'http://intranet/',
    'android-app://com.example/',
    'https://',
    'javascript:alert(1)',
  ])('is nothing for “%s”', (referer) => {
    expect(from(referer)).toBeUndefined()
  })
})
