// Every template looks as it did when its baselines were made: `npm run baselines` makes them anew from the site as it is.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/e2e.ts'
import { BASELINES, differenceOn, fileOf, keep, shotOf } from '../support/looks.ts'
import { allDiagramsDrawn, openTemplate, TEMPLATES, THEMES, WIDTHS } from '../support/site-pages.ts'

const isMaking = process.env.BASELINES === 'new'
/** All of them together: they are kept with the sources. */
const MAX_BYTES = 4 * 1000 ** 2
// Other tests change the rest, or time does.
const STEADY = TEMPLATES.filter(({ isSteady }) => isSteady)

let browser: Browser
beforeAll(async () => {
  if (isMaking) rmSync(BASELINES, { recursive: true, force: true })
  await allDiagramsDrawn()
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(STEADY)('$name looks as it did', async (template) => {
  const { page } = await openTemplate(browser, template)
  const differences: string[] = []
  for (const theme of THEMES) {
    for (const width of WIDTHS) {
      const look = { name: template.name, width, theme }
      if (isMaking) await keep(fileOf(look), await shotOf(page, look))
      const difference = await differenceOn(page, look)
      if (difference) differences.push(difference)
    }
  }
  await page.context().close()
  expect(differences).toEqual([])
})

test('no baseline is left of a template that is no more, and all are small', () => {
  const expected = STEADY.flatMap(({ name }) =>
    THEMES.flatMap((theme) => WIDTHS.map((width) => fileOf({ name, width, theme }))),
  )
  expect(readdirSync(BASELINES).sort()).toEqual(expected.sort())
  const bytes = expected.reduce((sum, file) => sum + statSync(join(BASELINES, file)).size, 0)
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
})
