import { beforeEach, expect, test } from '@jest/globals'
import { eventually, inPage } from '../../testing/in-page.ts'
import { wireTheme } from './control.ts'
import { applyChoice, storeChoice, storedChoice } from './theme.ts'

const MARKUP = `
  <meta data-scheme="light" media="(prefers-color-scheme:light)">
  <meta data-scheme="dark" media="(prefers-color-scheme:dark)">
  <fieldset data-theme-choice hidden>
    <input type="radio" name="theme" value="light">
    <input type="radio" name="theme" value="dark">
    <input type="radio" name="theme" value="system">
  </fieldset>`

let page: ReturnType<typeof inPage>
beforeEach(() => {
  page = inPage(MARKUP)
})

const media = () => [...document.querySelectorAll('meta')].map((meta) => meta.media)
const radio = (value: string) =>
  document.querySelector<HTMLInputElement>(`input[value="${value}"]`) as HTMLInputElement

const choose = (value: string) => {
  radio(value).checked = true
  radio(value).dispatchEvent(new Event('change', { bubbles: true }))
}

test('a chosen theme is on the root, kept, and is the browser’s own colour too', () => {
  wireTheme()
  choose('dark')
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(storedChoice()).toBe('dark')
  expect(media()).toEqual(['not all', 'all'])
})

test('the system’s theme is the absence of a choice', async () => {
  storeChoice('light')
  wireTheme()
  expect(radio('light').checked).toBe(true)
  choose('system')
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(media()).toEqual(['(prefers-color-scheme:light)', '(prefers-color-scheme:dark)'])
  // A cookie that ends at once is still there within its millisecond.
  await eventually(() => document.cookie === '')
})

test('what another tab chose is followed', () => {
  wireTheme()
  page.document.cookie = 'theme=dark'
  page.document.dispatchEvent(new page.Event('visibilitychange'))
  expect(document.documentElement.dataset.theme).toBe('dark')
  expect(radio('dark').checked).toBe(true)
})

test('nonsense in the cookie is no choice', () => {
  page.document.cookie = 'theme="><script>'
  expect(storedChoice()).toBe('system')
})

test('a theme that the page’s address asked for cannot be chosen away', () => {
  document.documentElement.dataset.theme = 'dark'
  document.documentElement.dataset.themeAsked = 'true'
  wireTheme()
  expect(document.querySelector<HTMLElement>('fieldset')?.hidden).toBe(true)
  expect(document.documentElement.dataset.theme).toBe('dark')
})

test('a page that was fetched before the choice changed follows it, and can be changed again', () => {
  document.documentElement.dataset.theme = 'dark'
  wireTheme()
  expect(document.documentElement.dataset.theme).toBeUndefined()
  expect(document.querySelector<HTMLElement>('fieldset')?.hidden).toBe(false)
})

test('a browser that keeps nothing still shows what was chosen', () => {
  Object.defineProperty(document, 'cookie', {
    get: () => {
      throw new Error('denied')
    },
    set: () => {
      throw new Error('denied')
    },
  })
  wireTheme()
  choose('light')
  expect(document.documentElement.dataset.theme).toBe('light')
  applyChoice(storedChoice())
  expect(document.documentElement.dataset.theme).toBeUndefined()
})
