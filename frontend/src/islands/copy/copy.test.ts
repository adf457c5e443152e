import { beforeEach, expect, jest, test } from '@jest/globals'
import { eventually, inPage } from '../../testing/in-page.ts'
import { wireCopying } from './copy.ts'

const MARKUP = `
  <figure data-code><button data-copy hidden>Copy</button><pre><code>make <b>test</b>\n</code></pre></figure>
  <p data-said data-copied="Copied" data-not-copied="Not copied"></p>`

const writeText = jest.fn<(text: string) => Promise<void>>()
beforeEach(() => {
  inPage(MARKUP)
  writeText.mockReset().mockResolvedValue()
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } })
})

const button = () => document.querySelector<HTMLElement>('[data-copy]') as HTMLElement
const said = () => document.querySelector('[data-said]')?.textContent

test('the code is copied as it stands, and that is said', async () => {
  wireCopying()
  expect(button().hidden).toBe(false)
  button().click()
  await eventually(() => said() === 'Copied' && button().textContent === 'Copied')
  expect(writeText).toHaveBeenCalledWith('make test\n')
})

test('a browser that does not let it is not said to have copied', async () => {
  writeText.mockRejectedValue(new Error('denied'))
  wireCopying()
  button().click()
  await eventually(() => said() === 'Not copied')
})

test('wiring a page again copies once', async () => {
  wireCopying()
  wireCopying()
  button().click()
  await eventually(() => said() === 'Copied')
  expect(writeText).toHaveBeenCalledTimes(1)
})

test('without a clipboard there is no button', () => {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })
  wireCopying()
  expect(button().hidden).toBe(true)
})
