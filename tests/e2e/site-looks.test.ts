// Every template looks as it did when its baselines were made: `npm run baselines` makes them anew from the site as it is.
import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Browser, Page } from 'playwright-core'
import { CONTENT } from '../../frontend/src/testing/content.ts'
import { type FakeCms, PREVIEW_TOKEN, startFakeCms } from '../../frontend/src/testing/fake-cms.ts'
import { type BuiltSite, startBuiltSite } from '../support/built-site.ts'
import { openBrowser, runningStack } from '../support/e2e.ts'
import { BASELINES, differenceOn, fileOf, keep, type Look, shotOf } from '../support/looks.ts'
import {
  allDiagramsDrawn,
  openTemplate,
  TEMPLATES,
  type Template,
  THEMES,
  WIDTHS,
} from '../support/site-pages.ts'

const isMaking = process.env.BASELINES === 'new'
/** All of them together: they are kept with the sources. */
const MAX_BYTES = 6.5 * 1000 ** 2
/** A sheet of A4 less its margins, at 96 pixels for an inch. */
const PAPER_WIDTH = 657

/** All of a look but whose it is. */
type Shape = Omit<Look, 'name'>
const EVERY: readonly Shape[] = THEMES.flatMap((theme) => WIDTHS.map((width) => ({ width, theme })))
/** For what is mostly made of parts that are looked at elsewhere. */
const FEW: readonly Shape[] = [
  { width: 360, theme: 'light', canBeWhole: false },
  { width: 1440, theme: 'dark', canBeWhole: false },
]
const ON_PAPER: readonly Shape[] = [{ width: PAPER_WIDTH, theme: 'light', media: 'print' }]

// Other tests change the rest, or time does.
const STEADY = TEMPLATES.filter(({ isSteady }) => isSteady)
/** In the second language it is the words that differ. */
const shapesOf = ({ name }: Template): readonly Shape[] => (name.startsWith('fr-') ? FEW : EVERY)

/** Whose content is never the same, or no visitor's: looked at with a CMS that always says the same. */
const MADE_UP = [
  ['status', '/status'],
  ['project-recorded', '/projects/philosophers'],
  ['preview', `/preview?token=${PREVIEW_TOKEN}`],
  ['broken', '/experiences'],
] as const
const RESUME_ON_PAPER = 'resume-print'
/** Seven and a half. */
const HOURS_AGO_MS = 7.5 * 60 * 60 * 1000

let browser: Browser
beforeAll(async () => {
  if (isMaking) rmSync(BASELINES, { recursive: true, force: true })
  await allDiagramsDrawn()
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** What is different from the baselines of `name`, which are made if they are to be. The page is closed. */
const differencesOf = async (
  page: Page,
  name: string,
  shapes: readonly Shape[],
): Promise<string[]> => {
  const differences: string[] = []
  for (const shape of shapes) {
    const look = { name, ...shape }
    if (isMaking) await keep(fileOf(look), await shotOf(page, look))
    const difference = await differenceOn(page, look)
    if (difference) differences.push(difference)
  }
  await page.context().close()
  return differences
}

test.each(STEADY)('$name looks as it did', async (template) => {
  const { page } = await openTemplate(browser, template)
  expect(await differencesOf(page, template.name, shapesOf(template))).toEqual([])
})

test('the résumé looks on paper as it did', async () => {
  const page = await browser.newPage()
  await page.goto(`${runningStack().siteUrl}/resume`)
  expect(await differencesOf(page, RESUME_ON_PAPER, ON_PAPER)).toEqual([])
})

describe('with content that is always the same', () => {
  let cms: FakeCms
  let site: BuiltSite
  beforeAll(async () => {
    cms = await startFakeCms()
    // How long ago that was is said, and takes its place.
    const at = new Date(Date.now() - HOURS_AGO_MS).toISOString()
    const demos = CONTENT.status.demos.map((demo) => ({ ...demo, at: demo.at && at }))
    cms.content.status = { ...CONTENT.status, at, demos }
    site = await startBuiltSite(cms.url)
  }, 90_000)
  afterAll(async () => {
    await site.stop()
    await cms.close()
  })

  test.each(MADE_UP)('%s looks as it did', async (name, path) => {
    cms.fault = name === 'broken' ? 'broken' : undefined
    const page = await browser.newPage()
    await page.goto(site.url + path)
    expect(await differencesOf(page, name, FEW)).toEqual([])
  })
})

test('no baseline is left of a template that is no more, and all are small', () => {
  const filesOf = (name: string, shapes: readonly Shape[]) =>
    shapes.map((shape) => fileOf({ name, ...shape }))
  const expected = [
    ...STEADY.flatMap((template) => filesOf(template.name, shapesOf(template))),
    ...MADE_UP.flatMap(([name]) => filesOf(name, FEW)),
    ...filesOf(RESUME_ON_PAPER, ON_PAPER),
  ]
  expect(readdirSync(BASELINES).sort()).toEqual(expected.sort())
  const bytes = expected.reduce((sum, file) => sum + statSync(join(BASELINES, file)).size, 0)
  expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
})
