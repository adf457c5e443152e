// The process of `startLoad`: opens the sessions it is told to, keeps reading, and closes them with its parent.
import type { Link } from './link.ts'
import type { LoadNews, LoadOrder } from './load.ts'
import { LOADS, MARK_BYTE, PROMPT } from './shell.ts'
import { openSystem } from './systems.ts'

/** As fast as a browser parses plain text. */
const BYTES_PER_MS = 10_000
const AT_ONCE = 5

const links: Link[] = []
const tell = (news: LoadNews) => process.send?.(news)

const start = async ({ spec, kind, sessions }: LoadOrder) => {
  const system = openSystem(spec)
  while (links.length < sessions) {
    const some = Array.from({ length: Math.min(AT_ONCE, sessions - links.length) }, async () => {
      const link = await system.open({ bytesPerMs: BYTES_PER_MS })
      links.push(link)
      await link.untilText(PROMPT)
    })
    await Promise.all(some)
  }
  await Promise.all(links.map((link) => link.run(LOADS[kind], MARK_BYTE)))
}

process.once('message', (order) => {
  start(order as LoadOrder).then(
    () => tell({ is: 'ready' }),
    (error: Error) => tell({ is: 'failed', why: error.message }),
  )
})
process.once('disconnect', () => {
  Promise.all(links.map((link) => link.close())).finally(() => process.exit())
})
