// Asks axe about a page as it is now. The page's own policy stays in force: the browser runs axe, not the document.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { THEMES } from './site-pages.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`

/** A sentence for each element that breaks a rule of WCAG 2.2 AA. */
export const violationsOn = async (page: Page): Promise<string[]> => {
  const session = await page.context().newCDPSession(page)
  try {
    await session.send('Runtime.evaluate', {
      expression: `window.axe || (${'() => {'}${AXE}${'}'})()`,
    })
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression: RUN,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(`axe failed: ${exceptionDetails.text}`)
    return result.value as string[]
  } finally {
    await session.detach()
  }
}

/** The same in both themes, each sentence with its theme. The page is left in the dark one. */
export const violationsInBothThemes = async (page: Page): Promise<string[]> => {
  const all: string[] = []
  for (const colorScheme of THEMES) {
    await page.emulateMedia({ colorScheme })
    all.push(...(await violationsOn(page)).map((violation) => `${colorScheme}: ${violation}`))
  }
  return all
}
