import { beforeEach, expect, jest, test } from '@jest/globals'
import { renderToStaticMarkup } from 'react-dom/server'
import { Palette } from '../../components/palette/palette.tsx'
import { eventually, inPage, setGlobal } from '../../testing/in-page.ts'
import { opensSearch } from './keys.ts'
import { createPalette } from './palette.ts'

const FOUND = {
  total: 2,
  items: [
    {
      href: '/projects/philosophers',
      kind: 'Project',
      title: [
        { text: 'Dining ', isMatch: false },
        { text: 'philosophers', isMatch: true },
      ],
      excerpt: [{ text: '<b>Nobody</b> starves', isMatch: false }],
    },
    { href: '/uses', kind: 'Page', title: [{ text: 'Uses', isMatch: false }], excerpt: [] },
  ],
}

const ask = jest.fn<(url: string, init: RequestInit) => Promise<Response>>()
let dialog: HTMLDialogElement
let input: HTMLInputElement
let palette: ReturnType<typeof createPalette>
beforeEach(() => {
  inPage(`<live-terminal><textarea></textarea></live-terminal>${renderToStaticMarkup(<Palette />)}`)
  ask.mockReset().mockImplementation(async () => Response.json(FOUND))
  setGlobal('fetch', { value: ask })
  dialog = document.querySelector('dialog') as HTMLDialogElement
  input = dialog.querySelector('input') as HTMLInputElement
  palette = createPalette(dialog)
  palette?.open()
})

const type = (text: string) => {
  input.value = text
  input.dispatchEvent(new Event('input'))
}
const press = (key: string) => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true })
  input.dispatchEvent(event)
  return event
}
const options = () => [...dialog.querySelectorAll<HTMLElement>('[role="option"]')]
const status = () => dialog.querySelector('[role="status"]')?.textContent
const selected = () => options().map((option) => option.ariaSelected)

test('what was found is listed as one types, counted aloud, and is text only', async () => {
  type('  phil ')
  await eventually(() => status() === '2 results')
  expect(ask.mock.calls.map(([url]) => url)).toEqual(['/api/search?q=phil&language=en'])
  expect(options().map(({ textContent }) => textContent)).toEqual([
    'Dining philosophersProject<b>Nobody</b> starves',
    'UsesPage',
  ])
  expect(dialog.querySelector('mark')?.textContent).toBe('philosophers')
  expect(dialog.querySelector('b')).toBeNull()
  expect(input.ariaExpanded).toBe('true')
})

test('the input keeps the focus and names the option that the arrows have reached', async () => {
  type('phil')
  await eventually(() => options().length === 2)
  press('ArrowDown')
  expect(selected()).toEqual(['true', 'false'])
  expect(input.getAttribute('aria-activedescendant')).toBe(options()[0]?.id)
  press('ArrowUp')
  expect(input.hasAttribute('aria-activedescendant')).toBe(false)
  press('ArrowUp')
  expect(selected()).toEqual(['false', 'true'])
})

test('Enter follows the option, and without one sends the form', async () => {
  type('phil')
  await eventually(() => options().length === 2)
  expect(press('Enter').defaultPrevented).toBe(false)
  press('ArrowDown')
  const followed = jest.fn()
  options()[0]?.addEventListener('click', (event) => {
    event.preventDefault()
    followed()
  })
  expect(press('Enter').defaultPrevented).toBe(true)
  expect(followed).toHaveBeenCalledTimes(1)
})

test('only the last of several questions is asked, and a question taken back is none', async () => {
  type('p')
  type('ph')
  type('phi')
  await eventually(() => options().length === 2)
  expect(ask).toHaveBeenCalledTimes(1)
  type('  ')
  expect(options()).toEqual([])
  expect(input.ariaExpanded).toBe('false')
})

test('an answer that is overtaken by a newer question is not shown', async () => {
  let answerFirst: (response: Response) => void = () => undefined
  ask.mockImplementationOnce(
    () =>
      new Promise((resolve) => {
        answerFirst = resolve
      }),
  )
  type('old')
  await eventually(() => ask.mock.calls.length === 1)
  type('new')
  expect(ask.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  answerFirst(Response.json({ total: 0, items: [] }))
  await eventually(() => options().length === 2)
})

test('a search that fails says so', async () => {
  ask.mockRejectedValue(new Error('away'))
  type('phil')
  await eventually(() => status() === 'The search does not answer just now')
  expect(options()).toEqual([])
})

test('once closed it has nothing more to say, and opened again it asks its question anew', async () => {
  jest.useFakeTimers()
  try {
    type('phil')
    await jest.advanceTimersByTimeAsync(200)
    expect(options()).toHaveLength(2)
    dialog.close()
    dialog.dispatchEvent(new Event('close'))
    await jest.advanceTimersByTimeAsync(1000)
    expect([status(), options(), input.ariaExpanded]).toEqual(['', [], 'false'])
    palette?.open()
    await jest.advanceTimersByTimeAsync(1000)
    expect([status(), options().length, ask.mock.calls.length]).toEqual(['2 results', 2, 2])
  } finally {
    jest.useRealTimers()
  }
})

const key = (init: KeyboardEventInit, target: Element = document.body) => {
  let opens = false
  const listen = (event: KeyboardEvent) => {
    opens = opensSearch(event)
  }
  document.addEventListener('keydown', listen)
  target.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }))
  document.removeEventListener('keydown', listen)
  return opens
}

test('a terminal keeps every key, a field what is written into it', () => {
  const terminal = document.querySelector('textarea') as Element
  expect(key({ key: 'k', ctrlKey: true })).toBe(true)
  expect(key({ key: 'K', metaKey: true })).toBe(true)
  expect(key({ key: 'k', ctrlKey: true }, terminal)).toBe(false)
  expect(key({ key: '/' })).toBe(true)
  expect(key({ key: '/' }, input)).toBe(false)
  expect(key({ key: 'k', ctrlKey: true }, input)).toBe(true)
  expect(key({ key: 'k' })).toBe(false)
})

test('the slash can be switched off', () => {
  localStorage.setItem('search-slash', 'off')
  expect(key({ key: '/' })).toBe(false)
})
