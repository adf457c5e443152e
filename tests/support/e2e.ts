// What browser tests share: the running system's addresses, chromium, and a page that records its errors.
import { setTimeout as delay } from 'node:timers/promises'
import { type Browser, chromium, type Page } from 'playwright-core'

export type RunningStack = {
  siteUrl: string
  cmsUrl: string
  terminalUrl: string
  terminalGrantKey: string
  ownerEmail: string
  ownerPassword: string
  folder: string
  root: string
  /** Settings of its CMS, for another one beside it. */
  cmsEnv: Record<string, string>
}

/** The system that e2e-setup.mjs started. */
export const runningStack = (): RunningStack => {
  const text = process.env.E2E_STACK
  if (!text) throw new Error('The system under test was not started.')
  return JSON.parse(text)
}

/** `more`: flags of chromium besides those that keep it quiet. */
export const openBrowser = (more: readonly string[] = []): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...more,
    ],
  })

/** Collects what a visitor's console would show as an error, uncaught exceptions and refused content included. */
export const errorsOf = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} ${message.location().url}`)
  })
  return errors
}

/** Asks until `ask` answers something true, and returns that. @throws {Error} at the deadline, with `what` */
export const eventually = async <T>(
  what: string,
  ask: () => Promise<T> | T,
  timeoutMs = 10_000,
): Promise<NonNullable<T>> => {
  const deadline = performance.now() + timeoutMs
  for (;;) {
    const value = await ask()
    if (value) return value
    if (performance.now() > deadline) throw new Error(`Not within ${timeoutMs} ms: ${what}`)
    await delay(50)
  }
}
