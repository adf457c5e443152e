import { beforeEach, expect, jest, test } from '@jest/globals'
import { Window } from 'happy-dom'
import { type TypingTerminal, wireCommands } from './commands.ts'

const MARKUP = `
  <section data-terminal>
    <live-terminal><button data-terminal-launch hidden>Launch</button></live-terminal>
    <button data-terminal-command="make test" hidden>Type it</button>
  </section>`

let page: Window
let section: HTMLElement
let terminal: TypingTerminal
const typed = jest.fn<(text: string) => boolean>()

beforeEach(() => {
  page = new Window()
  page.document.body.innerHTML = MARKUP
  section = page.document.querySelector('section') as unknown as HTMLElement
  terminal = section.querySelector<TypingTerminal>('live-terminal')!
  terminal.type = typed
  typed.mockReset()
  wireCommands(section)
})

const find = (selector: string) => section.querySelector<HTMLElement>(selector)!

const enter = (state: string) => {
  terminal.dataset.state = state
  terminal.dispatchEvent(new page.CustomEvent('terminal-state') as never)
}

test('the launch button appears with the script, the commands only with a running terminal', () => {
  expect(find('[data-terminal-launch]').hidden).toBe(false)
  expect(find('[data-terminal-command]').hidden).toBe(true)
  enter('connecting')
  expect(find('[data-terminal-command]').hidden).toBe(true)
  enter('running')
  expect(find('[data-terminal-command]').hidden).toBe(false)
  enter('ended')
  expect(find('[data-terminal-command]').hidden).toBe(true)
})

test('a command is typed into the terminal as it stands', () => {
  enter('running')
  find('[data-terminal-command]').click()
  expect(typed).toHaveBeenCalledWith('make test')
})

test('a command in the text, outside of the terminal’s own part, is typed as well', () => {
  page.document.body.insertAdjacentHTML(
    'beforeend',
    '<p><button data-terminal-command="./philo" hidden></button></p>',
  )
  wireCommands(section)
  const step = page.document.querySelector('p button') as unknown as HTMLElement
  expect(step.hidden).toBe(true)
  enter('running')
  expect(step.hidden).toBe(false)
  step.click()
  expect(typed).toHaveBeenCalledWith('./philo')
})

test('a section without a terminal is left alone', () => {
  section.innerHTML = '<button data-terminal-command="x" hidden></button>'
  expect(() => wireCommands(section)).not.toThrow()
})
