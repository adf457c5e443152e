// Lighthouse, mobile, on every template of the whole system, or of a site that runs already (SITE_URL): median of three.
import lighthouse, { type Result } from 'lighthouse'
import { buildOne, outdatedBuilds } from '../../../scripts/lib/builds.mjs'
import { freePort } from '../../../scripts/lib/ports.mjs'
import { openBrowser } from '../../support/e2e.ts'
import startStack from '../../support/e2e-setup.mjs'
import stopStack from '../../support/e2e-teardown.mjs'
import type { Template } from '../../support/site-pages.ts'
import { median, showNumber } from '../stats.ts'
import type { Figure } from '../terminal/budgets.ts'

const RUNS = 3
/** Chromium loses the trace of a load now and then; such a run says nothing about the page. */
const ATTEMPTS = 3
const KB = 1000
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

type Measure = {
  column: string
  what: string
  unit: string
  at: 'most' | 'least'
  budget: number
  of: (result: Result) => number
}

const category = (id: string, column: string): Measure => ({
  column,
  what: `Lighthouse ${id}`,
  unit: '',
  at: 'least',
  budget: 100,
  of: ({ categories }) => Math.round((categories[id]?.score ?? 0) * 100),
})

const moment = (id: string, column: string, unit: string, budget: number): Measure => ({
  column,
  what: column,
  unit,
  at: 'most',
  budget,
  of: ({ audits }) => audits[id]?.numericValue ?? Number.NaN,
})

type Item = { resourceType?: string; transferSize?: number }

/** As they came through the network, in KB. */
const bytes = (type: string, column: string, budget: number): Measure => ({
  column,
  what: `${column}, of one page`,
  unit: 'KB',
  at: 'most',
  budget,
  of: ({ audits }) => {
    const details = audits['network-requests']?.details
    const items = details?.type === 'table' ? (details.items as Item[]) : []
    const ofType = items.filter(({ resourceType }) => resourceType === type)
    return ofType.reduce((sum, { transferSize = 0 }) => sum + transferSize, 0) / KB
  },
})

const MEASURES: readonly Measure[] = [
  category('performance', 'perf'),
  category('accessibility', 'a11y'),
  category('best-practices', 'best'),
  category('seo', 'seo'),
  moment('first-contentful-paint', 'FCP', 'ms', 800),
  moment('largest-contentful-paint', 'LCP', 'ms', 1200),
  moment('total-blocking-time', 'TBT', 'ms', 0),
  moment('cumulative-layout-shift', 'CLS', '', 0),
  bytes('Document', 'HTML', 20),
  bytes('Stylesheet', 'CSS', 15),
  bytes('Font', 'fonts', 60),
  bytes('Script', 'JS', 10),
]

/** Points that the site gives away. */
const ON_PURPOSE: Record<string, string> = {
  'is-crawlable': 'on purpose: the page asks not to be indexed',
  'http-status-code': 'on purpose: the status says that nothing is there',
  'meta-description': 'of a page that is not indexed nobody reads it',
  'errors-in-console': 'the browser notes the status of the page itself',
}

type Measured = { name: string; values: number[][]; lost: string[]; isIndexed: boolean }

const lostIn = ({ categories, audits }: Result): string[] =>
  CATEGORIES.flatMap((id) =>
    (categories[id]?.auditRefs ?? [])
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit]?.score ?? 1) < 1)
      .map(({ id: audit }) => {
        const { score, title, displayValue = '' } = audits[audit] ?? { title: audit, score: 0 }
        const why = ON_PURPOSE[audit] ?? displayValue
        return `${id}: ${title} [${audit} ${showNumber(score ?? 0)}] ${why}`.trim()
      }),
  )

const runOn = async (url: string, port: number): Promise<Result> => {
  const ran = await lighthouse(url, {
    port,
    onlyCategories: [...CATEGORIES],
    logLevel: 'error',
    // A page that says that nothing is there is a page as well.
    ignoreStatusCode: true,
  })
  if (!ran || ran.lhr.runtimeError) {
    throw new Error(`Lighthouse failed on ${url}: ${ran?.lhr.runtimeError?.message ?? 'nothing'}`)
  }
  return ran.lhr
}

