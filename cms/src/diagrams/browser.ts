// A browser on the server that draws diagrams and is then gone. It is offline: nothing of a diagram can fetch anything.
import { access, constants, readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { DIAGRAM } from '../limits.ts'
import { packageFile } from '../package-file.ts'
import { type Drawn, type DrawOrder, draw } from './draw.ts'

const USUAL_PATHS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
]

/** There is nothing to draw with. The message says what to do about it. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser'
}

const findChromium = async (configured: string | undefined): Promise<string> => {
  for (const path of configured ? [configured] : USUAL_PATHS) {
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (isThere) return path
  }
  throw new NoBrowser(
    configured
      ? 'There is no Chromium at CHROMIUM_PATH, so the server draws no diagrams.'
      : 'The server has no Chromium, so it draws no diagrams. Install it or set CHROMIUM_PATH.',
  )
}

const readMermaid = (): Promise<string> =>
  readFile(packageFile('mermaid', 'dist', 'mermaid.min.js'), 'utf8')

const launch = async (chromiumPath: string | undefined): Promise<Browser> => {
  const executablePath = await findChromium(chromiumPath)
  const { chromium } = await import('playwright-core')
  try {
    return await chromium.launch({
      executablePath,
      timeout: DIAGRAM.startTimeoutMs,
      // Chromium refuses to sandbox itself for root, whom containers of this CMS do not use.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        '--disable-gpu',
        '--disable-dev-shm-usage',
        `--js-flags=--max-old-space-size=${DIAGRAM.browserHeapMb}`,
      ],
    })
  } catch (error) {
    throw new NoBrowser('Chromium does not start on the server, so it draws no diagrams.', {
      cause: error,
    })
  }
}

const openPage = async (browser: Browser): Promise<Page> => {
  const context = await browser.newContext({ offline: true, serviceWorkers: 'block' })
  await context.route('**/*', (route) => route.abort())
  const page = await context.newPage()
  page.setDefaultTimeout(DIAGRAM.drawTimeoutMs)
  await page.setContent('<!doctype html><body></body>')
  await page.addScriptTag({ content: await readMermaid() })
  return page
}

const TOO_SLOW: Drawn = {
  message: `This took longer than ${DIAGRAM.drawTimeoutMs / 1000} seconds or too much memory to draw.`,
}

const drawInPage = async (page: Page, order: DrawOrder): Promise<Drawn> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Drawn>((resolve) => {
    timer = setTimeout(resolve, DIAGRAM.drawTimeoutMs, TOO_SLOW)
  })
  try {
    // A page that has crashed rejects.
    return await Promise.race([page.evaluate(draw, order).catch(() => TOO_SLOW), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Playwright waits for ever for a browser that runs and answers nothing. @throws {NoBrowser} after `ms` */
const answered = async <Answer>(asking: Promise<Answer>, ms: number): Promise<Answer> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    const message = 'Chromium does not answer on the server, so it draws no diagrams.'
    timer = setTimeout(() => reject(new NoBrowser(message)), ms)
  })
  return Promise.race([asking, late]).finally(() => clearTimeout(timer))
}

/** In one page, until a drawing hangs or breaks it. @throws {NoBrowser} */
const drawAll = async (
  browser: Browser,
  orders: DrawOrder[],
  answerMs: number,
): Promise<Drawn[]> => {
  const drawn: Drawn[] = []
  let page: Page | undefined
  for (const order of orders) {
    page ??= await answered(openPage(browser), answerMs)
    const result = await drawInPage(page, order)
    drawn.push(result)
    if (result !== TOO_SLOW) continue
    await answered(page.context().close(), answerMs)
    page = undefined
  }
  return drawn
}

let last: Promise<unknown> = Promise.resolve()

/**
 * Draws `orders` one after another; one browser at a time in this process, closed when this ends, however it ends.
 * @throws {NoBrowser}
 */
export const drawInBrowser = (
  orders: DrawOrder[],
  { chromiumPath, answerMs = DIAGRAM.startTimeoutMs }: { chromiumPath?: string; answerMs?: number },
): Promise<Drawn[]> => {
  const turn = last.then(async () => {
    const browser = await launch(chromiumPath)
    try {
      return await drawAll(browser, orders, answerMs)
    } finally {
      await browser.close()
    }
  })
  last = turn.catch(() => undefined)
  return turn
}
