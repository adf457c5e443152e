// A project page's terminal as its visitor uses it: launch, type, read, leave.
import type { Page } from 'playwright-core'
import { eventually } from './e2e.ts'

const ELEMENT = 'live-terminal'

type TerminalElement = HTMLElement & { text: () => string }

export type TerminalPage = {
  /** Clicks Launch and waits for the prompt. Answers the time from click to prompt in milliseconds. */
  launch: () => Promise<number>
  state: () => Promise<string | null>
  /** Everything on the screen and in the scrollback. */
  text: () => Promise<string>
  /** Types with the keyboard, then presses Enter. */
  run: (command: string) => Promise<void>
  sees: (text: string | RegExp, timeoutMs?: number) => Promise<void>
}

export const terminalPage = (page: Page): TerminalPage => {
  const state = () =>
    page
      .locator(ELEMENT)
      .first()
      .getAttribute('data-state', { timeout: 2000 })
      .catch(() => null)
  const text = () =>
    page.evaluate((name) => {
      const element = document.querySelector(name) as TerminalElement | null
      return element?.text?.() ?? ''
    }, ELEMENT)

  const sees = async (wanted: string | RegExp, timeoutMs = 10_000) => {
    let last = ''
    const isThere = async () => {
      last = await text()
      return typeof wanted === 'string' ? last.includes(wanted) : wanted.test(last)
    }
    await eventually(`the terminal shows ${wanted}`, isThere, timeoutMs).catch((error: Error) => {
      throw new Error(`${error.message}\nThe screen:\n${last.trimEnd()}`)
    })
  }

  const launch = async () => {
    const begun = performance.now()
    await page
      .getByRole('button', { name: /^launch/i })
      .first()
      .click()
    await eventually(
      'the terminal runs',
      async () => {
        const now = await state()
        if (now === 'failed' || now === 'unavailable' || now === 'ended') {
          throw new Error(`The launch ${now}: ${await page.locator(ELEMENT).first().textContent()}`)
        }
        return now === 'running'
      },
      120_000,
    )
    await sees(/\$ ?\s*$/)
    return performance.now() - begun
  }

  const run = async (command: string) => {
    await page.keyboard.type(command)
    await page.keyboard.press('Enter')
  }
  return { launch, state, text, run, sees }
}
