// Nothing of a session stays behind, however it ends: processes, mounts and sockets are counted.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { eventually, openBrowser, runningStack } from '../support/e2e.ts'
import { descendants, pidOf, relayPid } from '../support/stack-processes.ts'
import { terminalPage } from '../support/terminal-page.ts'

const { siteUrl, terminalUrl } = runningStack()

type Health = { sessions: number }
const sessions = async () =>
  ((await (await fetch(`${terminalUrl}/healthz`)).json()) as Health).sessions

const descriptors = (pid: number, kind: RegExp) =>
  readdirSync(`/proc/${pid}/fd`).filter((fd) => {
    try {
      return kind.test(readlinkSync(`/proc/${pid}/fd/${fd}`))
    } catch {
      return false
    }
  }).length

const mounts = () => readFileSync('/proc/self/mountinfo', 'utf8').trim().split('\n').length

const count = () => {
  const pid = pidOf('terminal')
  return {
    processes: descendants(pid).length,
    terminals: descriptors(pid, /ptmx/),
    relayed: descriptors(relayPid(), /^socket:/),
    mounts: mounts(),
  }
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const launch = async () => {
  const page = await browser.newPage()
  await page.goto(`${siteUrl}/projects/philosophers`)
  const terminal = terminalPage(page)
  await terminal.launch()
  return { page, terminal }
}

const nothingLeft = (before: ReturnType<typeof count>) =>
  eventually(
    'nothing of the session is left',
    async () => (await sessions()) === 0 && JSON.stringify(count()) === JSON.stringify(before),
    15_000,
  )

describe('a session leaves nothing behind', () => {
  test.each(['exit', 'reload', 'closed tab'] as const)('after: %s', async (ending) => {
    // Once before counting, so that what the first session builds and starts for all is there.
    const first = await launch()
    await first.page.close()
    await eventually('the first session is over', async () => (await sessions()) === 0)
    const before = count()

    const { page, terminal } = await launch()
    await terminal.run('(setsid sleep 1000 &) ; sleep 2000 & echo up-$((1 + 1))')
    await terminal.sees('up-2')
    expect(await sessions()).toBe(1)
    expect(count().processes).toBeGreaterThan(before.processes)
    // The browser's and the service's.
    expect(count().relayed).toBe(before.relayed + 2)
    if (ending === 'exit') await terminal.run('exit')
    if (ending === 'reload') await page.reload()
    if (ending === 'closed tab') await page.close()
    await nothingLeft(before)
    if (ending !== 'closed tab') await page.close()
  })
})
