import { beforeEach, expect, jest, test } from '@jest/globals'
import { Window } from 'happy-dom'
import { type TerminalClient, wireTerminalSection } from './terminal-section.ts'

const MARKUP = `
  <section data-terminal="philosophers">
    <button data-terminal-launch hidden>Launch</button>
    <div data-terminal-host><pre>poster</pre></div>
    <p data-terminal-status></p>
    <button data-terminal-command="make test" hidden>Type it</button>
  </section>`

let section: HTMLElement
let opened: { project: string; ticketsUrl: string }[]
const typed = jest.fn<(text: string) => void>()

beforeEach(() => {
  const window = new Window()
  Object.assign(globalThis, {
    document: window.document,
    MutationObserver: window.MutationObserver,
  })
  document.body.innerHTML = MARKUP
  section = document.querySelector('section') as HTMLElement
  opened = []
  typed.mockReset()
})

const client: TerminalClient = {
  defineLiveTerminal: () => undefined,
  openTerminal: async (host, options) => {
    opened.push(options)
    Object.assign(host, { type: typed })
    host.dataset.state = 'running'
  },
}

const find = <Element extends HTMLElement>(selector: string) =>
  section.querySelector<Element>(selector)!
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('the button appears with the script, and nothing is loaded before someone wants it', () => {
  const load = jest.fn(async () => client)
  wireTerminalSection(section, load)
  expect(find('[data-terminal-launch]').hidden).toBe(false)
  expect(find('[data-terminal-command]').hidden).toBe(true)
  expect(load).not.toHaveBeenCalled()
})

test('resting on the button fetches the client but opens nothing', async () => {
  const load = jest.fn(async () => client)
  wireTerminalSection(section, load)
  find('[data-terminal-launch]').dispatchEvent(new (window_().Event)('pointerenter') as never)
  await settle()
  expect(load).toHaveBeenCalledTimes(1)
  expect(opened).toEqual([])
})

test('a click opens the project, and commands type into the running terminal', async () => {
  wireTerminalSection(section, async () => client)
  find('[data-terminal-launch]').click()
  await settle()
  expect(opened).toEqual([{ project: 'philosophers', ticketsUrl: '/api/terminal/tickets' }])
  expect(find('[data-terminal-launch]').hidden).toBe(true)
  find('[data-terminal-command]').click()
  expect(typed).toHaveBeenCalledWith('make test')
})

test('when the client cannot be loaded, the poster stays and the button can be pressed again', async () => {
  wireTerminalSection(section, () => Promise.reject(new Error('offline')))
  find('[data-terminal-launch]').click()
  await settle()
  expect(find('[data-terminal-host]').textContent).toBe('poster')
  expect(find('[data-terminal-status]').textContent).toMatch(/could not be loaded/)
  expect(find<HTMLButtonElement>('[data-terminal-launch]').disabled).toBe(false)
})

const window_ = () => document.defaultView as unknown as Window
