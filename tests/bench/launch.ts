// Prints click → prompt, p50 and p95, in a real browser against a whole system: npm run bench -- launch

import { eventually, openBrowser, runningStack } from '../support/e2e.ts'
import startStack from '../support/e2e-setup.mjs'
import stopStack from '../support/e2e-teardown.mjs'
import { terminalPage } from '../support/terminal-page.ts'
import { percentile } from './stats.ts'

const LAUNCHES = 50
/** Launches from one address are limited per minute; a bench waits its turn instead of lifting the limit. */
const TURN_TIMEOUT_MS = 90_000

export const benchLaunch = async (): Promise<void> => {
  await startStack()
  const browser = await openBrowser()
  try {
    const { siteUrl, terminalUrl } = runningStack()
    const isIdle = async () => {
      const health = (await (await fetch(`${terminalUrl}/healthz`)).json()) as { sessions: number }
      return health.sessions === 0
    }
    const measure = () =>
      eventually(
        'a launch is let through',
        async () => {
          const page = await browser.newPage()
          try {
            await page.goto(`${siteUrl}/projects/philosophers`, { waitUntil: 'networkidle' })
            return await terminalPage(page).launch()
          } catch {
            return undefined
          } finally {
            await page.close()
            await eventually('the session has ended', isIdle)
          }
        },
        TURN_TIMEOUT_MS,
      )

    const first = await measure()
    const times: number[] = []
    while (times.length < LAUNCHES) times.push(await measure())
    const show = (ms: number) => `${Math.round(ms)} ms`
    console.log(`click to prompt, first launch (project is built): ${show(first)}`)
    console.log(
      `click to prompt, ${LAUNCHES} launches: p50 ${show(percentile(times, 0.5))}, p95 ${show(percentile(times, 0.95))}, max ${show(percentile(times, 1))}`,
    )
  } finally {
    await browser.close()
    await stopStack()
  }
}
