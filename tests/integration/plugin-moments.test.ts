// What <live-terminal> tells a site of its visitors, in a real browser.
import { describe, expect, test } from '@jest/globals'
import { errors, page, server } from '../support/plugin/browser-fixture.ts'
import { eventually } from '../support/plugin/host.ts'

describe('what a page tells of its visitors', () => {
  const markStep = () =>
    page.evaluate(() =>
      (document.querySelector('live-terminal') as unknown as { markStep(): void }).markStep(),
    )
  const terminalState = () => page.locator('live-terminal').getAttribute('data-state')
  const told = () => server.moments().map(({ body }) => body)
  const open = async () => {
    // The page that is open already has told.
    await eventually('it is told', () => told().length === 1)
    server.begin()
    await page.setViewportSize({ width: 800, height: 30 })
    await page.context().addCookies([{ name: 'id', value: 'visitor', url: server.url }])
    await page.reload()
  }

  test('is that the terminal came into view, and that a step was done, once each', async () => {
    await open()
    expect(told()).toEqual([])
    const terminal = page.locator('live-terminal')
    await terminal.scrollIntoViewIfNeeded()
    await eventually('it is told', () => told().length === 1)
    await page.locator('#before').scrollIntoViewIfNeeded()
    await terminal.scrollIntoViewIfNeeded()
    await markStep()
    await markStep()
    await eventually('the step is told', () => told().length === 2)
    const project = 'philosophers'
    expect(told()).toEqual([
      { project, moment: 'seen' },
      { project, moment: 'step' },
    ])
    expect(server.moments().map(({ cookie }) => cookie)).toEqual([undefined, undefined])
    expect(errors).toEqual([])
  })

  test.each([
    ['Do Not Track', 'doNotTrack', '1'],
    ['Global Privacy Control', 'globalPrivacyControl', true],
  ])('is nothing where the browser asks so by %s', async (_, name, value) => {
    await page.addInitScript(
      ([key, set]) => Object.defineProperty(navigator, String(key), { value: set }),
      [name, value] as const,
    )
    await open()
    await page.locator('live-terminal').scrollIntoViewIfNeeded()
    await markStep()
    await page.getByRole('button', { name: 'Launch' }).click()
    await eventually('it runs', async () => (await terminalState()) === 'running')
    expect(told()).toEqual([])
  })
})
