// The job that draws what no browser has drawn: documents that come by the API, the seed or an import.
import type { CollectionSlug, TaskConfig } from 'payload'
import { DIAGRAM } from '../limits.ts'
import { drawInBrowser, NoBrowser } from './browser.ts'
import { markOf, textOf, undrawnIn } from './diagram.ts'
import type { Drawn } from './draw.ts'
import { mermaidSettings, THEMES } from './mermaid-settings.ts'
import { notTried, type Outcome, outcomeOf } from './outcome.ts'
import { DRAW } from './queue.ts'
import { readRows, storeOutcomes } from './store.ts'

type Options = { chromiumPath?: string }

const NOT_DRAWN: Drawn = { message: 'Nothing was drawn.' }

/** @throws {NoBrowser} */
const drawAll = async (
  sources: Map<string, string>,
  options: Options,
): Promise<Map<string, Outcome>> => {
  const orders = [...sources].flatMap(([mark, source]) =>
    THEMES.map((theme) => ({ source, settings: mermaidSettings(theme), id: `${mark}-${theme}` })),
  )
  const drawn = await drawInBrowser(orders, options)
  const outcomes = new Map<string, Outcome>()
  for (const [index, mark] of [...sources.keys()].entries()) {
    const [light = NOT_DRAWN, dark = NOT_DRAWN] = drawn.slice(index * 2, index * 2 + 2)
    outcomes.set(mark, await outcomeOf(mark, light, dark))
  }
  return outcomes
}

export const drawDiagramsTask = (options: Options): TaskConfig<typeof DRAW> => ({
  slug: DRAW,
  label: 'Draw diagrams',
  retries: {
    attempts: DIAGRAM.maxRetries,
    backoff: { type: 'exponential', delay: DIAGRAM.retryDelayMs },
  },
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'document', type: 'text', required: true },
  ],
  handler: async ({ input, req }) => {
    const place = { collection: input.collection as CollectionSlug, id: input.document }
    const { document, version } = await readRows(place, req)
    const waiting = [...undrawnIn(document), ...undrawnIn(version?.version)]
    const sources = new Map(waiting.map((diagram) => [markOf(diagram), textOf(diagram.source)]))
    if (sources.size === 0) return { output: {} }
    try {
      await storeOutcomes(place, await drawAll(sources, options), req)
    } catch (error) {
      if (!(error instanceof NoBrowser)) throw error
      req.payload.logger.warn({ err: error.cause, msg: error.message })
      const outcome = notTried(error.message)
      await storeOutcomes(place, new Map([...sources.keys()].map((mark) => [mark, outcome])), req)
    }
    return { output: {} }
  },
})

/** Looks for jobs of its own queue, so that drawing keeps nothing else waiting. */
export const drawDiagramsRun = { cron: DIAGRAM.cron, queue: DRAW, limit: DIAGRAM.documentsAtOnce }
