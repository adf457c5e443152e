// A page of happy-dom whose globals an island sees as it would in a browser, for tests.
import { afterEach } from '@jest/globals'
import { Window } from 'happy-dom'

const GLOBALS = [
  'window',
  'document',
  'location',
  'localStorage',
  'fetch',
  'Event',
  'KeyboardEvent',
  'MouseEvent',
  'Element',
  'HTMLElement',
  'HTMLButtonElement',
  'DOMParser',
  'addEventListener',
  'requestAnimationFrame',
  'navigator',
] as const

const before = new Map<string, PropertyDescriptor | undefined>()

/** Sets a global until the test is over. */
export const setGlobal = (name: string, descriptor: PropertyDescriptor): void => {
  if (!before.has(name)) before.set(name, Object.getOwnPropertyDescriptor(globalThis, name))
  Object.defineProperty(globalThis, name, { ...descriptor, configurable: true })
}

let pages: Window[] = []

afterEach(async () => {
  // A page that is still being loaded would go on in the next test.
  for (const page of pages) {
    await eventually(() => page.document.readyState === 'complete')
    await page.happyDOM.abort()
  }
  pages = []
  for (const [name, descriptor] of before) {
    Reflect.deleteProperty(globalThis, name)
    if (descriptor) Object.defineProperty(globalThis, name, descriptor)
  }
  before.clear()
})

/** Until the test is over there is a page; `markup` is its body. */
export const inPage = (markup: string, url = 'https://site.example/'): Window => {
  const page = new Window({ url })
  pages.push(page)
  page.document.body.innerHTML = markup
  for (const name of GLOBALS) {
    const value = page[name as keyof Window]
    setGlobal(name, {
      writable: true,
      value: name === 'addEventListener' ? page.addEventListener.bind(page) : value,
    })
  }
  return page
}

/** Waits for what an island does after a promise or a pause. */
export const eventually = async (isSo: () => boolean): Promise<void> => {
  const deadline = performance.now() + 5000
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error('It never came to be.')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