const runOnce = async (url: string, port: number, attempts = ATTEMPTS): Promise<Result> => {
  try {
    return await runOn(url, port)
  } catch (error) {
    if (attempts <= 1) throw error
    console.error(`${(error as Error).message} Once more.`)
    return runOnce(url, port, attempts - 1)
  }
}

const measure = async (template: Template, url: string, port: number, runs: number) => {
  const results: Result[] = []
  while (results.length < runs) results.push(await runOnce(url, port))
  const values = MEASURES.map(({ of }) => results.map(of))
  const lost = [...new Set(results.flatMap(lostIn))]
  const isIndexed = results[0]?.audits['is-crawlable']?.score === 1
  return { name: template.name, values, lost, isIndexed }
}

const isMissed = ({ at, budget }: Measure, value: number): boolean =>
  at === 'most' ? value > budget : value < budget

const show = (rows: readonly Measured[]): string => {
  const budgets = MEASURES.map(({ at, budget }) => `${at === 'most' ? '≤' : '≥'}${budget}`)
  const lines = [
    ['page', ...MEASURES.map(({ column }) => column)],
    ['budget', ...budgets],
    ...rows.map(({ name, values }) => [
      name,
      ...MEASURES.map((each, index) => {
        const value = median(values[index] ?? [])
        return `${showNumber(value)}${isMissed(each, value) ? '!' : ''}`
      }),
    ]),
  ]
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((line) => line[column]?.length ?? 0)),
  )
  return lines
    .map((line) => line.map((cell, column) => cell.padEnd(widths?.[column] ?? 0)).join('  '))
    .join('\n')
}

/** The worst page stands for all; pages that ask not to be indexed have no rank to lose. */
const worstOf = (rows: readonly Measured[]): Figure[] =>
  MEASURES.map(({ what, unit, at, budget }, index) => {
    const counted = what.endsWith('seo') ? rows.filter(({ isIndexed }) => isIndexed) : rows
    const medians = counted.map(({ values }) => median(values[index] ?? []))
    const worst = at === 'most' ? Math.max(...medians) : Math.min(...medians)
    return { what: `${what}, worst page`, unit, ours: [worst], budget: { at, value: budget } }
  })

const measureAll = async (runs: number): Promise<Measured[]> => {
  // Where the system runs has to be known before the templates are.
  const { TEMPLATES } = await import('../../support/site-pages.ts')
  const { siteUrl } = JSON.parse(process.env.E2E_STACK ?? '{}') as { siteUrl: string }
  const port = await freePort()
  const browser = await openBrowser([`--remote-debugging-port=${port}`])
  try {
    const rows: Measured[] = []
    for (const template of TEMPLATES.filter(({ form }) => !form)) {
      console.error(`lighthouse: ${template.name}`)
      rows.push(await measure(template, siteUrl + template.path, port, runs))
    }
    return rows
  } finally {
    await browser.close()
  }
}

/** Prints a row for each template, and where points are lost; returns the worst of each figure. */
export const measureLighthouse = async ({ isQuick }: { isQuick: boolean }): Promise<Figure[]> => {
  const { SITE_URL } = process.env
  if (SITE_URL) process.env.E2E_STACK = JSON.stringify({ siteUrl: SITE_URL, cmsEnv: {} })
  else {
    for (const name of outdatedBuilds()) await buildOne(name)
    await startStack()
  }
  try {
    const rows = await measureAll(isQuick ? 1 : RUNS)
    console.log(`Lighthouse, mobile, median of ${isQuick ? 1 : RUNS}; times in ms, sizes in KB\n`)
    console.log(`${show(rows)}\n`)
    for (const { name, lost } of rows) {
      for (const line of lost) console.log(`${name}  ${line}`)
    }
    console.log('')
    return worstOf(rows)
  } finally {
    if (!SITE_URL) await stopStack()
  }
}
